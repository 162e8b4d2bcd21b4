// The twin against the firmware, and each cause's share against closed forms, on installations
// where one cause dominates.
#include "app/analysis/twin.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "app/analysis/explanation.h"
#include "app/bench/rig.h"
#include "core/adc_frame.h"
#include "signals/scenario/scenario_file.h"

namespace analysis {
namespace {

using signals::kFrameRate;

struct Case {
    explicit Case(const signals::Scenario& scenario) : subject(subject_of(scenario)) {
        bench::Rig rig(scenario);
        rig.advance(9 * 2521);
        std::uint32_t sequence = rig.meter().points().readings.sequence;
        Average readings;
        while (windows.size() < 4) {
            rig.advance(1);
            const meter::Readings& r = rig.meter().points().readings;
            if (r.sequence == sequence) continue;
            sequence = r.sequence;
            windows.push_back({rig.frame() - 1, r.window_frames, r.frequency_uhz * 1e-6});
            readings.add(values_of(r), r.window_frames);
        }
        says.readings = says.registers = readings.values();
        twin = std::make_unique<Twin>(*subject, windows);
    }

    [[nodiscard]] Explanation of(std::string_view name) const {
        for (const Explanation& e : explain(*twin, says)) {
            if (e.quantity->name == name) return e;
        }
        ADD_FAILURE() << "no quantity " << name;
        return {};
    }

