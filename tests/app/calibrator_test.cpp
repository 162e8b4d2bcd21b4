#include "app/bench/calibrator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace bench {
namespace {

// Gains +-3 %, phases +-2 degrees, coil errors and pick-up, every phase different.
signals::FrontEndSettings mis_set() {
    signals::FrontEndSettings f;
    f.gain_error = {0.03, -0.03, -0.02, 0.025, 0.01, -0.015, 0.0};
    f.coil_gain_error = {0.01, -0.008, 0.005};
    f.coil_phase_error = {2.0, -2.0, 0.7};
    f.coil_pickup_ma_per_v = {0.1, -0.05, 0.02};
    f.offset_uv = {300.0, -200.0, 100.0, 50.0, -400.0, 20.0, 0.0};
    f.chop_uv = 100.0;
    return f;
}

void expect_all_within(const Errors& errors, double percent) {
    for (std::size_t p = 0; p < 3; ++p) {
        EXPECT_NEAR(errors[p].voltage, 0.0, percent) << p;
        EXPECT_NEAR(errors[p].energy_0, 0.0, percent) << p;
        EXPECT_NEAR(errors[p].energy_60, 0.0, percent) << p;
        EXPECT_NEAR(errors[p].energy_low, 0.0, percent) << p;
        EXPECT_NEAR(errors[p].current_low, 0.0, percent) << p;
    }
}

struct Load {
    int ct_primary;
    double voltage;
    double frequency;
};

class Calibrate : public ::testing::TestWithParam<Load> {};

TEST_P(Calibrate, RecoversAMisSetFrontEnd) {
    const Load at = GetParam();
    const CalibrationLoad load = calibration_load(at.ct_primary, at.voltage, at.frequency);
    const signals::FrontEndSettings front_end = mis_set();
    const Errors before = measure_errors(front_end, load, {});
    EXPECT_GT(std::abs(before[0].energy_60), 1.0);
    EXPECT_GT(std::abs(before[1].voltage), 1.0);
    expect_all_within(measure_errors(front_end, load, calibrate(front_end, load)), 0.02);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Loads, Calibrate, ::testing::Values(
    Load{100, 277.0, 60.0},      // preamplifier 8
    Load{400, 230.0, 50.0}));    // preamplifier 1
// clang-format on

TEST(Calibrate, FindsWhatWasMisSet) {
    signals::FrontEndSettings front_end;
    front_end.gain_error[1] = 0.02;            // VA
    front_end.coil_gain_error[1] = -0.03;      // rope B
    front_end.coil_phase_error[2] = 1.0;       // rope C lags
    front_end.coil_pickup_ma_per_v[0] = 0.05;  // rope A
    const meter::Calibration c = calibrate(front_end, calibration_load(100, 277.0, 60.0));
    EXPECT_NEAR(c.phase[0].voltage_gain / 16'777'216.0, 1.0 / 1.02, 1e-4);
    EXPECT_NEAR(c.phase[1].current_gain / 16'777'216.0, 1.0 / 0.97, 1e-4);
    // 1 degree at 60 Hz is 2747 (metrology.md 1.5), here taken away from the default 1025.
    EXPECT_NEAR(c.phase[2].phase_adjust, 1025 - 2747, 25);
    EXPECT_NEAR(c.phase[1].phase_adjust, 1025, 10);
    // 0.05 mA/V; a current LSB is 400 uA, a voltage LSB 40 uV.
    EXPECT_NEAR(c.phase[0].voltage_pickup / 4'294'967'296.0 * 400e-6 / 40e-6, 0.05e-3, 1e-6);
    EXPECT_NEAR(c.phase[1].voltage_pickup / 4'294'967'296.0 * 400e-6 / 40e-6, 0.0, 1e-6);
}

TEST(Calibrate, IsDeterministic) {
    const CalibrationLoad load = calibration_load(100, 277.0, 60.0);
    EXPECT_EQ(calibrate(mis_set(), load), calibrate(mis_set(), load));
}

TEST(Calibrate, SaysWhatTheRegistersCannotTakeBack) {
    signals::FrontEndSettings front_end;
    front_end.gain_error[3] = -0.5;
    front_end.gain_error[2] = -0.48;
    try {
        calibrate(front_end, calibration_load(100, 277.0, 60.0));
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find("phase B"), std::string::npos) << error.what();
        EXPECT_NE(std::string(error.what()).find("voltage gain"), std::string::npos)
            << error.what();
    }
}

// Published constants of the phase compensation (metrology.md 1.5).
TEST(PhaseFilter, FollowsThePublishedFormula) {
    for (const double degrees : {-2.0, 0.5, 1.0, 3.0}) {
        const double t = std::tan(degrees * std::numbers::pi / 180.0);
        EXPECT_NEAR(phase_adjust_for(degrees * std::numbers::pi / 180.0, 60.0),
                    1'048'576.0 * 0.02229 * t / (0.1487 - 0.0131 * t), 3.0);
        EXPECT_NEAR(phase_adjust_for(degrees * std::numbers::pi / 180.0, 50.0),
                    1'048'576.0 * 0.0155 * t / (0.1241 - 0.009695 * t), 5.0);
    }
    EXPECT_NEAR(phase_filter_lag(phase_adjust_for(0.02, 55.0), 55.0), 0.02, 1e-12);
}

}  // namespace
}  // namespace bench
