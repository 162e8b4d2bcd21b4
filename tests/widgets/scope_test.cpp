// The scope's geometry against closed forms.
#include "widgets/scope/scope_geometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace widgets {
namespace {

constexpr double kRate = 32'768.0 / 13.0;

// amplitude * sin(2 pi f (t - shift)), sampled as the multiplexer does.
ScopeChannel sine(double amplitude, double frequency, double shift, double delay,
                  int samples = 128) {
    ScopeChannel channel{{}, delay};
    for (int i = 0; i < samples; ++i) {
        const double t = i / kRate + delay;
        channel.samples.push_back(amplitude *
                                  std::sin(2 * std::numbers::pi * frequency * (t - shift)));
    }
    return channel;
}

TEST(RisingZero, FindsTheCrossingBetweenSamples) {
    for (const double frequency : {45.0, 50.0, 60.0, 65.0}) {
        for (int i = 0; i < 50; ++i) {
            const double shift = i / 50.0 / frequency;
            const auto found = rising_zero(sine(392, frequency, shift, 61e-6), kRate);
            ASSERT_TRUE(found);
            const double cycles = (*found - shift) * frequency;
            EXPECT_NEAR(cycles, std::round(cycles), 2e-4) << frequency << " Hz, " << shift;
            EXPECT_LE(*found + kScopeSpan, 128 / kRate + 61e-6) << "the picture is full";
        }
    }
}

TEST(RisingZero, IsNotFooledByNoiseAtZero) {
    ScopeChannel channel = sine(100, 50, 0.0, 0.0);
    for (std::size_t i = 0; i < channel.samples.size(); ++i) {
        channel.samples[i] += i % 2 == 0 ? 4.0 : -4.0;
    }
    const auto found = rising_zero(channel, kRate);
    ASSERT_TRUE(found);
    EXPECT_NEAR(*found, 0.020, 0.0005) << "the falling zero at 10 ms has rising edges too";
}

TEST(RisingZero, HasNoneWithoutASignal) {
    EXPECT_FALSE(rising_zero({}, kRate));
    EXPECT_FALSE(rising_zero({std::vector<double>(128, 0.0), 0.0}, kRate));
    EXPECT_FALSE(rising_zero({std::vector<double>(128, 5.0), 0.0}, kRate));
}

TEST(UnitsPerDivision, IsARoundNumberThatHolds) {
    struct Case {
        double peak, present, expected;
    };
    // clang-format off
    constexpr Case kCases[]{
        {391.7,   0, 100}, {400,    0, 100},  {401, 0, 150}, {170,  0, 50},  {4,    0, 1},
        {0.0041,  0, 0.0015}, {39,  0, 10},   {33,  0, 10},  {0,    0, 1},   {1e6,  0, 300'000},
        {200,   100, 100}, {161,  100, 100},  {159, 100, 40}, {401, 100, 150},
    };
    // clang-format on
    for (const Case& c : kCases) {
        EXPECT_DOUBLE_EQ(units_per_division(c.peak, c.present), c.expected) << c.peak;
    }
    EXPECT_EQ(units_per_division(std::nan(""), 0), 1);
}

TEST(Trace, FollowsTheSineOnThePane) {
    const ScopeChannel channel = sine(300, 60, 0.001, 183e-6);
    const QRectF pane{50, 20, 800, 200};
    const QPolygonF line = trace(channel, kRate, 0.004, 100, pane, 2.0);
    ASSERT_EQ(line.size(), 401);
    EXPECT_DOUBLE_EQ(line.front().x(), 50);
    EXPECT_DOUBLE_EQ(line.back().x(), 850);
    for (const QPointF& point : line) {
        const double t = 0.004 + (point.x() - 50) / 800 * kScopeSpan;
        const double value = 300 * std::sin(2 * std::numbers::pi * 60 * (t - 0.001));
        EXPECT_NEAR(point.y(), 120 - value / 400 * 100, 0.1);
    }
}

TEST(Trace, StaysOnThePane) {
    const QRectF pane{0, 0, 100, 100};
    for (const QPointF& p : trace(sine(300, 60, 0, 0), kRate, 0, 10, pane, 2.0)) {
        EXPECT_GE(p.y(), 0);
        EXPECT_LE(p.y(), 100);
    }
    EXPECT_TRUE(trace({}, kRate, 0, 10, pane, 2.0).isEmpty());
}

TEST(FirstPeak, IsTheFirstOfEqualHeights) {
    const QRectF pane{0, 0, 1'000, 200};
    const QPolygonF line = trace(sine(392, 100, 0, 0), kRate, 0, 100, pane, 1.0);
    const auto peak = first_peak(line, pane);
    ASSERT_TRUE(peak);
    EXPECT_NEAR(peak->x(), 100, 3) << "a quarter of 10 ms on 25 ms across 1000 pixels";
    EXPECT_NEAR(peak->y(), 2, 1);
    const QPolygonF flat = trace(sine(1, 100, 0, 0), kRate, 0, 100, pane, 1.0);
    EXPECT_FALSE(first_peak(flat, pane));
}

TEST(ScopePanes, DoNotOverlapAndFit) {
    for (const QSizeF size : {QSizeF{320, 220}, QSizeF{640, 360}, QSizeF{1'600, 900}}) {
        const auto panes = scope_panes(size);
        EXPECT_LT(panes[0].bottom(), panes[1].top());
        EXPECT_EQ(panes[0].height(), panes[1].height());
        EXPECT_TRUE((QRectF{{0, 0}, size}.contains(panes[0].united(panes[1]))));
    }
}

}  // namespace
}  // namespace widgets