    std::unique_ptr<Subject> subject;
    std::vector<ReadingWindow> windows;
    MeterSays says;
    std::unique_ptr<Twin> twin;
};

double share(const Explanation& e, Cause cause) { return e.share[static_cast<std::size_t>(cause)]; }

signals::Scenario quiet() {
    signals::Scenario out;
    out.front_end.noise = false;
    return out;
}

signals::Scenario with_harmonic(int order, double voltage, double current) {
    signals::Scenario out = quiet();
    out.installation.angle.fill(0.0);
    out.installation.harmonics.push_back(
        {.order = order, .voltage_percent = voltage, .current_percent = current});
    return out;
}

// With everything off nothing is left between twin and truth.
TEST(Twin, WithoutAnyCauseIsTheTruth) {
    signals::Scenario scenario = with_harmonic(30, 3.0, 20.0);
    scenario.front_end.noise = true;
    scenario.front_end.coil_gain_error = {0.01, -0.01, 0.0};
    scenario.front_end.coil_phase_error = {0.2, 0.0, 0.0};
    scenario.front_end.coil_pickup_ma_per_v = {0.5, 0.0, 0.0};
    scenario.front_end.gain_error[1] = 0.02;
    const Case c(scenario);
    const Values truth = c.twin->truth();
    const Values ideal = c.twin->values(kEverything);
    for (const Quantity& q : quantities().first(kQuantities - 1)) {  // frequency is measured
        // The core's integer gains are themselves rounded, to 3e-8.
        EXPECT_NEAR(q.of(ideal), q.of(truth), 1e-7 * q.whole(truth)) << q.name;
    }
}

// With everything on it is the firmware, but for what integers round away.
TEST(Twin, WithEverythingIsTheFirmware) {
    signals::Scenario scenario = with_harmonic(5, 10.0, 40.0);
    scenario.front_end = {};
    scenario.front_end.gain_error[1] = 0.02;
    scenario.installation.angle = {30.0, -47.0, 80.0};
    scenario.installation.frequency = 57.3;
    const Case c(scenario);
    const Values twin = c.twin->values(kNothing);
    for (const Quantity& q : quantities()) {
        EXPECT_NEAR(q.of(twin), q.of(c.says.readings), 2e-7 * q.whole(twin)) << q.name;
    }
}

// The 30th of 60 Hz, 1800 Hz, is taken for 720.6 Hz: its slope is integrated as if it were slower.
TEST(TwinShares, AHighHarmonicIsAliasing) {
    const double order = 0.2;
    const Case c(with_harmonic(30, 0.0, 100.0 * order));
    const double seen = kFrameRate - 30.0 * 60.0;
    const double x = std::numbers::pi * seen / kFrameRate;
    const double fir3 = (13.0 - 2.0 * std::cos(2.0 * x)) / 11.0;
    // Against the core's nominal gain at 55 Hz, where all of it is one.
    const auto chain = [](double hertz, double fir) {
        const double angle = std::numbers::pi * hertz / kFrameRate;
        return fir * angle / std::tan(angle) / hertz;
    };
    const double angle55 = std::numbers::pi * 55.0 / kFrameRate;
    const double fir55 = (13.0 - 2.0 * std::cos(2.0 * angle55)) / 11.0;
    const double gain = 1800.0 * chain(seen, fir3) / (55.0 * chain(55.0, fir55));
    const double measured = std::sqrt(1.0 + order * order * gain * gain);
    const double truth = std::sqrt(1.0 + order * order);
    const Explanation e = c.of("IA");
    EXPECT_EQ(main_cause(e), Cause::aliasing);
    EXPECT_NEAR(share(e, Cause::aliasing), 100.0 * (measured / truth - 1.0), 0.02);
    EXPECT_NEAR(e.not_explained, 0.0, 0.02 * std::fabs(e.error));
}

// A voltage beyond the converter: what a clipped sine has left.
TEST(TwinShares, AnOverloadIsClipping) {
    signals::Scenario scenario = quiet();
    scenario.installation.voltage.fill(1'000.0);  // 417 mV peak at a pin that ends at 374 mV
    const Case c(scenario);
    const double limit = meter::kAdcClip * 356.6e-9 / (0.25 * 1'000.0 / 600.0);
    const double a = std::asin(limit);
    const double square =
        2.0 / std::numbers::pi *
        (a - std::sin(a) * std::cos(a) + 2.0 * limit * limit * (std::numbers::pi / 2.0 - a));
    const Explanation e = c.of("VA");
    EXPECT_EQ(main_cause(e), Cause::clipping);
    EXPECT_NEAR(share(e, Cause::clipping), 100.0 * (std::sqrt(square) - 1.0), 0.02);
    EXPECT_NEAR(e.not_explained, 0.0, 0.01);
}

// A CT put on the wrong way round: P is -P, which is -2 cos 30 degrees of S.
TEST(TwinShares, AReversedCtIsTheConnection) {
    signals::Scenario scenario = signals::parse_scenario(
        "[wiring]\nreverse_ct = \"A\"\n[transformers]\nct_ratio_error = [0, 2, 0]\n", "test");
    scenario.front_end.noise = false;
    const Case c(scenario);
    const Explanation p = c.of("PA");
    EXPECT_EQ(main_cause(p), Cause::connection);
    EXPECT_NEAR(share(p, Cause::connection), -200.0 * std::cos(std::numbers::pi / 6.0), 0.01);
    EXPECT_NEAR(p.not_explained, 0.0, 0.01);
    EXPECT_NEAR(share(c.of("IB"), Cause::connection), 2.0, 1e-3);
    EXPECT_NEAR(share(c.of("IC"), Cause::connection), 0.0, 1e-9);
    EXPECT_EQ(share(c.of("IB"), Cause::aliasing), 0.0);
}

// 40 K above 25 degC.
TEST(TwinShares, AHotFrontEndIsTheTemperature) {
    signals::Scenario scenario =
        signals::parse_scenario("[[event]]\nkind = \"step\"\nat = 0\ntemperature = 65\n", "test");
    scenario.front_end.noise = false;
    scenario.front_end.coil_temperature_ppm = {50.0, 0.0, 0.0};
    scenario.front_end.gain_temperature_ppm[3] = -25.0;
    const Case c(scenario);
    EXPECT_NEAR(share(c.of("IA"), Cause::temperature), 0.2, 1e-3);
    EXPECT_NEAR(share(c.of("VB"), Cause::temperature), -0.1, 1e-3);
    EXPECT_NEAR(share(c.of("IC"), Cause::temperature), 0.0, 1e-9);
    EXPECT_NEAR(c.of("IA").not_explained, 0.0, 5e-3);
}

// A slot that clips earlier than the others: only there, and by the clipped sine's closed form.
TEST(TwinShares, AnEarlyClipIsClipping) {
    signals::Scenario scenario = quiet();
    scenario.front_end.channel_clip_percent[1] = 25.0;
    const Case c(scenario);
    const double limit = 0.25 * meter::kAdcClip * 356.6e-9 / (0.25 * 277.0 / 600.0);
    const double a = std::asin(limit);
    const double square =
        2.0 / std::numbers::pi *
        (a - std::sin(a) * std::cos(a) + 2.0 * limit * limit * (std::numbers::pi / 2.0 - a));
    const Explanation e = c.of("VA");
    EXPECT_EQ(main_cause(e), Cause::clipping);
    EXPECT_NEAR(share(e, Cause::clipping), 100.0 * (std::sqrt(square) - 1.0), 0.05);
    EXPECT_NEAR(share(c.of("VB"), Cause::clipping), 0.0, 1e-4);  // its crossings move windows
}

// Phase A dead at 45.25 Hz: no crossing closes the window, it ends after 2720 frames and the ripple
// of the others' squares stays in (metrology.md 1.3).
TEST(TwinShares, ADeadReferenceIsTheWindow) {
    signals::Scenario scenario = quiet();
    scenario.installation.frequency = 45.25;
    scenario.installation.voltage[0] = 0.0;
    const Case c(scenario);
    const double omega = 2.0 * std::numbers::pi * 45.25;
    double square = 0.0;
    double frames = 0.0;
    for (const ReadingWindow& w : c.windows) {
        ASSERT_EQ(w.frames, 2720);
        // Sample n shows VB as it was at n - 3 frames + 6 ticks; a frame stands for its
        // surroundings.
        const double t1 = (static_cast<double>(w.last_frame) - 3.5 + 6.0 / 13.0) / kFrameRate;
        const double t0 = t1 - 2720.0 / kFrameRate;
        const double phase = -2.0 * std::numbers::pi / 3.0;
        const double mean =
            1.0 - (std::sin(2.0 * (omega * t1 + phase)) - std::sin(2.0 * (omega * t0 + phase))) /
                      (2.0 * omega * (t1 - t0));
        square += mean * w.frames;
        frames += w.frames;
    }
    const double expected = 100.0 * (std::sqrt(square / frames) - 1.0);
    const Explanation e = c.of("VB");
    ASSERT_GT(std::fabs(expected), 0.001);
    EXPECT_EQ(main_cause(e), Cause::window);
    EXPECT_NEAR(share(e, Cause::window), expected, 0.02 * std::fabs(expected) + 1e-3);
}

// P of the fifth harmonic test: FIR3 and trapezoid are off by a closed form at 300 Hz.
TEST(TwinShares, TheFifthHarmonicIsTheIntegrator) {
    const Case c(with_harmonic(5, 10.0, 40.0));
    const auto relative = [](double hertz) {
        const double x = std::numbers::pi * hertz / kFrameRate;
        return (13.0 - 2.0 * std::cos(2.0 * x)) / 11.0 * x / std::tan(x);
    };
    const double at55 = relative(55.0);
    const double p = (relative(60.0) / at55 - 1.0) + 0.04 * (relative(300.0) / at55 - 1.0);
    const Explanation e = c.of("PA");
    EXPECT_EQ(main_cause(e), Cause::integrator);
    // Leak and phase filter move the amplitude by parts in 1e5 that the form above leaves out.
    EXPECT_NEAR(share(e, Cause::integrator), 100.0 * p / 1.04, 0.003);
}

// 2.5 A on a 5000 A rope: a fifth of a count of signal per unit of noise.
TEST(TwinShares, ASmallCurrentIsNoise) {
    signals::Scenario scenario;
    scenario.meter.ct_primary = 200;
    scenario.installation.current.fill(0.15);
    scenario.front_end.noise_uv = 2.0;
    const Case c(scenario);
    const Explanation e = c.of("IA");
    EXPECT_EQ(main_cause(e), Cause::noise);
    EXPECT_GT(share(e, Cause::noise), 0.0);
    EXPECT_NEAR(e.not_explained, 0.0, 0.1 * e.error);
}

TEST(TwinShares, GainErrorsAreThemselves) {
    signals::Scenario scenario = quiet();
    scenario.front_end.gain_error[1] = 0.02;        // VA
    scenario.front_end.coil_gain_error[1] = -0.03;  // IB
    const Case c(scenario);
    EXPECT_NEAR(share(c.of("VA"), Cause::gain), 2.0, 1e-3);
    EXPECT_NEAR(share(c.of("IB"), Cause::rope), -3.0, 1e-3);
    EXPECT_NEAR(share(c.of("PB"), Cause::rope), -3.0 * std::cos(std::numbers::pi / 6.0), 2e-3);
}

// A lag of the rope turns power: tan(30 degrees) * 0.2 degrees at 60 Hz.
TEST(TwinShares, ARopesPhaseCostsPower) {
    signals::Scenario scenario = quiet();
    scenario.front_end.coil_phase_error.fill(0.2);
    const Case c(scenario);
    const double turned = 30.0 + 0.2;
    const double expected = 100.0 * (std::cos(turned * std::numbers::pi / 180.0) -
                                     std::cos(30.0 * std::numbers::pi / 180.0));
    EXPECT_NEAR(share(c.of("PA"), Cause::rope), expected, 1e-3);
}

// Below 0.05 % of the CT primary nothing is counted.
TEST(TwinShares, CreepIsNoLoad) {
    signals::Scenario scenario = quiet();
    scenario.installation.current.fill(0.1);
    const Case c(scenario);
    EXPECT_EQ(main_cause(c.of("IA")), Cause::no_load);
    EXPECT_NEAR(share(c.of("IA"), Cause::no_load), -100.0, 2.0);
}

TEST(Explanation, SaysItInWords) {
    const Case c(with_harmonic(30, 0.0, 20.0));
    const std::string words = in_words(c.of("IA"), 0.01);
    EXPECT_THAT(words, testing::StartsWith("IA reads "));
    EXPECT_THAT(words, testing::HasSubstr("% high: aliasing +"));
    EXPECT_EQ(in_words(c.of("VA"), 50.0), "");
}

}  // namespace
}  // namespace analysis
