// Sags, swells and interruptions: the rules on numbers, then on waves.
#include "signals/quality/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/signals/quality/wave.h"

namespace signals {
namespace {

using test::heard;
using test::Heard;
using test::WaveForm;

std::vector<QualityEvent> of_kind(const std::vector<QualityEvent>& all, EventKind kind) {
    std::vector<QualityEvent> out;
    for (const QualityEvent& e : all) {
        if (e.kind == kind) out.push_back(e);
    }
    return out;
}

// Declared 100 V: below 90 it begins, at 91 it goes on, at 92 it is over.
TEST(EventDetector, HoldsToItsHysteresis) {
    EventDetector detector(100.0, {}, {true, false, false});
    double t = 0.0;
    std::vector<QualityEvent> all;
    for (const double rms : {100.0, 90.0, 89.9, 60.0, 91.9, 92.0, 100.0}) {
        for (const QualityEvent& e : detector.add(0, rms, t, t + 0.02)) all.push_back(e);
        t += 0.01;
    }
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].kind, EventKind::sag);
    EXPECT_DOUBLE_EQ(all[0].worst, 60.0);
    EXPECT_NEAR(all[0].begin, 0.02, 1e-12);
    EXPECT_NEAR(*all[0].end, 0.07, 1e-12);
}

// Poly-phase: from the first phase down to the last one back.
TEST(EventDetector, ASagOfSeveralPhasesIsOneSag) {
    EventDetector detector(100.0, {}, {true, true, true});
    std::vector<QualityEvent> all;
    const auto tell = [&](std::size_t phase, double rms, double t) {
        for (const QualityEvent& e : detector.add(phase, rms, t, t + 0.02)) all.push_back(e);
    };
    tell(0, 70.0, 0.00);
    tell(1, 50.0, 0.03);
    tell(0, 100.0, 0.06);
    EXPECT_TRUE(detector.flagged());
    EXPECT_TRUE(all.empty());
    tell(1, 100.0, 0.09);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_THAT(all[0].phase, testing::ElementsAre(true, true, false));
    EXPECT_DOUBLE_EQ(all[0].worst, 50.0);
    EXPECT_NEAR(all[0].begin, 0.00, 1e-12);
    EXPECT_NEAR(*all[0].end, 0.11, 1e-12);
    EXPECT_FALSE(detector.flagged());
}

// An interruption needs all phases, and ends with the first one back.
TEST(EventDetector, AnInterruptionIsOfAllPhases) {
    EventDetector detector(100.0, {}, {true, true, true});
    std::vector<QualityEvent> all;
    const auto tell = [&](std::size_t phase, double rms, double t) {
        for (const QualityEvent& e : detector.add(phase, rms, t, t + 0.02)) all.push_back(e);
    };
    for (std::size_t x = 0; x < 3; ++x) tell(x, 1.0, 0.01 * static_cast<double>(x));
    tell(1, 100.0, 0.10);
    const auto interruptions = of_kind(all, EventKind::interruption);
    ASSERT_EQ(interruptions.size(), 1U);
    EXPECT_NEAR(interruptions[0].begin, 0.02, 1e-12);   // the last phase made it one
    EXPECT_TRUE(of_kind(all, EventKind::sag).empty());  // the others are still down
    EXPECT_EQ(detector.open().size(), 1U);
}

// Half the voltage from 0.5 s for `cycles` cycles, cut at zero crossings of phase A: the value that
// begins half a cycle before is the first with less than 90 %, one that is whole again the last.
TEST(QualityEvents, ASagHasItsTimesAndItsResidual) {
    WaveForm w;
    w.envelope = [](std::size_t x, double t) { return x == 0 && t >= 0.5 && t < 0.7 ? 0.5 : 1.0; };
    const Heard h = heard(w);
    ASSERT_EQ(h.events.size(), 1U);
    const QualityEvent& e = h.events[0];
    EXPECT_EQ(e.kind, EventKind::sag);
    EXPECT_THAT(e.phase, testing::ElementsAre(true, false, false));
    EXPECT_NEAR(e.worst, 115.0, 0.1);
    EXPECT_NEAR(e.begin, 0.49, 0.002);
    EXPECT_NEAR(*e.end, 0.72, 0.002);
}

TEST(QualityEvents, ASwellHasItsMaximum) {
    WaveForm w;
    w.envelope = [](std::size_t, double t) { return t >= 0.5 && t < 0.8 ? 1.2 : 1.0; };
    const Heard h = heard(w);
    ASSERT_EQ(of_kind(h.events, EventKind::swell).size(), 1U);
    EXPECT_EQ(h.events.size(), 1U);
    EXPECT_NEAR(h.events[0].worst, 276.0, 0.2);
    EXPECT_NEAR(*h.events[0].end - h.events[0].begin, 0.3, 0.04);
}

// No voltage, no crossings: the clock runs on.
TEST(QualityEvents, AnInterruptionIsSeenThrough) {
    WaveForm w;
    w.seconds = 3.0;
    w.envelope = [](std::size_t, double t) { return t >= 1.0 && t < 2.0 ? 0.0 : 1.0; };
    const Heard h = heard(w);
    const auto interruptions = of_kind(h.events, EventKind::interruption);
    ASSERT_EQ(interruptions.size(), 1U);
    EXPECT_NEAR(interruptions[0].begin, 1.0, 0.03);
    EXPECT_NEAR(*interruptions[0].end, 2.0, 0.03);
    EXPECT_LT(interruptions[0].worst, 1.0);
    const auto sags = of_kind(h.events, EventKind::sag);
    ASSERT_EQ(sags.size(), 1U);
    EXPECT_LE(sags[0].begin, interruptions[0].begin);
    EXPECT_GE(*sags[0].end, *interruptions[0].end);
    int flagged = 0;
    for (const QualityWindow& q : h.windows) flagged += q.flagged ? 1 : 0;
    EXPECT_GE(flagged, 5);
    EXPECT_LE(flagged, 8);
}

TEST(QualityEvents, WhatOutlastsTheRecordingHasNoEnd) {
    WaveForm w;
    w.envelope = [](std::size_t, double t) { return t >= 1.5 ? 0.3 : 1.0; };
    const Heard h = heard(w);
    ASSERT_EQ(h.events.size(), 1U);
    EXPECT_FALSE(h.events[0].end.has_value());
    EXPECT_NEAR(h.events[0].worst, 69.0, 0.1);
}

TEST(QualityEvents, SteadyAndNoisyWavesHaveNone) {
    WaveForm w;
    w.voltage_partials = {{5.0, 8.0}, {7.0, 5.0}, {11.0, 4.0}};
    EXPECT_TRUE(heard(w).events.empty());
}

}  // namespace
}  // namespace signals
