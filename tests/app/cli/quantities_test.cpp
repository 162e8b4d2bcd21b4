#include "app/cli/quantities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace cli {
namespace {

struct Duration {
    const char* text;
    double seconds;
};

TEST(Quantities, Durations) {
    // clang-format off
    for (const Duration& row : {
        Duration{"10s",      10.0}, {"500ms",      0.5}, {"2m",   120.0}, {"1h", 3'600.0},
                {"90",       90.0}, {"1.5h",   5'400.0}, {"0.1",    0.1}, {"3d", 259'200.0},
                {"1e3ms",     1.0}, {"3660d", 316'224'000.0}}) {
        EXPECT_DOUBLE_EQ(parse_duration(row.text), row.seconds) << row.text;
    }
    // clang-format on
}

TEST(Quantities, ImpossibleDurationsAreNamed) {
    for (const char* text : {"", "s", "banana", "0", "0s", "-1s", "10 s", "10S", "1y", "inf", "nan",
                             "3661d", "1e300h", "10s5"}) {
        try {
            parse_duration(text);
            ADD_FAILURE() << "accepted " << text;
        } catch (const std::invalid_argument& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr("'" + std::string(text) + "'"));
        }
    }
}

TEST(Quantities, Speeds) {
    EXPECT_EQ(parse_speed("max"), std::numeric_limits<double>::infinity());
    EXPECT_EQ(parse_speed("0.1"), 0.1);
    EXPECT_EQ(parse_speed("60"), 60.0);
    for (const char* text : {"", "0", "0.09", "-1", "fast", "60x", "inf", "nan", "MAX"})
        EXPECT_THROW(parse_speed(text), std::invalid_argument) << text;
}

TEST(Quantities, FramesOfADuration) {
    EXPECT_EQ(frames_in(13.0), 32'768);  // 32768/13 frames a second
    EXPECT_EQ(frames_in(1e-6), 1);
}

}  // namespace
}  // namespace cli
