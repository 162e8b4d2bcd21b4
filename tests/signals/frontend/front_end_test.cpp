#include "signals/frontend/front_end.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "signals/frontend/nominal.h"
#include "signals/synth/synthesizer.h"

namespace signals {
namespace {

using meter::AdcFrame;
using meter::Slot;

FrontEndSettings quiet() {
    FrontEndSettings settings;
    settings.noise = false;
    return settings;
}

// A block whose voltage A is `volts` and whose slope A is `slope` in every frame.
TerminalBlock constant_block(double volts, double slope, std::int64_t first_frame = 0,
                             int frames = kBlockFrames) {
    TerminalBlock block;
    block.first_frame = first_frame;
    block.frames = frames;
    block.voltage[0].fill(volts);
    block.slope[0].fill(slope);
    return block;
}

AdcFrame first_of(const FrontEndSettings& settings, const TerminalBlock& block, int preamp = 1) {
    std::vector<AdcFrame> out(static_cast<std::size_t>(block.frames));
    FrontEnd(settings).convert(block, static_cast<std::uint8_t>(preamp), out);
    return out.at(0);
}

std::vector<AdcFrame> silence(const FrontEndSettings& settings, int blocks) {
    const FrontEnd front_end(settings);
    std::vector<AdcFrame> out(static_cast<std::size_t>(blocks * kBlockFrames));
    TerminalBlock block = constant_block(0.0, 0.0);
    for (int b = 0; b < blocks; ++b) {
        block.first_frame = b * kBlockFrames;
        front_end.convert(block, 1,
                          std::span(out).subspan(static_cast<std::size_t>(block.first_frame),
                                                 static_cast<std::size_t>(kBlockFrames)));
    }
    return out;
}

TEST(Nominal, IsThePublishedScale) {
    EXPECT_EQ(nominal::kMutualUh, FrontEndSettings{}.coil_mutual_uh);
    EXPECT_NEAR(nominal::kVoltsPerCount, 1.2103405e-3, 1e-10);
    // metrology.md 2.1: 250 mV peak / (1.25 * 5000 A * sqrt 2) at 60 Hz.
    EXPECT_NEAR(nominal::kAmpsPerCountAt60Hz, 356.6e-9 * 5'000.0 * std::sqrt(2.0) / 0.2, 1e-12);
}

TEST(FrontEnd, VoltageScale) {
    // metrology.md 6: 277 V is 115.4 mV peak, 323.7 k counts peak.
    const double peak = 277.0 * std::sqrt(2.0);
    const AdcFrame frame = first_of(quiet(), constant_block(peak, 0.0));
    EXPECT_NEAR(frame[Slot::VA], 323'700, 100);
    EXPECT_NEAR(frame[Slot::VA], 277.0 / 600.0 * 0.25 / 356.6e-9, 0.5);
    EXPECT_EQ(frame[Slot::VB], 0);
    // The preamplifier is in front of the current inputs only.
    EXPECT_EQ(first_of(quiet(), constant_block(peak, 0.0), 8), frame);
}

TEST(FrontEnd, CurrentScale) {
    // 5000 A rms at 60 Hz: 80 % of 250 mV peak.
    const double peak_slope = 5'000.0 * std::sqrt(2.0) * 2.0 * std::acos(-1.0) * 60.0;
    const AdcFrame frame = first_of(quiet(), constant_block(0.0, peak_slope));
    EXPECT_NEAR(frame[Slot::IA], 0.2 / 356.6e-9, 0.5);
    const AdcFrame amplified = first_of(quiet(), constant_block(0.0, peak_slope / 100.0), 8);
    EXPECT_NEAR(amplified[Slot::IA], 8 * 0.002 / 356.6e-9, 0.5);
    FrontEndSettings other_rope = quiet();
    other_rope.coil_mutual_uh /= 2.0;
    EXPECT_NEAR(first_of(other_rope, constant_block(0.0, peak_slope))[Slot::IA], 0.1 / 356.6e-9,
                0.5);
}

TEST(FrontEnd, GainAndOffsetAreEachSlotsOwn) {
    FrontEndSettings settings = quiet();
    settings.gain_error[1] = 0.02;
    settings.offset_uv[1] = 35.66;
    settings.offset_uv[6] = -356.6;
    const AdcFrame frame = first_of(settings, constant_block(100.0, 0.0));
    EXPECT_NEAR(frame[Slot::VA], 102.0 / nominal::kVoltsPerCount + 100.0, 0.5);
    EXPECT_EQ(frame[Slot::IN], -1'000);
    EXPECT_EQ(frame[Slot::VB], 0);
}

TEST(FrontEnd, OffsetAndGainDriftFrom25Degrees) {
    FrontEndSettings settings = quiet();
    settings.gain_temperature_ppm[1] = 100.0;
    settings.offset_uv[1] = 35.66;
    settings.offset_temperature_uv[1] = 3.566;
    settings.offset_temperature_uv[6] = -0.3566;
    const TerminalBlock block = constant_block(100.0, 0.0);
    std::vector<AdcFrame> out(static_cast<std::size_t>(block.frames));
    FrontEnd(settings, Track(65.0)).convert(block, 1, out);
    EXPECT_NEAR(out[0][Slot::VA], 100.4 / nominal::kVoltsPerCount + 100.0 + 400.0, 0.5);
    EXPECT_EQ(out[0][Slot::IN], -40);
    FrontEnd(settings, Track(25.0)).convert(block, 1, out);
    EXPECT_NEAR(out[0][Slot::VA], 100.0 / nominal::kVoltsPerCount + 100.0, 0.5);
}

TEST(FrontEnd, RoundsHalfToEven) {
    struct Case {
        double counts;
        int expected;
    };
    constexpr Case kCases[] = {{0.5, 0},   {1.5, 2},    {2.5, 2},      {-0.5, 0},
                               {-1.5, -2}, {2.4999, 2}, {-2.5001, -3}, {700'000.5, 700'000}};
    for (const Case& c : kCases) {
        // The offset comes close, a last-digit voltage makes the sum exact.
        FrontEndSettings settings = quiet();
        settings.offset_uv[1] = c.counts * 0.3566;
        const double rest = c.counts - settings.offset_uv[1] * (1e-6 / nominal::kVoltsPerLsb);
        const TerminalBlock block = constant_block(rest * nominal::kVoltsPerCount, 0.0);
        EXPECT_EQ(first_of(settings, block)[Slot::VA], c.expected) << c.counts;
    }
}

TEST(FrontEnd, ClipsAtTheConverter) {
    const double huge = 1e6;
    EXPECT_EQ(first_of(quiet(), constant_block(huge, 0.0))[Slot::VA], meter::kAdcClip);
    EXPECT_EQ(first_of(quiet(), constant_block(-huge, 0.0))[Slot::VA], -meter::kAdcClip);
    FrontEndSettings open = quiet();
    open.clipping = false;
    EXPECT_NEAR(first_of(open, constant_block(2'000.0, 0.0))[Slot::VA],
                2'000.0 / nominal::kVoltsPerCount, 1.0);
    const double values[] = {std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity(),
                             std::numeric_limits<double>::quiet_NaN()};
    for (const double value : values) {
        EXPECT_LE(std::abs(first_of(open, constant_block(value, 0.0))[Slot::VA]), 1 << 30);
    }
}

TEST(FrontEnd, ChopAlternatesByFrameNumber) {
    FrontEndSettings settings = quiet();
    settings.chop_uv = 35.66;
    for (const std::int64_t first : {0LL, 1LL, 10LL, -3LL}) {
        std::vector<AdcFrame> out(5);
        FrontEnd(settings).convert(constant_block(0.0, 0.0, first, 5), 1, out);
        for (std::size_t n = 0; n < out.size(); ++n) {
            const bool even = (first + static_cast<std::int64_t>(n)) % 2 == 0;
            for (const int count : out[n].count) EXPECT_EQ(count, even ? 100 : -100);
        }
    }
}

struct Moments {
    double mean = 0.0;
    double deviation = 0.0;
    double kurtosis = 0.0;  // 3 for a Gaussian
};

Moments moments_of(const std::vector<AdcFrame>& frames, Slot slot) {
    const double n = static_cast<double>(frames.size());
    Moments m;
    for (const AdcFrame& f : frames) m.mean += f[slot] / n;
    double second = 0.0;
    double fourth = 0.0;
    for (const AdcFrame& f : frames) {
        const double d = f[slot] - m.mean;
        second += d * d / n;
        fourth += d * d * d * d / n;
    }
    m.deviation = std::sqrt(second);
    m.kurtosis = fourth / (second * second);
    return m;
}

double correlation(const std::vector<AdcFrame>& frames, Slot a, Slot b, std::size_t lag) {
    double cross = 0.0;
    double own = 0.0;
    for (std::size_t n = 0; n + lag < frames.size(); ++n) {
        cross += static_cast<double>(frames[n][a]) * frames[n + lag][b];
        own += static_cast<double>(frames[n][a]) * frames[n][a];
    }
    return cross / own;
}

TEST(Noise, HasTheStatedMoments) {
    FrontEndSettings settings;
    settings.noise_uv = 35.66;  // 100 counts
    const auto frames = silence(settings, 1'000);
    const double n = static_cast<double>(frames.size());
    for (int s = 0; s < meter::kSlots; ++s) {
        const Moments m = moments_of(frames, static_cast<Slot>(s));
        EXPECT_NEAR(m.mean, 0.0, 5.0 * 100.0 / std::sqrt(n)) << s;
        EXPECT_NEAR(m.deviation, 100.0, 5.0 * 100.0 / std::sqrt(2.0 * n)) << s;
        EXPECT_NEAR(m.kurtosis, 3.0 - 0.15, 0.08) << s;  // sum of eight uniforms: 3 - 1.2 / 8
    }
}

TEST(Noise, IsWhiteAndIndependent) {
    FrontEndSettings settings;
    settings.noise_uv = 35.66;
    const auto frames = silence(settings, 500);
    const double bound = 5.0 / std::sqrt(static_cast<double>(frames.size()));
    for (const std::size_t lag : {1U, 2U, 7U, 42U}) {
        EXPECT_NEAR(correlation(frames, Slot::VA, Slot::VA, lag), 0.0, bound) << lag;
    }
    EXPECT_NEAR(correlation(frames, Slot::VA, Slot::IA, 0), 0.0, bound);
    EXPECT_NEAR(correlation(frames, Slot::IB, Slot::IN, 0), 0.0, bound);
}

TEST(Noise, DefaultIsHalfAMicrovolt) {
    const Moments m = moments_of(silence(FrontEndSettings{}, 500), Slot::IC);
    // 0.5 uV is 1.402 counts; rounding adds a twelfth of a count squared.
    EXPECT_NEAR(m.deviation, std::sqrt(1.4021 * 1.4021 + 1.0 / 12.0), 0.02);
}

TEST(Noise, SeedSelectsTheStream) {
    FrontEndSettings one;
    FrontEndSettings two;
    two.seed = 2;
    EXPECT_EQ(silence(one, 2), silence(one, 2));
    EXPECT_NE(silence(one, 2), silence(two, 2));
}

TEST(FrontEnd, WithoutQuantizationEachCountIsRightOnAverage) {
    FrontEndSettings settings = quiet();
    settings.quantization = false;
    settings.offset_uv.fill(0.3 * 0.3566);  // 0.3 counts
    const auto frames = silence(settings, 1'000);
    for (const Slot slot : {Slot::IA, Slot::VA, Slot::IN}) {
        const Moments m = moments_of(frames, slot);
        EXPECT_NEAR(m.mean, 0.3, 5.0 * 0.46 / std::sqrt(static_cast<double>(frames.size())));
    }
    settings.quantization = true;
    for (const AdcFrame& frame : silence(settings, 1)) EXPECT_EQ(frame, AdcFrame{});
}

TEST(FrontEnd, AnyPartitionGivesTheSameCounts) {
    FrontEndSettings settings;
    settings.chop_uv = 10.0;
    settings.quantization = false;
    const FrontEnd front_end(settings);
    Synthesizer source{Installation{}};
    const auto convert = [&](std::int64_t first, std::span<AdcFrame> out) {
        TerminalBlock block;
        source.fill(first, static_cast<int>(out.size()), Fill::meter_inputs, block);
        front_end.convert(block, 8, out);
    };
    std::vector<AdcFrame> whole(kBlockFrames);
    convert(1'001, whole);
    for (const std::size_t size : {1U, 5U, 16U, 50U}) {
        std::vector<AdcFrame> parts(kBlockFrames);
        for (std::size_t done = 0; done < parts.size(); done += size) {
            const std::size_t count = std::min(size, parts.size() - done);
            convert(1'001 + static_cast<std::int64_t>(done), std::span(parts).subspan(done, count));
        }
        EXPECT_EQ(parts, whole) << size;
    }
}

// Held by GCC 12 -O0, -O2, -O3 -march=haswell and by Clang 14.
TEST(FrontEnd, CountsAreTheSameOnEveryCompiler) {
    FrontEndSettings settings;
    settings.gain_error.fill(0.0123);
    settings.chop_uv = 7.0;
    const FrontEnd front_end(settings);
    Synthesizer source(Installation{});
    TerminalBlock block;
    std::vector<AdcFrame> out(kBlockFrames);
    std::uint64_t digest = 0;
    for (std::int64_t first = 0; first < 100 * kBlockFrames; first += kBlockFrames) {
        source.fill(first, kBlockFrames, Fill::meter_inputs, block);
        front_end.convert(block, 1, out);
        for (const AdcFrame& frame : out) {
            for (const int count : frame.count)
                digest = digest * 31 + static_cast<std::uint64_t>(count);
        }
    }
    EXPECT_EQ(digest, 18'058'368'824'288'585'004U);
}

TEST(FrontEnd, RefusesTheWrongRoomAndBadSettings) {
    std::vector<AdcFrame> out(3);
    const FrontEnd front_end(quiet());
    EXPECT_THROW(front_end.convert(constant_block(0.0, 0.0), 1, out), std::invalid_argument);
    FrontEndSettings bad;
    bad.noise_uv = -1.0;
    EXPECT_THROW(FrontEnd{bad}, std::invalid_argument);
}

}  // namespace
}  // namespace signals
