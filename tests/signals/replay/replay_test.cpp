// A recording of known sines, played: continuity, determinism and truth.
#include "signals/replay/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "signals/replay/settings.h"
#include "tests/signals/capture/reference.h"
#include "tests/signals/replay/capture_writer.h"

namespace signals {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

std::unique_ptr<TerminalBlock> filled(Source& source, std::int64_t first, int frames) {
    auto block = std::make_unique<TerminalBlock>();
    source.fill(first, frames, Fill::with_current, *block);
    return block;
}

// 50.3 Hz does not fit the sampling, the frames or the record's length: every joint is a real one.
test::ThreePhase odd() {
    test::ThreePhase what;
    what.frequency = 50.3;
    return what;
}

// A sine obeys x[n+1] + x[n-1] = 2 cos(w) x[n]; a step of d anywhere leaves a residue of d. (The
// frequency of the holds is estimated, so that absolute phase may drift by 1e-5.)
double residue(double before, double here, double after) {
    return std::fabs(after + before - 2.0 * std::cos(kTurn * 50.3 / kFrameRate) * here);
}

TEST(Replay, IsOneUnbrokenSineAcrossEveryJoint) {
    for (const bool loop : {false, true}) {
        ReplayOptions options;
        options.loop = loop;
        Replay replay{test::write_three_phase("unbroken", odd()), options};
        const double peak_slope = kTurn * 50.3 * 40.0 * std::numbers::sqrt2;
        const auto frames =
            static_cast<std::int64_t>((replay.tape().record_begin() + 6.0) * kFrameRate);
        double worst_voltage = 0.0;
        double worst_slope = 0.0;
        for (std::int64_t first = 0; first < frames; first += kBlockFrames - 2) {
            const auto block = filled(replay.source(), first, kBlockFrames);
            for (std::size_t n = 1; n + 1 < kBlockFrames; ++n) {
                const auto& v = block->voltage[0];
                const auto& s = block->slope[1];
                worst_voltage = std::max(worst_voltage, residue(v[n - 1], v[n], v[n + 1]));
                worst_slope = std::max(worst_slope, residue(s[n - 1], s[n], s[n + 1]));
            }
        }
        EXPECT_LT(worst_voltage, 1e-4 * 325.0) << "loop " << loop;
        EXPECT_LT(worst_slope, 1e-3 * peak_slope) << "loop " << loop;
    }
}

// In the record itself the absolute phase is the record's. (Its first and last milliseconds feel
// the extension beyond it: 1e-4.)
TEST(Replay, PlaysTheRecordAtItsOwnInstants) {
    Replay replay{test::write_three_phase("instants", odd()), {}};
    const SlotTiming timing = multiplexer_timing();
    const double omega = kTurn * 50.3;
    for (std::int64_t first = replay.record_begin_frame(); first + 128 < replay.record_end_frame();
         first += 128) {
        const auto block = filled(replay.source(), first, 128);
        for (std::size_t n = 0; n < 128; ++n) {
            // The first row lies half a spacing after the record's start.
            const double t =
                static_cast<double>(first + static_cast<std::int64_t>(n)) / kFrameRate -
                replay.tape().record_begin() - 0.5 / 4'000.0;
            const double v = std::sin(omega * (t + timing.voltage[2]) - 2 * kTurn / 3);
            const double s = std::cos(omega * (t + timing.current[1]) - kTurn / 3 - kTurn / 12);
            ASSERT_NEAR(block->voltage[2][n] / (230.0 * std::numbers::sqrt2), v, 2e-4);
            ASSERT_NEAR(block->slope[1][n] / (40.0 * std::numbers::sqrt2 * omega), s, 2e-4);
        }
    }
}

TEST(Replay, SlopeIsTheDerivativeOfTheCurrentInsideBlendsToo) {
    test::ThreePhase what = odd();
    what.growth = 0.5;  // so that a joint blends different amplitudes
    ReplayOptions options;
    options.loop = true;
    Replay replay{test::write_three_phase("derivative", what), options};
    const double joint = replay.tape().record_begin() + replay.tape().plan().duration;
    const auto first = static_cast<std::int64_t>((joint - 0.025) * kFrameRate);
    const auto block = filled(replay.source(), first, 120);
    // Up to the middle of the blend, where its weight changes fastest; its end rings with the step
    // of a record that does not begin as it goes on.
    for (std::size_t n = 2; n < 45; ++n) {
        const auto& i = block->current[0];
        const double slope =
            (8.0 * (i[n + 1] - i[n - 1]) - (i[n + 2] - i[n - 2])) / 12.0 * kFrameRate;
        ASSERT_NEAR(block->slope[0][n], slope, 1e-3 * kTurn * 50.3 * 113.0) << n;
    }
}

TEST(Replay, NeutralCarriesTheSumOfThePhases) {
    Replay replay{test::write_three_phase("neutral", odd()), {}};
    const auto block = filled(replay.source(), 20'000, 100);
    for (std::size_t n = 0; n < 100; ++n) EXPECT_NEAR(block->current[3][n], 0.0, 0.01);
}

TEST(Replay, FillsTheSameBitsInAnyCutAndOrder) {
    const auto path = test::write_three_phase("cuts", odd());
    Replay straight{path, {}};
    Replay jumping{path, {}};
    for (const std::int64_t at : {20'000LL, 0LL, 15'100LL, 20'160LL, 504LL, 1'000'000LL}) {
        const auto whole = filled(straight.source(), at, 128);
        for (int n = 127; n >= 0; --n) {
            const auto one = filled(jumping.source(), at + n, 1);
            ASSERT_EQ(one->voltage[2][0], whole->voltage[2][static_cast<std::size_t>(n)]);
            ASSERT_EQ(one->slope[3][0], whole->slope[3][static_cast<std::size_t>(n)]);
            ASSERT_EQ(one->current[1][0], whole->current[1][static_cast<std::size_t>(n)]);
        }
    }
}

TEST(Replay, TruthIsTheClosedForm) {
    Replay replay{test::write_three_phase("truth", odd()), {}};
    const double s = 230.0 * 40.0;
    const auto last = static_cast<std::int64_t>(7.4 * kFrameRate);
    for (const Truth& t : {replay.record_truth(), replay.held_truth(), replay.truth(last, 2'520)}) {
        for (std::size_t x = 0; x < 3; ++x) {
            // The intervals are not whole cycles: 1 / (2 pi f T) of a square is allowed.
            constexpr double ripple = 2.5e-3;
            EXPECT_NEAR(t.voltage_ln[x], 230.0, 230.0 * ripple);
            EXPECT_NEAR(t.voltage_ll[x], 230.0 * std::numbers::sqrt3, 400.0 * ripple);
            EXPECT_NEAR(t.current[x], 40.0, 40.0 * ripple);
            EXPECT_NEAR(t.power[x].real_w, s * std::cos(kTurn / 12), s * 2 * ripple);
            EXPECT_NEAR(t.power[x].reactive_var, s * std::sin(kTurn / 12), s * 2 * ripple);
        }
        EXPECT_NEAR(t.frequency, 50.3, 0.001);
        EXPECT_NEAR(t.total.apparent_va, 3.0 * s, 3.0 * s * 4e-3);
    }
}

TEST(Replay, KnowsWhatIsPlaying) {
    Replay replay{test::write_three_phase("playing", odd()), {}};
    EXPECT_EQ(replay.playing(0).part, TapePart::settling);
    EXPECT_GE(replay.tape().record_begin(), kSettleSeconds);
    const std::int64_t begin = replay.record_begin_frame();
    EXPECT_EQ(replay.playing(begin - 1).part, TapePart::settling);
    EXPECT_EQ(replay.playing(begin).part, TapePart::record);
    EXPECT_NEAR(replay.playing(begin + 2'521).record_time, 1.0, 1.0 / kFrameRate);
    EXPECT_EQ(replay.playing(replay.record_end_frame() + 100).part, TapePart::holding);
}

TEST(Replay, SaysWhereARecordIsNotSteady) {
    Replay steady{test::write_three_phase("steady", odd()), {}};
    for (const Steadiness& row : steady.steadiness()) EXPECT_TRUE(row.steady) << row.quantity;
    test::ThreePhase what = odd();
    what.growth = 0.5;
    Replay growing{test::write_three_phase("growing", what), {}};
    EXPECT_TRUE(growing.steadiness()[0].steady);
    EXPECT_FALSE(growing.steadiness()[3].steady);
    EXPECT_THAT(growing.steadiness()[3].explanation, testing::HasSubstr("IA changes from 40"));
    EXPECT_EQ(growing.held_cycles(), 3);  // 1 % a cycle: the third is the last within 2 %
}

struct Scale {
    double volts;
    double amps;
    double pt_ratio;
    int ct_primary;
    int system_voltage;
};

TEST(ReplaySettings, SuitTheRecording) {
    // clang-format off
    constexpr Scale kScales[] = {
        //  V L-N       A     PT    CT      sqrt(3) V, within 82..660 V times PT and 32000 V
        {    277.0,   120.0,  1.0,  120,    480},
        {    347.0,     1.5,  1.0,    5,    601},
        {      2.0,     1.5,  1.0,    5,     82},
        {  3'470.0, 1'000.0, 10.0, 1000,  6'010},
        {  7'600.0, 4'800.0, 22.0, 5000, 13'164},
        {170'000.0, 6'000.0, 320.0, 5000, 32'000},
    };
    // clang-format on
    for (const Scale& want : kScales) {
        test::ThreePhase what;
        what.volts = want.volts;
        what.amps = want.amps * 0.9999;
        what.volts *= 0.9999;
        what.seconds = 0.3;
        SCOPED_TRACE(want.volts);
        const Replay replay{test::write_three_phase("scale", what), {}};
        EXPECT_DOUBLE_EQ(replay.settings().pt_ratio, want.pt_ratio);
        EXPECT_EQ(replay.settings().ct_primary, want.ct_primary);
        EXPECT_NEAR(replay.settings().system_voltage, want.system_voltage, 2);
        EXPECT_EQ(replay.settings().system_type, 40);
    }
}

TEST(Replay, RefusesWhatCannotBePlayed) {
    test::ThreePhase high;
    high.volts = 200'000.0;
    EXPECT_THROW((Replay{test::write_three_phase("high", high), {}}), ReplayError);
    test::ThreePhase brief;
    brief.seconds = 0.03;
    EXPECT_THROW((Replay{test::write_three_phase("brief", brief), {}}), ReplayError);
    test::ThreePhase coarse;
    coarse.rate = 150.0;
    EXPECT_THROW((Replay{test::write_three_phase("coarse", coarse), {}}), ReplayError);
    EXPECT_THROW((Replay{"/no/such/capture.cfg", {}}), CaptureError);
}

TEST(Replay, TruthOverAllRowsIsTheReferences) {
    for (const auto& entry : test::reference_entries()) {
        if (entry["power"].empty()) continue;
        SCOPED_TRACE(entry["file"]);
        Replay replay{test::path_of(entry), {}};
        if (replay.recording().file.find("wisp-ex3") != std::string::npos)
            continue;  // interpolated
        const Truth t = replay.record_truth();
        const auto& group = entry["power"][0];
        const double unit = group["label"] == "G1" || group["label"] == "GC1" ? 1e3 : 1.0;  // kW
        for (std::size_t x = 0; x < 3; ++x) {
            const double p = group["P"][x].get<double>() * unit;
            EXPECT_NEAR(t.power[x].real_w, p, 1e-6 * std::fabs(p));
        }
    }
}

}  // namespace
}  // namespace signals
