// Each filter against its closed form, and against the tables of metrology.md 1.1, 1.5 and 2.4.
#include "core/metrology/filters.h"

#include <gtest/gtest.h>

#include "core/metrology/scaling.h"
#include "tests/core/support/response.h"

namespace meter {
namespace {

using test::delay;
using test::millidegrees;
using test::response;

using Complex = std::complex<double>;

constexpr double kFrequencies[] = {45, 50, 60, 65, 100, 180, 300, 420};

auto all_pass(std::int64_t a1, std::int64_t a2) {
    return [=] {
        return
            [filter = AllPass{}, a1, a2](std::int64_t x) mutable { return filter.step(x, a1, a2); };
    };
}

auto blocker() {
    return [filter = DcBlocker{}](std::int64_t x) mutable { return filter.step(x); };
}

auto trapezoid() {
    return [filter = LeakyTrapezoid{}](std::int64_t x) mutable { return filter.step(x); };
}

auto phase_filter(std::int64_t adjust) {
    return [=] {
        return [filter = PhaseFilter{}, adjust](std::int64_t x) mutable {
            return filter.step(x, adjust);
        };
    };
}

// FIR3 behind an all-pass that only delays by two frames.
auto fir3() {
    return [align = AllPass{}, filter = Fir3{}](std::int64_t x) mutable {
        align.step(x, 0, 0);
        return filter.step(align);
    };
}

TEST(AllPass, UnitGainAndClosedForm) {
    for (const AllPassCoefficients& c : kAlignment) {
        const double a1 = c.a1 * 0x1p-24, a2 = c.a2 * 0x1p-24;
        for (const double f : kFrequencies) {
            const Complex z = delay(f);
            const Complex exact = (a2 + a1 * z + z * z) / (1.0 + a1 * z + a2 * z * z);
            const Complex h = response(all_pass(c.a1, c.a2), f);
            EXPECT_NEAR(std::abs(h), 1.0, 1e-8) << f;
            EXPECT_NEAR(std::abs(h - exact), 0.0, 1e-8) << f;
        }
    }
}

struct Residual {
    int slot;
    double delay;            // frames
    double millidegrees[7];  // at 45 60 65 100 180 300 420 Hz, metrology.md 1.1
    double tolerance[7];     // half of the last digit printed there
};

constexpr double kResidualFrequencies[] = {45, 60, 65, 100, 180, 300, 420};

// clang-format off
constexpr Residual kResiduals[] = {
    {4, 28.0 / 13, {0.01,  0.03,  0.04,  0.4,  7.0,  85.0,  420.0}, {.006, .006, .006, .06, .6,  .6, .6}},
    {2, 24.0 / 13, {0.00, -0.02, -0.02, -0.2, -3.7, -47.0, -241.0}, {.006, .006, .006, .06, .06, .6, .6}},
};
// clang-format on

TEST(AllPass, DelaysByTheTableOfTheSpecification) {
    for (const Residual& row : kResiduals) {
        const AllPassCoefficients c = kAlignment[static_cast<std::size_t>(row.slot)];
        for (std::size_t k = 0; k < std::size(kResidualFrequencies); ++k) {
            const double f = kResidualFrequencies[k];
            const Complex ideal = std::polar(1.0, -test::omega(f) * row.delay);
            EXPECT_NEAR(millidegrees(response(all_pass(c.a1, c.a2), f) / ideal),
                        row.millidegrees[k], row.tolerance[k])
                << row.slot << ' ' << f;
        }
    }
}

// Published: within 1.5 mdeg at 100 Hz (metrology.md 1.1); the farther slots are the harder ones.
TEST(AllPass, EverySlotIsAlignedWithinTwoMillidegreesAt100Hz) {
    for (std::size_t slot = 0; slot < kAlignment.size(); ++slot) {
        const double frames = 2.0 + (2.0 * static_cast<double>(slot) - 6.0) / 13.0;
        for (const double f : {45.0, 65.0, 100.0}) {
            const Complex h = response(all_pass(kAlignment[slot].a1, kAlignment[slot].a2), f);
            EXPECT_NEAR(millidegrees(h / std::polar(1.0, -test::omega(f) * frames)), 0.0, 1.5)
                << slot << ' ' << f;
        }
    }
}

TEST(AllPass, PassesConstantsUnchanged) {
    for (const AllPassCoefficients& c : kAlignment) {
        for (const std::int64_t x : {1LL << 32, -(1LL << 32), 12'345LL}) {
            AllPass filter;
            std::int64_t y = 0;
            for (int n = 0; n < 100; ++n) y = filter.step(x, c.a1, c.a2);
            EXPECT_EQ(y, x) << c.a1;
        }
    }
}

struct Lead {
    double hertz, degrees;
};
// k = 10 in the table "Leak" of metrology.md 2.4.
constexpr Lead kLeads[] = {{45, 0.499}, {50, 0.449}, {60, 0.374}, {65, 0.345}};

constexpr double kPole = 1.0 - 0x1p-10;

TEST(DcBlocker, ClosedFormAndLead) {
    for (const double f : kFrequencies) {
        const Complex z = delay(f);
        EXPECT_NEAR(std::abs(response(blocker, f) - (1.0 - z) / (1.0 - kPole * z)), 0.0, 1e-7);
    }
    for (const Lead& row : kLeads) {
        EXPECT_NEAR(millidegrees(response(blocker, row.hertz)) * 1e-3, row.degrees, 6e-4);
    }
}

// What a shift drops stays in the state: a constant leaves nothing, not even half an LSB.
TEST(DcBlocker, TakesAConstantAwayCompletely) {
    for (const std::int64_t x : {1LL, -1LL, 511LL, -1'025LL, (1LL << 46) + 3, -(1LL << 46) - 3}) {
        DcBlocker filter;
        for (int n = 0; n < 60'000; ++n) filter.step(x);
        std::int64_t sum = 0;
        for (int n = 0; n < 1'024; ++n) sum += filter.step(x);
        EXPECT_EQ(sum, 0) << x;
    }
}

TEST(LeakyTrapezoid, ClosedFormAndLead) {
    for (const double f : kFrequencies) {
        const Complex z = delay(f);
        const Complex exact = (1.0 + z) / (1.0 - kPole * z);
        EXPECT_NEAR(std::abs(response(trapezoid, f) / exact - 1.0), 0.0, 1e-7) << f;
    }
    for (const Lead& row : kLeads) {
        EXPECT_NEAR(millidegrees(response(trapezoid, row.hertz)) * 1e-3, -90.0 + row.degrees, 6e-4);
    }
}

struct PhaseResidual {
    double hertz, millidegrees;
};
// k = 10, PHADJ = 1025 in the second table of metrology.md 2.4.
constexpr PhaseResidual kPhaseResiduals[] = {{45, 0.23}, {50, 0.17}, {60, 0.10},
                                             {65, 0.08}, {180, 0.0}, {300, 0.0}};

TEST(PhaseFilter, TakesTheLeadOfTheLeakBack) {
    for (const PhaseResidual& row : kPhaseResiduals) {
        const Complex h = response(trapezoid, row.hertz) * response(phase_filter(1'025), row.hertz);
        EXPECT_NEAR(millidegrees(h) + 90e3, row.millidegrees, 0.006) << row.hertz;
    }
}

TEST(PhaseFilter, ClosedForm) {
    for (const std::int64_t adjust : {1'025, -1'025, 32'767, -32'767}) {
        for (const double f : kFrequencies) {
            const Complex exact =
                1.0 + static_cast<double>(adjust) * 0x1p-20 / (1.0 - (1.0 - 0x1p-9) * delay(f));
            EXPECT_NEAR(std::abs(response(phase_filter(adjust), f, 1LL << 40) - exact), 0.0, 1e-7);
        }
    }
}

// 1 degree at 60 Hz is PHADJ 2747; it falls as 1/f (metrology.md 1.5).
TEST(PhaseFilter, OneDegree) {
    constexpr Lead kLags[] = {{45, 1.334}, {50, 1.200}, {60, 1.000}, {65, 0.923}};
    for (const Lead& row : kLags) {
        EXPECT_NEAR(millidegrees(response(phase_filter(2'747), row.hertz)) * -1e-3, row.degrees,
                    6e-4);
    }
}

struct Magnitude {
    double hertz, percent, tolerance;
};
// trapezoid * FIR3 against 1/f, normalized at 60 Hz: (1 + 4/11 sin^2 x) x / tan x, x = pi f/fs.
constexpr Magnitude kMagnitudes[] = {
    {45, -0.0069, 0.0006}, {50, -0.0048, 0.0006}, {65, 0.0026, 0.0006}, {180, 0.0699, 0.001},
    {300, -0.0972, 0.001}, {420, -1.080, 0.001},  {660, -8.743, 0.01},  {1000, -44.40, 0.01},
};

TEST(Fir3, FlattensTheTrapezoid) {
    const auto gain = [](double f) {
        return std::abs(response(fir3, f) * response(trapezoid, f)) * f;
    };
    // The leak itself bends the curve by 3e-5 at 45 Hz; the table is without it.
    const auto leak = [](double f) {
        const Complex z = delay(f);
        return std::abs((1.0 - z) / (1.0 - kPole * z));
    };
    const double at60 = gain(60) / leak(60);
    for (const Magnitude& row : kMagnitudes) {
        EXPECT_NEAR((gain(row.hertz) / leak(row.hertz) / at60 - 1.0) * 100.0, row.percent,
                    row.tolerance)
            << row.hertz;
    }
}

TEST(Fir3, LinearPhaseAndElevenfoldGain) {
    for (const double f : kFrequencies) {
        const Complex z = delay(f);
        const Complex h = response(fir3, f);
        EXPECT_NEAR(std::abs(h - (13.0 - 2.0 * std::cos(test::omega(f))) * z * z * z), 0.0, 1e-9);
    }
}

}  // namespace
}  // namespace meter
