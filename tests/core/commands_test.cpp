// Register 129 and demand of a whole meter (meter.md 3.3, 3.7).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/core/support/meter_rig.h"

namespace meter {
namespace {

using test::MeterRig;
using test::settings;
using test::wye;

TEST(Commands, ClearEnergies) {
    MeterRig rig{wye(), settings()};
    rig.run_seconds(10);
    ASSERT_GT(test::watt_hours(rig.meter.points().energies.real), 100.0);
    const std::uint32_t pulses = rig.meter.points().pulse_count[0];
    ASSERT_GT(pulses, 5U);
    rig.command(30'078);
    const Points& p = rig.meter.points();
    EXPECT_EQ(p.energies.real.whole + p.energies.reactive.whole + p.energies.apparent.whole, 0U);
    for (const Energy& e : p.energies.real_phase) EXPECT_EQ(e.whole + e.micro, 0U);
    EXPECT_EQ(p.energies.reset_count, 1);
    EXPECT_GE(p.pulse_count[0], pulses) << "16498 clears these";
    rig.command(30'078);
    EXPECT_EQ(rig.meter.points().energies.reset_count, 2);
}

TEST(Commands, ClearPulseCounts) {
    MeterRig rig{wye(), settings()};
    rig.run_seconds(12);
    ASSERT_GT(rig.meter.points().pulse_count[1], 3U);
    const Energy before = rig.meter.points().energies.real;
    rig.command(16'498);
    EXPECT_EQ(rig.meter.points().pulse_count[0], 0U);
    EXPECT_EQ(rig.meter.points().pulse_count[1], 0U);
    EXPECT_EQ(rig.meter.points().energies.real.whole, before.whole);
}

TEST(Commands, SubintervalEndsWithTheWindow) {
    Config config = settings();
    config.demand_seconds = 0;
    MeterRig rig{wye(), config};
    rig.run_seconds(4);
    rig.window();
    rig.frames(100);
    rig.command(21'211);
    EXPECT_EQ(rig.meter.points().demand_present.real_uw, 0);
    rig.window();
    const double watts = 3 * 277 * 80 * std::cos(test::radians(30));
    const auto present = static_cast<double>(rig.meter.points().demand_present.real_uw) * 1e-6;
    EXPECT_NEAR(present, watts, 0.1 * watts) << "the filters' settling is in it";
    rig.wave = wye(40);
    rig.run_seconds(5);
    rig.command(21'211);  // sooner than 10 s
    rig.window();
    EXPECT_EQ(static_cast<double>(rig.meter.points().demand_present.real_uw) * 1e-6, present);
    rig.run_seconds(5);
    rig.command(21'211);
    rig.window();
    EXPECT_NEAR(static_cast<double>(rig.meter.points().demand_present.real_uw) * 1e-6, watts / 2,
                0.05 * watts);
    EXPECT_EQ(static_cast<double>(rig.meter.points().demand_maximum.real_uw) * 1e-6, present);
    rig.command(21'212);
    rig.window();
    EXPECT_EQ(rig.meter.points().demand_maximum.real_uw, rig.meter.points().demand_present.real_uw);
}

// A steady load: demand is its power to the last digits, in block after block of 10 s.
TEST(Demand, FollowsPowerOfAWholeMeter) {
    Config config = settings();
    config.demand_subintervals = 1;
    MeterRig rig{wye(), config};
    rig.run_seconds(21.5);
    const Points& p = rig.meter.points();
    EXPECT_NEAR(static_cast<double>(p.demand_present.real_uw) /
                    static_cast<double>(p.readings.total.real_uw),
                1.0, 1e-5);
    EXPECT_GE(p.demand_maximum.real_uw, p.demand_present.real_uw);
}

// Windows and sub-intervals do not end together: every tick counts on its own side of the border.
TEST(Demand, SubintervalsOfAWholeMeterAreExactToTheTick) {
    Config config = settings();
    config.demand_subintervals = 1;
    MeterRig rig{wye(), config};
    const std::int64_t border = seconds(10).count;
    double sum = 0.0;  // uW * ticks
    for (std::int64_t end = 0; end < border;) {
        rig.window();
        rig.wave = wye(20 + (rig.meter.points().readings.sequence * 37) % 60);
        const Readings& r = rig.meter.points().readings;
        // The border of a window lies a frame before the call that tells of it.
        end = (rig.meter.now() - Ticks{kTicksPerFrame}).ticks;
        const std::int64_t start = end - frames(r.window_frames).count;
        sum += static_cast<double>(r.total.real_uw) *
               static_cast<double>(std::min(end, border) - start);
    }
    EXPECT_NEAR(static_cast<double>(rig.meter.points().demand_present.real_uw),
                sum / static_cast<double>(border), 1.0);
}

}  // namespace
}  // namespace meter
