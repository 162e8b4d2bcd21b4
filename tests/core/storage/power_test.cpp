#include "core/storage/power.h"

#include <gtest/gtest.h>

#include "core/state.h"

namespace meter {
namespace {

constexpr Instant kLost{1'000'000};

// 100 ms are 3276.8 ticks (meter.md 1.1): 3276 ticks are ridden through, 3277 are not.
struct Case {
    std::int64_t off_ticks;
    bool stops;
};

const Case kCases[] = {
    {0, false},    {1, false},    {546, false},    {3'276, false},
    {3'277, true}, {3'278, true}, {1 << 20, true},
};

TEST(ControlPower, InterruptionsUpToAHundredMilliseconds) {
    for (const Case& c : kCases) {
        SCOPED_TRACE(c.off_ticks);
        ControlPower power;
        EXPECT_FALSE(power.level(false, kLost));
        const Instant back = kLost + Ticks{c.off_ticks};
        EXPECT_EQ(power.expired(back), c.stops);
        EXPECT_EQ(power.level(true, back), c.stops);
        EXPECT_FALSE(power.expired(back));
        EXPECT_EQ(power.deadline(), std::nullopt);
    }
}

TEST(ControlPower, IsThereAtFirst) {
    ControlPower power;
    EXPECT_FALSE(power.expired(Instant{1LL << 40}));
    EXPECT_EQ(power.deadline(), std::nullopt);
    EXPECT_FALSE(power.level(true, Instant{5}));
}

TEST(ControlPower, DeadlineIsWhenItStops) {
    ControlPower power;
    power.level(false, kLost);
    ASSERT_EQ(power.deadline(), (Instant{kLost.ticks + 3'277}));
    EXPECT_FALSE(power.expired(*power.deadline() - Ticks{1}));
    EXPECT_TRUE(power.expired(*power.deadline()));
}

// Saying again what is known neither prolongs an interruption nor starts one.
TEST(ControlPower, RepeatedLevels) {
    ControlPower power;
    power.level(false, kLost);
    power.level(false, kLost + Ticks{3'000});
    EXPECT_TRUE(power.expired(kLost + Ticks{3'277}));
    EXPECT_FALSE(power.level(false, kLost + Ticks{9'000}));
    EXPECT_TRUE(power.level(true, kLost + Ticks{9'001}));
    EXPECT_FALSE(power.level(true, kLost + Ticks{9'002}));
}

// A recloser: every gap is judged by itself.
TEST(ControlPower, ManyShortGapsAreRiddenThrough) {
    ControlPower power;
    Instant now = kLost;
    for (int n = 0; n < 100; ++n) {
        power.level(false, now);
        now = now + Ticks{3'276};
        EXPECT_FALSE(power.level(true, now));
        now = now + Ticks{1};
    }
}

TEST(ControlPower, SnapshotInsideAnInterruption) {
    ControlPower power;
    power.level(false, kLost);
    std::array<std::uint8_t, 9> bytes{};
    SnapshotWriter writer{bytes};
    walk_state(power, writer);
    ASSERT_TRUE(writer.ok());

    ControlPower restored;
    SnapshotReader reader{bytes};
    walk_state(restored, reader);
    EXPECT_EQ(restored.deadline(), power.deadline());
    EXPECT_TRUE(restored.level(true, kLost + Ticks{3'277}));
}

}  // namespace
}  // namespace meter
