// Durations in ticks: rounding as the names say.
#include "core/time.h"

#include <gtest/gtest.h>

namespace meter {
namespace {

struct Microseconds {
    std::int64_t us, down, up;
};

// 1 tick is 30.517578125 us.
constexpr Microseconds kMicroseconds[] = {
    {0, 0, 0},
    {1, 0, 1},
    {30, 0, 1},
    {31, 1, 2},
    {61, 1, 2},
    {62, 2, 3},
    {750, 24, 25},
    {1'750, 57, 58},
    {15'625, 512, 512},
    {1'000'000, 32'768, 32'768},
    {1'000'001, 32'768, 32'769},
    {86'400'000'000, 2'831'155'200, 2'831'155'200},
    {(1LL << 47) - 1, 4'611'686'018'427, 4'611'686'018'428},
};

TEST(Time, MicrosecondsToTicks) {
    for (const Microseconds& row : kMicroseconds) {
        EXPECT_EQ(ticks_rounded_down(row.us).count, row.down) << row.us;
        EXPECT_EQ(ticks_rounded_up(row.us).count, row.up) << row.us;
    }
}

TEST(Time, ContactClosuresLastAtLeastTheirTime) {
    for (const std::int64_t ms : {10, 25, 50, 100, 250, 500}) {
        const std::int64_t ticks = ticks_rounded_up(ms * 1'000).count;
        EXPECT_GE(ticks * 1'000, ms * kCrystalHz) << ms;
        EXPECT_LT((ticks - 1) * 1'000, ms * kCrystalHz) << ms;
    }
}

TEST(Time, InstantsAndDurations) {
    const Instant at{1'000};
    EXPECT_EQ(at + Ticks{24}, Instant{1'024});
    EXPECT_EQ(at - Ticks{24}, Instant{976});
    EXPECT_EQ((Instant{1'024} - at), Ticks{24});
    EXPECT_EQ(frames(2'520), Ticks{32'760}) << "a window of 2520 frames is 8 ticks short of 1 s";
    EXPECT_EQ(seconds(900), Ticks{900 * 32'768});
    EXPECT_EQ(3 * Ticks{13} + Ticks{1} - Ticks{2}, Ticks{38});
    EXPECT_LT(at, at + Ticks{1});
}

}  // namespace
}  // namespace meter
