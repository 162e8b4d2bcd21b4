// Expected values: integrals over the gated sine, written down in metrology.md 3.3 and 6.
#include "app/typetest/waveform.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "app/typetest/gated_input.h"

namespace typetest {
namespace {

using std::numbers::pi;
using std::numbers::sqrt2;

std::complex<double> fundamental(Wave wave) {
    const signals::Gate gate = gate_of(wave);
    for (const signals::Line& line : signals::lines_of(gate, 1)) {
        if (line.order == gate.cycles) return line.current;
    }
    return {};
}

double value(const std::vector<signals::Line>& lines, int cycles, double degrees) {
    double sum = 0.0;
    for (const signals::Line& line : lines) {
        sum += sqrt2 *
               (line.current * std::polar(1.0, line.order * degrees * pi / 180.0 / cycles)).imag();
    }
    return sum;
}

double rms(const std::vector<signals::Line>& lines) {
    double sum = 0.0;
    for (const signals::Line& line : lines) sum += std::norm(line.current);
    return std::sqrt(sum);
}

TEST(Gated, EveryWaveCarriesHalfThePower) {
    for (const Wave wave : {Wave::burst, Wave::phase_fired, Wave::half_wave}) {
        EXPECT_NEAR(fundamental(wave).real(), 0.5, 1e-12);
    }
    EXPECT_NEAR(fundamental(Wave::burst).imag(), 0.0, 1e-12);
    EXPECT_NEAR(fundamental(Wave::half_wave).imag(), 0.0, 1e-12);
    EXPECT_NEAR(fundamental(Wave::phase_fired).imag(), -1.0 / pi, 1e-12);  // it lags
}

TEST(Gated, RmsIsThatOfTheWaveWithoutItsConstantPart) {
    EXPECT_NEAR(rms(signals::lines_of(gate_of(Wave::burst), 400)), 1.0 / sqrt2, 1e-4);
    EXPECT_NEAR(rms(signals::lines_of(gate_of(Wave::phase_fired), 400)), 1.0 / sqrt2, 2e-3);
    // Peak sqrt2: AC part 0.3856 of the peak.
    EXPECT_NEAR(rms(signals::lines_of(gate_of(Wave::half_wave), 400)), 0.3856 * sqrt2, 1e-4);
}

TEST(Gated, SeriesFollowsTheWave) {
    const auto burst = signals::lines_of(gate_of(Wave::burst), 200);
    EXPECT_NEAR(value(burst, 4, 90.0), sqrt2, 0.01);
    EXPECT_NEAR(value(burst, 4, 360.0 + 270.0), -sqrt2, 0.01);
    EXPECT_NEAR(value(burst, 4, 720.0 + 90.0), 0.0, 0.01);
    const auto fired = signals::lines_of(gate_of(Wave::phase_fired), 400);
    EXPECT_NEAR(value(fired, 1, 45.0), 0.0, 0.01);
    EXPECT_NEAR(value(fired, 1, 135.0), 1.0, 0.01);
    EXPECT_NEAR(value(fired, 1, 315.0), -1.0, 0.01);
}

// The source's slope is the derivative of its current, and blocks may be cut anywhere.
TEST(Gated, SlopeIsTheDerivative) {
    signals::Installation in;
    in.frequency = 60.0;
    in.current = {10.0, 20.0, 30.0};
    in.angle = {0.0, 30.0, -20.0};
    const auto input = gated_input(gate_of(Wave::half_wave), in, {});
    const auto shifted_front_end = [](double degrees) {
        signals::FrontEndSettings f;  // a rope's lag moves its slot: two instants, one frame
        f.coil_phase_error.fill(degrees);
        return f;
    };
    constexpr double kDegrees = 0.001;
    const double dt = 2.0 * kDegrees / 360.0 / 60.0;
    signals::TerminalBlock now, before, after;
    input->source().fill(1000, 100, signals::Fill::with_current, now);
    gated_input(gate_of(Wave::half_wave), in, shifted_front_end(kDegrees))
        ->source()
        .fill(1000, 100, signals::Fill::with_current, before);
    gated_input(gate_of(Wave::half_wave), in, shifted_front_end(-kDegrees))
        ->source()
        .fill(1000, 100, signals::Fill::with_current, after);
    for (std::size_t x = 0; x < 3; ++x) {
        for (std::size_t n = 0; n < 100; ++n) {
            EXPECT_NEAR((after.current[x][n] - before.current[x][n]) / dt, now.slope[x][n],
                        1e-3 * 30.0 * 2.0 * pi * 60.0);
        }
    }
    signals::TerminalBlock one;
    input->source().fill(1042, 1, signals::Fill::with_current, one);
    EXPECT_EQ(one.slope[1][0], now.slope[1][42]);
    EXPECT_EQ(one.voltage[2][0], now.voltage[2][42]);
}

TEST(Gated, TruthIsHalfOfTheSine) {
    signals::Installation in;
    in.voltage.fill(277.0);
    in.current.fill(50.0);
    in.angle.fill(0.0);
    const auto input = gated_input(gate_of(Wave::burst), in, {});
    EXPECT_NEAR(input->truth(0, 0).total.real_w, 3.0 * 277.0 * 50.0 / 2.0, 1e-6);
}

TEST(Shaped, FifthHarmonicIsThatOfTheStandard) {
    const auto harmonics = harmonics_of(Wave::fifth_harmonic);
    ASSERT_EQ(harmonics.size(), 1U);
    EXPECT_EQ(harmonics[0].order, 5);
    EXPECT_EQ(harmonics[0].voltage_percent, 10.0);
    EXPECT_EQ(harmonics[0].current_percent, 40.0);
    EXPECT_EQ(harmonics_of(Wave::quadriform).size(), 5U);
    EXPECT_TRUE(harmonics_of(Wave::burst).empty());
}

}  // namespace
}  // namespace typetest
