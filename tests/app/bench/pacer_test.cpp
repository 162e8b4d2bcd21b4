// Pacing against the definition: fs = 32768/13 frames a second, counted from the anchor.
#include "app/bench/pacer.h"

#include <gtest/gtest.h>

#include <limits>

namespace bench {
namespace {

using namespace std::chrono_literals;
using Wall = Pacer::Clock::time_point;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
const Wall kStart{1'000h};

struct Row {
    const char* name;
    double speed;
    std::chrono::nanoseconds elapsed;
    std::int64_t due;  // frames after the anchor's; 13 s are 32768 frames
};

class PacerDue : public testing::TestWithParam<Row> {};

TEST_P(PacerDue, CountsFromTheAnchor) {
    Pacer pacer;
    pacer.anchor(kStart, 500, GetParam().speed);
    const std::int64_t near = 500 + GetParam().due;  // not behind: no stall
    EXPECT_EQ(pacer.due(kStart + GetParam().elapsed, near), 500 + GetParam().due);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Speeds, PacerDue, testing::Values(
    Row{"nothing_yet",         1.0,            0s,          0},
    Row{"one_frame_early",     1.0,      396'728ns,         0},
    Row{"one_frame",           1.0,      396'729ns,         1},
    Row{"thirteen_seconds",    1.0,           13s,     32'768},
    Row{"sixty_times",        60.0,           13s,  1'966'080},
    Row{"a_tenth",             0.1,          130s,     32'768},
    Row{"a_year_no_drift",     1.0,        8'760h, 79'490'126'769}),
    [](const auto& row) { return std::string{row.param.name}; });
// clang-format on

TEST(Pacer, StallIsCaughtUpWithOneSecondOnly) {
    Pacer pacer;
    pacer.anchor(kStart, 0, 1.0);
    const Wall morning = kStart + 8h;
    EXPECT_EQ(pacer.due(morning, 0), 2'521);  // ceil(fs)
    EXPECT_EQ(pacer.due(morning + 13s, 2'521 + 32'760), 2'520 + 32'768);
}

TEST(Pacer, NeverAsksToGoBack) {
    Pacer pacer;
    pacer.anchor(kStart, 1'000, 1.0);
    EXPECT_EQ(pacer.due(kStart, 1'010), 1'010);
}

TEST(Pacer, InfiniteSpeedIsAlwaysDue) {
    Pacer pacer;
    pacer.anchor(kStart, 0, kInfinity);
    EXPECT_EQ(pacer.due(kStart, 7), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(pacer.wall_of(1'000'000), kStart);
}

TEST(Pacer, WallTimeOfAFrameIsWhenItIsDue) {
    for (const double speed : {0.1, 1.0, 7.3, 60.0}) {
        Pacer pacer;
        pacer.anchor(kStart, 0, speed);
        for (const std::int64_t frame : {1, 25, 2'520, 1'000'000}) {
            const Wall wall = pacer.wall_of(frame);
            EXPECT_GE(pacer.due(wall + 1ns, frame - 1), frame) << speed << ' ' << frame;
            EXPECT_LT(pacer.due(wall - 2ns, frame - 1), frame) << speed << ' ' << frame;
        }
    }
}

// The runner's "no frame to stop at".
TEST(Pacer, AFrameBeyondAllTimeIsNeverDue) {
    Pacer pacer;
    pacer.anchor(kStart, 1'000, 1.0);
    EXPECT_EQ(pacer.wall_of(std::numeric_limits<std::int64_t>::max()), Wall::max());
}

}  // namespace
}  // namespace bench
