#include "signals/synth/synthesizer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "tests/signals/waveform.h"

namespace signals {
namespace {

using test::Real;

// theta of an instant `seconds` into a frame, reduced before it loses digits.
Real theta_at(const Installation& in, std::int64_t frame, double seconds) {
    const Real turns = Real{in.frequency} * (static_cast<Real>(frame) * 13 / 32'768 + seconds);
    return 2 * test::kPi * (turns - std::floor(turns));
}

double relative(double value, Real expected, double scale) {
    return std::abs(static_cast<double>(value - expected)) / scale;
}

// Largest error of a block, each quantity relative to its own fundamental's peak.
double worst_error(const Installation& in, const SlotTiming& timing, const TerminalBlock& block) {
    double worst = 0.0;
    for (int n = 0; n < block.frames; ++n) {
        const auto i = static_cast<std::size_t>(n);
        const std::int64_t frame = block.first_frame + n;
        Real neutral = 0;
        Real neutral_slope = 0;
        for (std::size_t x = 0; x < 3; ++x) {
            const Real at_v = theta_at(in, frame, timing.voltage[x]);
            const Real at_i = theta_at(in, frame, timing.current[x]);
            const Real at_n = theta_at(in, frame, timing.current[3]);
            neutral += test::current_at(in, x, at_n);
            neutral_slope += test::slope_at(in, x, at_n);
            worst = std::max({worst,
                              relative(block.voltage[x][i], test::voltage_at(in, x, at_v), 300.0),
                              relative(block.current[x][i], test::current_at(in, x, at_i), 100.0),
                              relative(block.slope[x][i], test::slope_at(in, x, at_i), 30'000.0)});
        }
        worst = std::max({worst, relative(block.current[3][i], neutral, 100.0),
                          relative(block.slope[3][i], neutral_slope, 30'000.0)});
    }
    return worst;
}

TEST(Synthesizer, AgreesWithTheDefinition) {
    const Installation in = test::unbalanced_with_harmonics();
    Synthesizer synthesizer(in);
    TerminalBlock block;
    for (const std::int64_t first : {0LL, 31LL, 1'000'003LL, 79'000'000'001LL, -5'000LL}) {
        synthesizer.fill(first, kBlockFrames, Fill::with_current, block);
        // At frame 8e10 the reference itself loses digits: 2^-64 of 1.5e9 turns.
        const double tolerance = first > 1'000'000'000 ? 1e-7 : 1e-12;
        EXPECT_LT(worst_error(in, multiplexer_timing(), block), tolerance) << first;
    }
}

TEST(Synthesizer, EveryOrderIsItself) {
    for (int order = 2; order <= 40; ++order) {
        Installation in;
        in.harmonics = {{order, 35.0, 60.0, 5.0 * order, -9.0 * order}};
        Synthesizer synthesizer(in);
        TerminalBlock block;
        synthesizer.fill(12'345, kBlockFrames, Fill::with_current, block);
        EXPECT_LT(worst_error(in, multiplexer_timing(), block), 1e-12) << order;
    }
}

TEST(Synthesizer, SlotsAreTwoTicksApart) {
    const SlotTiming timing = multiplexer_timing();
    EXPECT_EQ(timing.current[0], 0.0);
    EXPECT_DOUBLE_EQ(timing.voltage[0], 61.03515625e-6);  // metrology.md 6, IA-VA skew
    EXPECT_DOUBLE_EQ(timing.voltage[2], 10.0 / 32'768.0);
    EXPECT_DOUBLE_EQ(timing.current[3], 12.0 / 32'768.0);
}

TEST(Synthesizer, OwnTimingMovesAChannel) {
    const Installation in = test::unbalanced_with_harmonics();
    SlotTiming timing = multiplexer_timing();
    timing.current[1] -= 23e-6;
    timing.voltage[2] += 5e-6;
    Synthesizer synthesizer(in, timing);
    TerminalBlock block;
    synthesizer.fill(77, kBlockFrames, Fill::with_current, block);
    EXPECT_LT(worst_error(in, timing, block), 2e-13);
    EXPECT_GT(worst_error(in, multiplexer_timing(), block), 1e-4);
}

// The slope row, integrated, is the current row: central differences of a fine time grid.
TEST(Synthesizer, SlopeIsTheDerivativeOfTheCurrent) {
    const Installation in = test::unbalanced_with_harmonics();
    constexpr double kStep = 1e-7;
    SlotTiming early;
    SlotTiming late;
    early.current.fill(1e-4 - kStep);
    late.current.fill(1e-4 + kStep);
    SlotTiming middle;
    middle.current.fill(1e-4);
    TerminalBlock before;
    TerminalBlock after;
    TerminalBlock at;
    Synthesizer(in, early).fill(500, 64, Fill::with_current, before);
    Synthesizer(in, late).fill(500, 64, Fill::with_current, after);
    Synthesizer(in, middle).fill(500, 64, Fill::with_current, at);
    for (std::size_t x = 0; x < kConductors; ++x) {
        for (std::size_t n = 0; n < 64; ++n) {
            const double quotient = (after.current[x][n] - before.current[x][n]) / (2.0 * kStep);
            EXPECT_NEAR(at.slope[x][n], quotient, 2.0) << x << " " << n;  // of 4e4 A/s
        }
    }
}

TEST(Synthesizer, AnyPartitionGivesTheSameBits) {
    Synthesizer synthesizer(test::unbalanced_with_harmonics());
    synthesizer.set(test::unbalanced_with_harmonics(), 17);  // tiles count from here
    TerminalBlock whole;
    synthesizer.fill(1'000, kBlockFrames, Fill::with_current, whole);
    for (const int size : {1, 2, 7, 31, 32, 33, 64, 127}) {
        for (int done = 0; done < kBlockFrames; done += size) {
            const int frames = std::min(size, kBlockFrames - done);
            TerminalBlock part;
            synthesizer.fill(1'000 + done, frames, Fill::with_current, part);
            ASSERT_EQ(part.first_frame, 1'000 + done);
            ASSERT_EQ(part.frames, frames);
            for (std::size_t x = 0; x < kConductors; ++x) {
                for (int n = 0; n < frames; ++n) {
                    const auto i = static_cast<std::size_t>(n);
                    const auto w = static_cast<std::size_t>(done + n);
                    ASSERT_EQ(part.slope[x][i], whole.slope[x][w]);
                    ASSERT_EQ(part.current[x][i], whole.current[x][w]);
                    if (x < 3) {
                        ASSERT_EQ(part.voltage[x][i], whole.voltage[x][w]);
                    }
                }
            }
        }
    }
}

// A digest of the bits themselves. Held by GCC 12 -O0, -O2, -O3 -march=haswell and by Clang 14.
TEST(Synthesizer, BitsAreTheSameOnEveryCompiler) {
    Synthesizer synthesizer(test::unbalanced_with_harmonics());
    std::uint64_t digest = 0;
    TerminalBlock block;
    for (std::int64_t frame = 0; frame < 100 * kBlockFrames; frame += kBlockFrames) {
        synthesizer.fill(frame, kBlockFrames, Fill::meter_inputs, block);
        for (std::size_t x = 0; x < 3; ++x) {
            for (std::size_t n = 0; n < kBlockFrames; ++n) {
                digest = digest * 31 + std::bit_cast<std::uint64_t>(block.voltage[x][n]);
                digest = digest * 31 + std::bit_cast<std::uint64_t>(block.slope[x][n]);
            }
        }
    }
    EXPECT_EQ(digest, 6'029'520'217'503'032'806U);
}

TEST(Synthesizer, ChangesAreContinuousInPhase) {
    Installation in;
    in.voltage = {100.0, 100.0, 100.0};
    Synthesizer synthesizer(in);
    const Phase before = synthesizer.phase_at(1'234);
    in.frequency = 50.0;
    in.voltage = {200.0, 200.0, 200.0};
    synthesizer.set(in, 1'234);
    EXPECT_EQ(synthesizer.phase_at(1'234), before);
    EXPECT_EQ(synthesizer.phase_at(1'235).bits - before.bits, std::uint64_t{650} << 49);
    EXPECT_EQ(before.bits, 1'234 * (std::uint64_t{780} << 49));

    TerminalBlock block;
    synthesizer.fill(1'234, 1, Fill::meter_inputs, block);
    const Real theta = 2 * test::kPi * (static_cast<Real>(before.bits) / 0x1p64L) +
                       2 * test::kPi * 50 * Real{2.0 / 32'768.0};
    EXPECT_NEAR(block.voltage[0][0], static_cast<double>(200 * test::kSqrt2 * std::sin(theta)),
                1e-10);
}

TEST(Synthesizer, RestoredCourseGivesTheSameBits) {
    Installation in = test::unbalanced_with_harmonics();
    Synthesizer one(in);
    in.frequency = 61.3;
    one.set(in, 4'321);
    Synthesizer other(Installation{});
    other.restore(one.course());
    TerminalBlock a;
    TerminalBlock b;
    one.fill(9'999, kBlockFrames, Fill::meter_inputs, a);
    other.fill(9'999, kBlockFrames, Fill::meter_inputs, b);
    EXPECT_EQ(a.voltage, b.voltage);
    EXPECT_EQ(a.slope, b.slope);
}

TEST(Synthesizer, RefusesWhatItCannotDo) {
    Installation in;
    Synthesizer synthesizer(in);
    TerminalBlock block;
    EXPECT_THROW(synthesizer.fill(0, 0, Fill::meter_inputs, block), std::invalid_argument);
    EXPECT_THROW(synthesizer.fill(0, kBlockFrames + 1, Fill::meter_inputs, block),
                 std::invalid_argument);
    in.frequency = 5'000.0;
    EXPECT_THROW(synthesizer.set(in, 10), std::invalid_argument);
    EXPECT_EQ(synthesizer.course().installation_at(10).frequency, 60.0);
}

TEST(Synthesizer, UnconnectedTerminalsAreQuiet) {
    Synthesizer synthesizer(test::unbalanced_with_harmonics(), multiplexer_timing(), wiring_of(10));
    TerminalBlock block;
    synthesizer.fill(0, kBlockFrames, Fill::with_current, block);
    for (std::size_t n = 0; n < kBlockFrames; ++n) {
        EXPECT_EQ(block.voltage[1][n], 0.0);
        EXPECT_EQ(block.slope[2][n], 0.0);
    }
    EXPECT_NE(block.voltage[0][3], 0.0);
}

}  // namespace
}  // namespace signals
