#include "signals/truth/installation_truth.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <stdexcept>

#include "signals/wiring/wiring.h"
#include "tests/signals/waveform.h"

namespace signals {
namespace {

constexpr double kTight = 1e-9;

Installation balanced(double volts, double amps, double degrees) {
    Installation in;
    in.voltage.fill(volts);
    in.current.fill(amps);
    in.angle.fill(degrees);
    return in;
}

TEST(InstallationTruth, BalancedSine) {
    const Truth t = installation_truth(balanced(277.0, 120.0, 30.0), 40);
    for (std::size_t x = 0; x < 3; ++x) {
        EXPECT_NEAR(t.voltage_ln[x], 277.0, kTight);
        EXPECT_NEAR(t.voltage_ll[x], 277.0 * std::sqrt(3.0), kTight);
        EXPECT_NEAR(t.current[x], 120.0, kTight);
        EXPECT_NEAR(t.power[x].real_w, 277.0 * 120.0 * std::sqrt(0.75), kTight);
        EXPECT_NEAR(t.power[x].reactive_var, 277.0 * 120.0 * 0.5, kTight);
        EXPECT_NEAR(t.power[x].apparent_va, 277.0 * 120.0, kTight);
        EXPECT_NEAR(t.power[x].power_factor, std::sqrt(0.75), kTight);
    }
    EXPECT_NEAR(t.total.apparent_va, 3.0 * 277.0 * 120.0, 1e-8);
    EXPECT_NEAR(t.total.power_factor, std::sqrt(0.75), kTight);
    EXPECT_NEAR(t.voltage_ll_average, 277.0 * std::sqrt(3.0), kTight);
    EXPECT_EQ(t.frequency, 60.0);
}

// metrology.md 3.3 and 6: exactly 1.04 V1 I1.
TEST(InstallationTruth, FifthHarmonicTest) {
    Installation in = balanced(230.0, 50.0, 0.0);
    in.harmonics = {{5, 10.0, 40.0, 0.0, 0.0}};
    const Truth t = installation_truth(in, 40);
    for (std::size_t x = 0; x < 3; ++x) {
        EXPECT_NEAR(t.power[x].real_w, 1.04 * 230.0 * 50.0, kTight);
        EXPECT_NEAR(t.power[x].reactive_var, 0.0, kTight);
        EXPECT_NEAR(t.voltage_ln[x], 230.0 * std::sqrt(1.01), kTight);
        EXPECT_NEAR(t.current[x], 50.0 * std::sqrt(1.16), kTight);
        EXPECT_NEAR(t.power[x].apparent_va, 230.0 * 50.0 * std::sqrt(1.01 * 1.16), kTight);
    }
    EXPECT_NEAR(t.total.real_w, 3.0 * 1.04 * 230.0 * 50.0, 1e-8);
    EXPECT_NEAR(t.total.apparent_va, t.total.real_w, 1e-8);  // vector sum: Q is 0
}

TEST(InstallationTruth, ThirdHarmonicCancelsBetweenLines) {
    Installation in = balanced(230.0, 10.0, 0.0);
    in.harmonics = {{3, 20.0, 0.0, 35.0, 0.0}};
    const Truth t = installation_truth(in, 40);
    EXPECT_NEAR(t.voltage_ln[0], 230.0 * std::sqrt(1.04), kTight);
    EXPECT_NEAR(t.voltage_ll[1], 230.0 * std::sqrt(3.0), kTight);
    // Against a virtual neutral it is not there at all.
    EXPECT_NEAR(installation_truth(in, 31).power[0].apparent_va, 2'300.0, kTight);
}

TEST(InstallationTruth, SignsAndMagnitudes) {
    Installation in = balanced(100.0, 10.0, 0.0);
    in.angle = {60.0, -60.0, 180.0};
    const Truth t = installation_truth(in, 40);
    EXPECT_NEAR(t.power[0].reactive_var, 1'000.0 * std::sqrt(0.75), kTight);
    EXPECT_NEAR(t.power[1].reactive_var, -1'000.0 * std::sqrt(0.75), kTight);
    EXPECT_NEAR(t.power[2].real_w, -1'000.0, kTight);
    EXPECT_NEAR(t.power[2].power_factor, 1.0, kTight);
    EXPECT_NEAR(t.total.real_w, 2'000.0, kTight);
    EXPECT_NEAR(t.total.reactive_var, 2'000.0 * std::sqrt(0.75), kTight);
}

// meter.md 2.1, one row per type: L-N, L-L (AB BC CA), phases.
TEST(InstallationTruth, PointsOfEachType) {
    struct Case {
        int type;
        const char* line_neutral;
        const char* line_line;
        const char* phases;
    };
    constexpr Case kCases[] = {{10, "A..", "...", "A.."},
                               {11, "...", "A..", "A.."},
                               {12, "AB.", "A..", "AB."},
                               {31, "...", "ABC", "ABC"},
                               {40, "ABC", "ABC", "ABC"}};
    for (const Case& c : kCases) {
        const Truth t = installation_truth(balanced(240.0, 10.0, 0.0), c.type);
        for (std::size_t x = 0; x < 3; ++x) {
            EXPECT_EQ(std::isnan(t.voltage_ln[x]), c.line_neutral[x] == '.') << c.type;
            EXPECT_EQ(std::isnan(t.voltage_ll[x]), c.line_line[x] == '.') << c.type;
            EXPECT_EQ(std::isnan(t.current[x]), c.phases[x] == '.') << c.type;
            EXPECT_EQ(std::isnan(t.power[x].real_w), c.phases[x] == '.') << c.type;
            EXPECT_EQ(std::isnan(t.power[x].power_factor), c.phases[x] == '.') << c.type;
        }
        EXPECT_EQ(std::isnan(t.voltage_ln_average), c.line_neutral[0] == '.') << c.type;
        EXPECT_EQ(std::isnan(t.voltage_ll_average), c.line_line[0] == '.') << c.type;
        EXPECT_FALSE(std::isnan(t.total.real_w)) << c.type;
        EXPECT_FALSE(std::isnan(t.current_average)) << c.type;
    }
}

TEST(InstallationTruth, SplitPhaseAcrossTwoLines) {
    Installation in = balanced(120.0, 20.0, 0.0);
    in.voltage_angle = default_voltage_angles(11);
    const Truth across = installation_truth(in, 11);
    EXPECT_NEAR(across.voltage_ll[0], 240.0, kTight);
    EXPECT_NEAR(across.total.real_w, 240.0 * 20.0, kTight);
    const Truth halves = installation_truth(in, 12);
    EXPECT_NEAR(halves.voltage_ll[0], 240.0, kTight);
    EXPECT_NEAR(halves.total.real_w, 2 * 120.0 * 20.0, kTight);
    EXPECT_NEAR(halves.voltage_ln_average, 120.0, kTight);
}

TEST(InstallationTruth, PtRatioActsOnVoltageAndPower) {
    const Truth t = installation_truth(balanced(120.0, 5.0, 60.0), 40, 35.0);
    EXPECT_NEAR(t.voltage_ln[2], 4'200.0, 1e-8);
    EXPECT_NEAR(t.current[2], 5.0, kTight);
    EXPECT_NEAR(t.power[2].real_w, 4'200.0 * 5.0 * 0.5, 1e-7);
}

TEST(InstallationTruth, NothingThere) {
    const Truth t = installation_truth(balanced(0.0, 0.0, 0.0), 40);
    EXPECT_EQ(t.total.power_factor, 1.0);  // meter.md 1.2
    EXPECT_EQ(t.power[1].power_factor, 1.0);
    EXPECT_EQ(t.total.apparent_va, 0.0);
    EXPECT_TRUE(std::isnan(t.frequency));
}

TEST(InstallationTruth, UnknownTypeIsAnError) {
    EXPECT_THROW((void)installation_truth(Installation{}, 41), std::invalid_argument);
}

// Mean over one period of the waveform itself, 4096 points (exact for orders below 2048).
double mean(const std::function<test::Real(test::Real)>& f) {
    constexpr int kPoints = 4'096;
    test::Real sum = 0;
    for (int i = 0; i < kPoints; ++i) sum += f(2 * test::kPi * i / kPoints);
    return static_cast<double>(sum / kPoints);
}

TEST(InstallationTruth, AgreesWithIntegralsOfTheWaveform) {
    const Installation in = test::unbalanced_with_harmonics();
    const Truth t = installation_truth(in, 40);
    const Truth delta = installation_truth(in, 31);
    for (std::size_t x = 0; x < 3; ++x) {
        const auto v = [&](test::Real a) { return test::voltage_at(in, x, a); };
        const auto i = [&](test::Real a) { return test::current_at(in, x, a); };
        const auto vll = [&](test::Real a) { return v(a) - test::voltage_at(in, (x + 1) % 3, a); };
        const auto vn = [&](test::Real a) {
            test::Real sum = 0;
            for (std::size_t y = 0; y < 3; ++y) sum += test::voltage_at(in, y, a);
            return v(a) - sum / 3;
        };
        const auto square = [](auto f) { return [f](test::Real a) { return f(a) * f(a); }; };
        EXPECT_NEAR(t.voltage_ln[x], std::sqrt(mean(square(v))), 1e-9);
        EXPECT_NEAR(t.voltage_ll[x], std::sqrt(mean(square(vll))), 1e-9);
        EXPECT_NEAR(t.current[x], std::sqrt(mean(square(i))), 1e-9);
        EXPECT_NEAR(t.power[x].real_w, mean([&](test::Real a) { return v(a) * i(a); }), 1e-7);
        EXPECT_NEAR(delta.power[x].real_w, mean([&](test::Real a) { return vn(a) * i(a); }), 1e-7);
        EXPECT_NEAR(delta.power[x].apparent_va, std::sqrt(mean(square(vn)) * mean(square(i))),
                    1e-7);
    }
}

}  // namespace
}  // namespace signals
