#include "signals/synth/phase.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "signals/source.h"

namespace signals {
namespace {

constexpr double kQuarter = 0x1p62;

TEST(Phase, TurnsAreExactModuloOne) {
    struct Case {
        double turns;
        std::uint64_t bits;
    };
    constexpr Case kCases[] = {
        {0.0, 0},
        {0.25, std::uint64_t{1} << 62},
        {-0.25, std::uint64_t{3} << 62},
        {1.0, 0},
        {-3.0, 0},
        {7.5, std::uint64_t{1} << 63},
        {-7.5, std::uint64_t{1} << 63},
        {0x1p-60, 16},
        {-0x1p-60, ~std::uint64_t{0} - 15},
    };
    for (const Case& c : kCases) EXPECT_EQ(phase_from_turns(c.turns).bits, c.bits) << c.turns;
    EXPECT_EQ(phase_from_degrees(-45.0).bits, std::uint64_t{7} << 61);
    EXPECT_EQ(phase_from_degrees(360.0).bits, 0U);
}

TEST(Phase, IncrementIsTheRoundedQuotient) {
    // 60 * 13 / 32768 * 2^64 = 780 * 2^49: exact.
    EXPECT_EQ(phase_per_frame(60.0).bits, std::uint64_t{780} << 49);
    EXPECT_EQ(phase_per_frame(50.0).bits, std::uint64_t{650} << 49);
    // The double next to 49.98 is 7034059667999293 * 2^-47, so 13 * 4 times that.
    EXPECT_EQ(phase_per_frame(49.98).bits, std::uint64_t{7034059667999293} * 52);
}

TEST(Phase, YearsOfFramesDoNotDrift) {
    // After 32768 frames (13 s) of a whole number of hertz, theta is where it started.
    const Phase increment = phase_per_frame(60.0);
    const std::int64_t ten_years = 32'768LL * 24'275'000;
    EXPECT_EQ((ten_years * increment).bits, 0U);
    EXPECT_EQ(((ten_years + 5) * increment).bits, (5 * increment).bits);
}

TEST(Direction, AgreesWithLibm) {
    double worst = 0.0;
    std::uint64_t bits = 0;
    for (int i = 0; i < 200'000; ++i) {
        bits += 0x9e37'79b9'7f4a'7c15U;
        const long double turns = static_cast<long double>(bits) / 0x1p64L;
        const long double x = 2.0L * std::numbers::pi_v<long double> * turns;
        const Direction d = direction({bits});
        worst = std::max(worst, std::abs(static_cast<double>(d.cosine - std::cos(x))));
        worst = std::max(worst, std::abs(static_cast<double>(d.sine - std::sin(x))));
    }
    EXPECT_LT(worst, 3e-16);
}

TEST(Direction, IsExactAtQuarterTurns) {
    constexpr double kCosine[] = {1.0, 0.0, -1.0, 0.0};
    for (std::uint64_t q = 0; q < 4; ++q) {
        const Direction d = direction({q * static_cast<std::uint64_t>(kQuarter)});
        EXPECT_EQ(d.cosine, kCosine[q]) << q;
        EXPECT_EQ(d.sine, kCosine[(q + 3) % 4]) << q;
    }
}

}  // namespace
}  // namespace signals
