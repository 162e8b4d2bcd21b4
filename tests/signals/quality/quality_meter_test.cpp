// Power quality of waves known in closed form: IEC 61000-4-30 and 61000-4-7 as metrology.md 3.7
// gives them.
#include "signals/quality/quality_meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <ostream>
#include <stdexcept>

#include "tests/signals/quality/wave.h"

namespace signals {
namespace {

using test::heard;
using test::Heard;
using test::settings_for;
using test::WaveForm;

struct Mains {
    const char* name;
    double frequency, rate;
};
void PrintTo(const Mains& m, std::ostream* os) { *os << m.name; }

class QualityWindows : public testing::TestWithParam<Mains> {};

TEST_P(QualityWindows, MeasureASteadyWave) {
    WaveForm w;
    w.frequency = GetParam().frequency;
    w.rate = GetParam().rate;
    w.volts = {230.0, 225.0, 240.0};
    w.lag = {30.0, -45.0, 120.0};
    const Heard h = heard(w);
    const int cycles = w.frequency < 55.0 ? 10 : 12;
    ASSERT_GE(h.windows.size(), 7U);
    // Off nominal the cycle that warms the crossings up does not fit: the first border is off.
    EXPECT_NEAR(h.windows[0].rms[0], w.volts[0], 5e-4 * w.volts[0]);
    for (std::size_t i = 1; i < h.windows.size(); ++i) {
        const QualityWindow& q = h.windows[i];
        EXPECT_NEAR(q.frequency, w.frequency, 1e-4 * w.frequency);
        EXPECT_NEAR(q.end - q.begin, cycles / w.frequency, 1e-5);
        for (std::size_t x = 0; x < 3; ++x) {
            const double lag = w.lag[x] * std::numbers::pi / 180.0;
            const double va = w.volts[x] * w.amps[x];
            EXPECT_NEAR(q.rms[x], w.volts[x], 1e-4 * w.volts[x]);
            EXPECT_NEAR(q.rms[x + 3], 10.0, 1e-3);
            EXPECT_NEAR(q.real[x], va * std::cos(lag), 2e-4 * va);
            EXPECT_NEAR(q.reactive[x], va * std::sin(lag), 2e-4 * va);
            EXPECT_NEAR(q.spectrum[x].subgroup[1], w.volts[x], 2e-4 * w.volts[x]);
            EXPECT_LT(q.spectrum[x].thd, 0.02);
        }
        EXPECT_FALSE(q.flagged);
    }
}

// Cycle by cycle: rms and power as defined, Q of the fundamental whatever the harmonics do.
TEST_P(QualityWindows, MeasureEachCycle) {
    WaveForm w;
    w.frequency = GetParam().frequency;
    w.rate = GetParam().rate;
    w.lag = {30.0, -45.0, 120.0};
    w.voltage_partials = {{5.0, 10.0}};
    const Heard h = heard(w);
    ASSERT_GE(h.cycles.size(), 100U);
    for (std::size_t i = 12; i < h.cycles.size(); ++i) {
        const CycleValues& c = h.cycles[i];
        const double lag = w.lag[c.phase] * std::numbers::pi / 180.0;
        EXPECT_NEAR(c.voltage, 230.0 * std::sqrt(1.01), 0.4);
        EXPECT_NEAR(c.real, 2'300.0 * std::cos(lag), 5.0);
        EXPECT_NEAR(c.reactive, 2'300.0 * std::sin(lag), 5.0) << c.phase << " at " << c.begin;
    }
}

INSTANTIATE_TEST_SUITE_P(Mains, QualityWindows,
                         testing::Values(Mains{"50Hz", 50.0, 6'400.0},
                                         Mains{"off_nominal", 49.37, 5'000.0},
                                         Mains{"60Hz", 60.0, 15'360.0},
                                         Mains{"slow", 60.03, 1'200.0},
                                         Mains{"odd_rate", 50.0, 1'601.0}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(QualityWindow, FindsEveryHarmonicAndTheDistortion) {
    WaveForm w;
    w.rate = 12'800.0;
    w.frequency = 50.1;
    w.voltage_partials = {{3.0, 5.0}, {7.0, 2.0}, {39.0, 0.5}};
    const Heard h = heard(w);
    const ChannelSpectrum& s = h.windows.at(2).spectrum[0];
    for (std::size_t order = 2; order <= kHighestOrder; ++order) {
        const double percent = order == 3 ? 5.0 : order == 7 ? 2.0 : order == 39 ? 0.5 : 0.0;
        EXPECT_NEAR(100.0 * s.subgroup[order] / s.subgroup[1], percent, 0.005) << order;
    }
    EXPECT_NEAR(s.thd, std::sqrt(25.0 + 4.0 + 0.25), 0.01);
}

// 2.1 times 50 Hz is bin 21: beside the second harmonic's, so in its subgroup; 2.5 times is bin 25,
// the border, half of it in the group of the second and half in that of the third.
TEST(QualityWindow, GroupsInterharmonicsAsTheStandardSays) {
    WaveForm w;
    w.voltage_partials = {{2.1, 4.0}};
    const ChannelSpectrum beside = heard(w).windows.at(2).spectrum[0];
    EXPECT_NEAR(beside.subgroup[2], 0.04 * 230.0, 0.02);
    EXPECT_NEAR(std::abs(beside.phasor[2]), 0.0, 0.02);
    w.voltage_partials = {{2.5, 4.0}};
    const ChannelSpectrum border = heard(w).windows.at(2).spectrum[0];
    EXPECT_NEAR(border.subgroup[2], 0.0, 0.02);
    EXPECT_NEAR(border.group[2], 0.04 * 230.0 / std::numbers::sqrt2, 0.02);
    EXPECT_NEAR(border.group[3], 0.04 * 230.0 / std::numbers::sqrt2, 0.02);
}

TEST(QualityWindow, SaysWhatTheRateCannotCarry) {
    WaveForm w;
    w.rate = 1'200.0;
    const ChannelSpectrum s = heard(w).windows.at(1).spectrum[0];
    EXPECT_TRUE(std::isfinite(s.subgroup[10]));
    EXPECT_TRUE(std::isnan(s.subgroup[12]));
}

// Fortescue by hand: one phase 10 % low gives u2 = u0 = 0.1 / (3 - 0.1).
TEST(QualityWindow, UnbalanceIsTheRatioOfSequences) {
    WaveForm w;
    w.volts = {207.0, 230.0, 230.0};
    const QualityWindow q = heard(w).windows.at(1);
    EXPECT_NEAR(q.voltage.negative_percent(), 100.0 * 0.1 / 2.9, 0.01);
    EXPECT_NEAR(q.voltage.zero_percent(), 100.0 * 0.1 / 2.9, 0.01);
    EXPECT_NEAR(std::abs(q.voltage.positive), 230.0 * 2.9 / 3.0, 0.03);
    std::swap(w.volts_angle[1], w.volts_angle[2]);
    w.volts.fill(230.0);
    EXPECT_GT(heard(w).windows.at(1).voltage.negative_percent(), 1'000.0);
}

TEST(QualityMeter, FrequencyCountsWholeCyclesInTenSeconds) {
    WaveForm w;
    w.rate = 3'200.0;
    w.seconds = 25.0;
    w.frequency = 50.037;
    const Heard h = heard(w);
    ASSERT_EQ(h.frequencies.size(), 2U);
    for (const FrequencyValue& f : h.frequencies) EXPECT_NEAR(f.hertz, 50.037, 2e-4);
}

TEST(QualityMeter, CutsOfTheRecordingChangeNothing) {
    WaveForm w;
    w.voltage_partials = {{5.0, 6.0}};
    w.envelope = [](std::size_t, double t) { return t > 0.9 && t < 1.3 ? 0.5 : 1.0; };
    const Heard a = heard(w, settings_for(w), 1);
    const Heard b = heard(w, settings_for(w), 12'345);
    ASSERT_EQ(a.cycles.size(), b.cycles.size());
    for (std::size_t i = 0; i < a.cycles.size(); ++i) {
        EXPECT_EQ(a.cycles[i].voltage, b.cycles[i].voltage);
        EXPECT_EQ(a.cycles[i].begin, b.cycles[i].begin);
    }
    ASSERT_EQ(a.windows.size(), b.windows.size());
    for (std::size_t i = 0; i < a.windows.size(); ++i)
        EXPECT_EQ(a.windows[i].spectrum[0].thd, b.windows[i].spectrum[0].thd);
}

TEST(QualityMeter, RefusesWhatItCannotMeasure) {
    EXPECT_THROW(QualityMeter({.rate = 300.0, .nominal = 50.0}, {}), std::invalid_argument);
    EXPECT_THROW(QualityMeter({.rate = 3'000.0, .nominal = 55.0}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace signals
