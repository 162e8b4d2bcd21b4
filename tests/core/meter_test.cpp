// The meter as a whole: settings, pulses, contacts, preamplifier, roll-over.
#include <gtest/gtest.h>

#include <cmath>
#include <string_view>

#include "core/alarms/limits.h"
#include "core/state.h"
#include "core/storage/save.h"
#include "tests/core/support/meter_rig.h"

namespace meter {
namespace {

using test::MeterRig;
using test::settings;
using test::wye;

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
