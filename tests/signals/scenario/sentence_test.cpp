#include "signals/scenario/sentence.h"

#include <gtest/gtest.h>

#include <string_view>

namespace signals {
namespace {

std::string german(const char* context, const char* text) {
    EXPECT_STREQ(context, "Test");
    const std::string_view english{text};
    if (english == "{} of {:02X}") return "aus {1:02X} {0}";
    return english == "nothing" ? "nichts" : text;
}

TEST(Sentence, OfWhatIsTheSameEverywhere) {
    EXPECT_EQ(Sentence{"/dev/ttyUSB0"}.in(german), "/dev/ttyUSB0");
}

TEST(Sentence, KeepsItsArgumentsUntilItIsSaid) {
    const Sentence nothing = Sentence::of("Test", "nothing");
    const Sentence whole = Sentence::of("Test", "{} of {:02X}", nothing, 10);
    EXPECT_EQ(whole.in_english(), "nothing of 0A");
    EXPECT_EQ(whole.in(german), "aus 0A nichts");
}

}  // namespace
}  // namespace signals
