#include "signals/coil/coil.h"

#include <gtest/gtest.h>

#include <numbers>

namespace signals {
namespace {

TEST(Coil, GivesTheQuotedMillivoltsPerKiloampere) {
    // metrology.md 2.1: 100 mV/kA at 50 Hz, 600 mV rms at 5000 A and 60 Hz.
    const double m = rope_volts_per_slope(FrontEndSettings{}, 0);
    EXPECT_NEAR(m * 2.0 * std::numbers::pi * 50.0 * 1'000.0, 0.100, 1e-7);
    EXPECT_NEAR(m * 2.0 * std::numbers::pi * 60.0 * 5'000.0, 0.600, 1e-6);
}

TEST(Coil, GainErrorIsEachRopesOwn) {
    FrontEndSettings settings;
    settings.coil_gain_error = {0.01, 0.0, -0.005};
    const double nominal = rope_volts_per_slope(settings, 1);
    EXPECT_DOUBLE_EQ(rope_volts_per_slope(settings, 0), 1.01 * nominal);
    EXPECT_DOUBLE_EQ(rope_volts_per_slope(settings, 2), 0.995 * nominal);
    EXPECT_DOUBLE_EQ(rope_volts_per_slope(settings, 3), nominal);  // neutral
}

TEST(Coil, LagIsADelay) {
    FrontEndSettings settings;
    settings.coil_phase_error = {0.0, 0.5, -0.25};
    const SlotTiming ideal = multiplexer_timing();
    const SlotTiming timing = channel_timing(settings);
    EXPECT_EQ(timing.voltage, ideal.voltage);
    EXPECT_EQ(timing.current[0], ideal.current[0]);
    EXPECT_NEAR(timing.current[1] - ideal.current[1], -0.5 / 360.0 / 60.0, 1e-18);
    EXPECT_NEAR(timing.current[2] - ideal.current[2], 0.25 / 360.0 / 60.0, 1e-18);
    EXPECT_EQ(timing.current[3], ideal.current[3]);
}

}  // namespace
}  // namespace signals
