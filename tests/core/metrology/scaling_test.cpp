// Every constant of the nominal front end, computed again in double from metrology.md 1.2 and 2.
#include "core/metrology/scaling.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/metrology/make_readings.h"
#include "core/metrology/sample.h"
#include "tests/core/support/response.h"

namespace meter {
namespace {

using test::delay;
using Complex = std::complex<double>;

constexpr double kMiddle = 55.0;     // Hz, where gains are taken
constexpr double kCount = 356.6e-9;  // V
constexpr double kPole = 1.0 - 0x1p-10;

Complex leak(double f) { return (1.0 + delay(f)) / (1.0 - kPole * delay(f)); }
Complex block(double f) { return (1.0 - delay(f)) / (1.0 - kPole * delay(f)); }
Complex phase(double f) { return 1.0 + 1025.0 * 0x1p-20 / (1.0 - (1.0 - 0x1p-9) * delay(f)); }
double cot(double f) { return 1.0 / std::tan(test::omega(f) / 2.0); }

TEST(Scaling, VoltageGain) {
    const double volts_per_count = 600.0 * std::sqrt(2.0) / 0.25 * kCount;
    const double gain = volts_per_count / 156.25e-9 / std::abs(block(kMiddle)) * 0x1p11;
    EXPECT_NEAR(static_cast<double>(kNominalVoltageGain) / gain, 1.0, 1e-7);
}

TEST(Scaling, CurrentGain) {
    // Counts a rope gives for one ampere at the middle frequency.
    const double counts = 0.2 / kCount / (5000.0 * std::sqrt(2.0)) * kMiddle / 60.0;
    const double fir = 13.0 - 2.0 * std::cos(test::omega(kMiddle));
    const double integral = counts * 0x1p12 * fir * std::abs(leak(kMiddle) * block(kMiddle));
    const double gain = 1.0 / 1.5625e-6 / (integral * 0x1p-8) / std::abs(phase(kMiddle)) * 0x1p19;
    EXPECT_NEAR(static_cast<double>(kNominalCurrentGain) / gain, 1.0, 1e-6);
}

TEST(Scaling, QuadratureGain) {
    const double gain = std::abs(leak(kMiddle) * phase(kMiddle)) / cot(kMiddle);
    EXPECT_NEAR(static_cast<double>(kQuadratureGainQ30) * 0x1p-30 / gain, 1.0, 1e-8);
}

TEST(Scaling, GainsStrayLittleFrom45To65Hz) {
    const auto current = [](double f) {
        return f * (13.0 - 2.0 * std::cos(test::omega(f))) *
               std::abs(leak(f) * block(f) * phase(f));
    };
    for (double f = 45.0; f <= 65.0; f += 1.0) {
        EXPECT_NEAR(std::abs(block(f)) / std::abs(block(kMiddle)), 1.0, 4.1e-5) << f;
        EXPECT_NEAR(current(f) / current(kMiddle), 1.0, 4.1e-5) << f;
    }
}

// metrology.md 1.1: Thiran, D = 2 + (slot - VB) / 13 frames.
TEST(Scaling, Alignment) {
    for (int slot = 0; slot < 6; ++slot) {
        const double d = 2.0 + 2.0 * (slot - 3) / 13.0;
        const double a1 = -2.0 * (d - 2.0) / (d + 1.0);
        const double a2 = (d - 1.0) * (d - 2.0) / ((d + 1.0) * (d + 2.0));
        const AllPassCoefficients c = kAlignment[static_cast<std::size_t>(slot)];
        EXPECT_NEAR(c.a1, a1 * 0x1p24, 0.51) << slot;
        EXPECT_NEAR(c.a2, a2 * 0x1p24, 0.51) << slot;
    }
}

TEST(Scaling, SampleLimitKeepsSumsInBounds) {
    const double limit = kSampleLimit;
    EXPECT_LT(limit * limit, 0x1p51);
    EXPECT_LT(limit * limit * kForcedWindowFrames, 0x1p62 * 1.5);
}

TEST(QuadratureFactor, ClosedForm) {
    for (double f = 1.0; f <= 80.0; f += 0.37) {
        const double exact = 32.0 / cot(f) / (static_cast<double>(kQuadratureGainQ30) * 0x1p-30);
        const auto uhz = static_cast<std::int32_t>(std::lround(f * 1e6));
        EXPECT_NEAR(static_cast<double>(quadrature_factor_q30(uhz)) * 0x1p-30 / exact, 1.0, 1e-7)
            << f;
    }
    EXPECT_EQ(quadrature_factor_q30(0), quadrature_factor_q30(60'000'000));
}

}  // namespace
}  // namespace meter
