// The meter as a whole: snapshots, commands, contacts, roll-over.
#include "core/meter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/alarms/limits.h"
#include "core/state.h"
#include "core/storage/save.h"
#include "tests/core/support/meter_rig.h"
#include "tests/core/support/random.h"

namespace meter {
namespace {

using test::MeterRig;

test::Wave wye(double amperes = 80) { return test::balanced(60, 277, amperes, 30); }
Config settings() {
    Config c = test::config_of(40, 100, 480);
    c.wh_per_pulse = 10;
    c.demand_subintervals = 3;
    c.demand_seconds = 10;
    return c;
}

// Three runs of the same life: uninterrupted; interrupted by a snapshot; restored from it into
// another meter with other settings. From there on all three are the same.
TEST(Snapshot, RunsOnAsIfNothingHadHappened) {
    test::Random random{81};
    for (int n = 0; n < 6; ++n) {
        const std::int64_t before = random.between(1, 9'000), after = random.between(1, 9'000);
        MeterRig first{wye(), settings()};
        first.frames(before);
        const std::vector<std::uint8_t> bytes = first.snapshot();
        ASSERT_FALSE(bytes.empty());

        MeterRig third{wye(), test::config_of(31, 400, 208)};
        third.frames(100);
        ASSERT_TRUE(third.meter.restore(bytes));
        EXPECT_EQ(third.snapshot(), bytes);
        EXPECT_EQ(third.meter.digest(), first.meter.digest());
        EXPECT_EQ(third.board.preamp, first.board.preamp) << "the board is told";
        third.frame = first.frame;
        third.board.nv = first.board.nv;

        MeterRig second{wye(), settings()};
        second.frames(before + after);
        first.frames(after);
        third.frames(after);
        EXPECT_EQ(first.snapshot(), second.snapshot()) << before << ' ' << after;
        EXPECT_EQ(first.snapshot(), third.snapshot()) << before << ' ' << after;
    }
}

TEST(Snapshot, LookingChangesNothing) {
    MeterRig a{wye(), settings()}, b{wye(), settings()};
    for (int n = 0; n < 3'000; ++n) {
        a.frames(1);
        b.frames(1);
        (void)b.meter.digest();
        (void)b.snapshot();
        (void)b.meter.lcd();
        (void)b.meter.contacts();
        (void)b.meter.line_deadline();
    }
    EXPECT_EQ(a.meter.digest(), b.meter.digest());
}

TEST(Snapshot, OfAnotherSizeIsRefused) {
    MeterRig rig{wye(), settings()};
    rig.frames(3'000);
    const std::vector<std::uint8_t> bytes = rig.snapshot();
    for (const std::size_t size : {std::size_t{0}, bytes.size() - 1, bytes.size() + 1}) {
        std::vector<std::uint8_t> other(bytes);
        other.resize(size);
        EXPECT_FALSE(rig.meter.restore(other)) << size;
        EXPECT_EQ(rig.snapshot(), bytes) << "and nothing changed";
    }
}

TEST(Digest, SeesOneCount) {
    MeterRig a{wye(), settings()}, b{wye(), settings()};
    a.frames(500);
    b.frames(500);
    AdcFrame raw = a.next();
    a.meter.frame(raw);
    raw.count[2] += 1;
    b.meter.frame(raw);
    EXPECT_NE(a.meter.digest(), b.meter.digest());
}

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

// What does not change how is measured leaves the running window alone.
TEST(Settings, OfOtherThingsDoNotDisturbTheMeasurement) {
    MeterRig a{wye(), settings()}, b{wye(), settings()};
    for (int n = 0; n < 10; ++n) {
        a.frames(777);
        b.frames(777);
        Config config = b.meter.points().config;
        config.display_units ^= 1;
        config.phase_loss_threshold = static_cast<std::uint16_t>(20 + n);
        config.setup_passcode = static_cast<std::uint32_t>(n);
        config.line.address = static_cast<std::uint8_t>(2 + n);
        ASSERT_EQ(b.meter.configure(config), ConfigError::none);
        EXPECT_EQ(b.board.line.address, 2 + n);
        const Readings &x = a.meter.points().readings, &y = b.meter.points().readings;
        EXPECT_EQ(x.window_frames, y.window_frames);
        EXPECT_EQ(x.total.real_uw, y.total.real_uw);
        EXPECT_EQ(a.meter.points().energies.real.micro, b.meter.points().energies.real.micro);
    }
}

TEST(Pulses, CarryTheEnergyRegistered) {
    MeterRig rig{wye(), settings()};
    Instant last{};
    std::uint32_t closures = 0;
    bool closed = false;
    for (int n = 0; n < 40 * 2'520; ++n) {
        rig.frames(1);
        const Contacts c = rig.meter.contacts();
        if (c.energy == closed) continue;
        closed = c.energy;
        EXPECT_GE(c.energy_edge, rig.meter.now() - Ticks{kTicksPerFrame});
        EXPECT_LT(c.energy_edge, rig.meter.now());
        if (!closed) {
            EXPECT_EQ((c.energy_edge - last).count, 3'277) << "100 ms";
        }
        closures += closed ? 1U : 0U;
        last = c.energy_edge;
    }
    rig.window();
    const Points& p = rig.meter.points();
    EXPECT_EQ(p.derived.pulse_ms, 100);
    EXPECT_EQ(p.pulse_count[0], closures);
    // A window of latency: 16 Wh a second.
    EXPECT_NEAR(closures * 10.0, test::watt_hours(p.energies.real), 16.0 * 2 + 10);
    const double varh_per_wh = std::tan(test::radians(30));
    EXPECT_NEAR(p.pulse_count[1], p.pulse_count[0] * varh_per_wh, 3.0);
}

TEST(AlarmContact, ClosedOnPhaseLossOnly) {
    MeterRig rig{wye(), settings()};
    EXPECT_FALSE(rig.meter.contacts().alarm) << "powered";
    rig.run_seconds(6);
    EXPECT_FALSE(rig.meter.contacts().alarm);
    rig.wave.phase[1].voltage[0].rms = 200;
    rig.run_seconds(3);
    EXPECT_EQ(rig.meter.points().alerts & kPhaseLossMask, 0x0200);
    EXPECT_TRUE(rig.meter.contacts().alarm);
    const Instant edge = rig.meter.contacts().alarm_edge;
    EXPECT_GT(edge, Instant{} + seconds(5));
    rig.run_seconds(3);
    EXPECT_EQ(rig.meter.contacts().alarm_edge, edge) << "no edge without a change";
    rig.wave = wye(130);  // over current is no phase loss
    rig.run_seconds(6);
    EXPECT_EQ(rig.meter.points().alerts & 0x0038, 0x0038);
    EXPECT_FALSE(rig.meter.contacts().alarm);
}

// Voltages that a new system type has and the old one had not are not lost: they have not been
// measured yet.
TEST(AlarmContact, ANewSystemTypeIsNoPhaseLoss) {
    constexpr std::uint16_t kTypes[] = {10, 40, 31, 40};
    MeterRig rig{wye(), settings()};
    rig.run_seconds(6);
    for (const std::uint16_t type : kTypes) {
        Config config = rig.meter.points().config;
        config.system_type = type;
        config.system_voltage = type == 10 ? 277 : 480;
        const Instant edge = rig.meter.contacts().alarm_edge;
        ASSERT_EQ(rig.meter.configure(config), ConfigError::none);
        EXPECT_EQ(rig.meter.points().alerts & kPhaseLossMask, 0) << type;
        rig.run_seconds(3);
        EXPECT_EQ(rig.meter.points().alerts & kPhaseLossMask, 0) << type;
        EXPECT_EQ(rig.meter.contacts().alarm_edge, edge) << type;
    }
}

TEST(AlarmContact, AStoppedMeterStaysClosed) {
    MeterRig rig{wye(), settings()};
    rig.run_seconds(3);
    rig.meter.control_power(false);
    rig.run_seconds(1);
    ASSERT_FALSE(rig.meter.running());
    EXPECT_TRUE(rig.meter.contacts().alarm);
    Config config = settings();
    config.ct_primary = 150;
    ASSERT_EQ(rig.meter.configure(config), ConfigError::none);
    EXPECT_TRUE(rig.meter.contacts().alarm) << "whoever changes its settings";
    rig.meter.control_power(true);
    rig.run_seconds(2);
    EXPECT_FALSE(rig.meter.contacts().alarm);
    EXPECT_EQ(rig.meter.points().config.ct_primary, 150);
}

TEST(PreampSwitch, LeavesNoStep) {
    constexpr std::uint16_t kPrimaries[] = {400, 200, 5'000, 5};
    MeterRig rig{wye(), test::config_of(40, 200, 480)};
    rig.run_seconds(8);
    for (const std::uint16_t ct : kPrimaries) {
        Config config = rig.meter.points().config;
        config.ct_primary = ct;
        ASSERT_EQ(rig.meter.configure(config), ConfigError::none);
        for (int n = 0; n < 3; ++n) {
            rig.window();
            for (const std::int64_t i : rig.meter.points().readings.current_ua) {
                // The first window opens inside a cycle: 0.2 % (metrology.md 1.3).
                EXPECT_NEAR(static_cast<double>(i) * 1e-6, 80.0, n == 0 ? 0.16 : 0.016) << ct;
            }
        }
    }
}

// Sets every field `whole` of a unit.
struct WholeSetter {
    std::uint64_t value;
    template <class T>
    void scalar(const char* name, T& field) const {
        if (std::string_view{name} == "whole") field = static_cast<T>(value);
    }
};

// Registers wrap to 0 at 2^32 counts of the E scale; 104 kW counts in 0.001 kWh
// (meter.md 3.4, 3.6).
TEST(RollOver, RegistersWrapAndALargerScaleShowsTheRest) {
    constexpr std::uint64_t kCounts = std::uint64_t{1} << 32;
    MeterRig rig{wye(), test::config_of(40, 100, 600)};
    EnergyMeter energy;
    PulseOutput::Kept pulses;
    PulseCounter reactive;
    const WholeSetter setter{kCounts - 20};
    walk_state(energy, setter);
    Journal journal{rig.board};
    journal.mount();
    ASSERT_TRUE(save(journal, record::totals, energy, pulses, reactive));
    rig.meter.control_power(false);
    rig.run_seconds(1);
    rig.meter.control_power(true);

    EXPECT_EQ(rig.meter.points().energies.real.whole, kCounts - 20);
    rig.run_seconds(6);  // 16 Wh a second
    const std::uint64_t after = rig.meter.points().energies.real.whole;
    EXPECT_GT(after, 30U);
    EXPECT_LT(after, 100U);
    Config larger = rig.meter.points().config;
    larger.ct_primary = 5'000;
    larger.wh_per_pulse = 1'000;
    ASSERT_EQ(rig.meter.configure(larger), ConfigError::none);
    ASSERT_EQ(rig.meter.points().derived.scale_e, -1);
    EXPECT_GE(rig.meter.points().energies.real.whole, kCounts + after) << "stored energy is kept";
    larger.ct_primary = 100;
    ASSERT_EQ(rig.meter.configure(larger), ConfigError::none);
    EXPECT_GE(rig.meter.points().energies.real.whole, after);
    EXPECT_LT(rig.meter.points().energies.real.whole, 100U);
}

}  // namespace
}  // namespace meter
