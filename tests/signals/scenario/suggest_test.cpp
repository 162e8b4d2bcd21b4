#include "signals/scenario/suggest.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace signals {
namespace {

TEST(Suggest, DistanceCountsEdits) {
    struct Case {
        const char* a;
        const char* b;
        int edits;
    };
    constexpr Case kCases[] = {{"", "", 0},
                               {"", "abc", 3},
                               {"order", "order", 0},
                               {"oder", "order", 1},
                               {"ordre", "order", 1},
                               {"orders", "order", 1},
                               {"kitten", "sitting", 3}};
    for (const Case& c : kCases) {
        EXPECT_EQ(edit_distance(c.a, c.b), c.edits) << c.a << " " << c.b;
        EXPECT_EQ(edit_distance(c.b, c.a), c.edits) << c.a << " " << c.b;
    }
}

TEST(Suggest, OnlyWhatIsNear) {
    constexpr std::array<std::string_view, 3> kKnown{"voltage", "current", "angle"};
    EXPECT_EQ(suggest("curent", kKnown), "current");
    EXPECT_EQ(suggest("voltages", kKnown), "voltage");
    EXPECT_EQ(suggest("frequency", kKnown), std::nullopt);
    EXPECT_EQ(suggest("a", kKnown), std::nullopt);
    EXPECT_EQ(suggest(std::string(5'000, 'v'), kKnown), std::nullopt);
}

}  // namespace
}  // namespace signals
