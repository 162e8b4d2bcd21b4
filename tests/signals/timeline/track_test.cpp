#include "signals/timeline/track.h"

#include <gtest/gtest.h>

#include "signals/timeline/turning.h"

namespace signals {
namespace {

TEST(Track, StepsHoldFromTheirFrame) {
    Track track(1.0);
    track.step(100, 2.0);
    track.step(50, 3.0);
    EXPECT_EQ(track.at(-5), 1.0);
    EXPECT_EQ(track.at(49), 1.0);
    EXPECT_EQ(track.at(50), 3.0);
    EXPECT_EQ(track.at(99), 3.0);
    EXPECT_EQ(track.at(100), 2.0);
    EXPECT_EQ(track.span(60), (Span{50, 100}));
}

TEST(Track, ARampIsAStaircaseWithTheMeanOfALine) {
    Track track(10.0);
    track.ramp(0, 5'000, 20.0);
    double sum = 0.0;
    for (int frame = 0; frame < 5'000; ++frame) sum += track.at(frame);
    EXPECT_NEAR(sum / 5'000.0, 15.0, 1e-9);
    EXPECT_EQ(track.at(5'000), 20.0);
    EXPECT_NEAR(track.at(2'500), 15.0, 0.01);
    // Constant inside each span, different behind it.
    for (std::int64_t frame = 0; frame < 5'000;) {
        const Span span = track.span(frame);
        EXPECT_EQ(track.at(span.first), track.at(span.end - 1));
        EXPECT_LE(span.end - span.first, 5);
        frame = span.end;
    }
}

TEST(Track, WhatBeginsLaterHolds) {
    Track track(0.0);
    track.ramp(0, 1'000, 10.0);
    track.ramp(500, 1'500, 0.0);
    EXPECT_NEAR(track.at(499), 5.0, 0.02);
    EXPECT_NEAR(track.at(500), 5.0, 0.02);
    EXPECT_NEAR(track.at(1'000), 2.5, 0.02);
    EXPECT_EQ(track.at(2'000), 0.0);
}

TEST(Track, ForgettingKeepsWhatIsNow) {
    Track track(0.0);
    for (int k = 1; k < 100; ++k) track.step(10 * k, k);
    track.forget_before(505);
    EXPECT_EQ(track.at(505), 50.0);
    EXPECT_EQ(track.at(990), 99.0);
    EXPECT_EQ(track.segments().size(), 50U);
}

TEST(Turning, AFrequencyRampTurnsByItsMean) {
    Turning turning(50.0);
    turning.ramp(0, 25'206, 60.0);  // 10 s
    const double seconds = 25'206.0 * 13.0 / 32'768.0;
    EXPECT_NEAR(turning.turns(25'206), 55.0 * seconds, 1e-6);
    EXPECT_EQ(turning.hertz(30'000), 60.0);
}

TEST(Turning, AnyOrderGivesTheSamePhase) {
    Turning turning(59.9);
    turning.ramp(1'000, 4'000, 61.0);
    turning.ramp(3'000, 3'000, 50.0);
    std::uint64_t phase = 0;
    for (std::int64_t frame = 0; frame < 6'000; ++frame) {
        ASSERT_EQ(turning.phase(frame).bits, phase) << frame;
        phase += turning.per_frame(frame).bits;
    }
    EXPECT_EQ(turning.phase(10).bits, 10 * turning.per_frame(0).bits);
}

}  // namespace
}  // namespace signals
