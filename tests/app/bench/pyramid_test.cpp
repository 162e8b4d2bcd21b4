// Extents over any stretch against a plain look at all samples, gaps, forgetting, and the cost.
#include "app/bench/pyramid.h"

#include <gtest/gtest.h>
#include <malloc.h>
#include <algorithm>

#include <cmath>
#include <vector>

#include "app/bench/scope_recorder.h"
#include "app/bench/trend_recorder.h"

namespace bench {
namespace {

// Neither periodic nor monotonous.
float sample(std::int64_t i) {
    return static_cast<float>(std::sin(static_cast<double>(i) * 0.37) *
                                  static_cast<double>(i % 97) +
                              static_cast<double>(i % 13));
}

Pyramid filled(std::int64_t count, const Pyramid::Capacity& capacity = Pyramid::kFrames) {
    Pyramid pyramid{capacity};
    for (std::int64_t i = 0; i < count; ++i) pyramid.append(sample(i));
    return pyramid;
}

Extent plain(std::int64_t from, std::int64_t to) {
    Extent out;
    for (std::int64_t i = from; i < to; ++i) out.add({sample(i), sample(i)});
    return out;
}

TEST(Pyramid, MemoryTakenAtOnceChangesNothingElse) {
    constexpr Pyramid::Capacity kSmall{64, 32, 16, 8, 4};
    for (const std::int64_t taken_at : {0, 1, 40, 64, 1'000}) {
        Pyramid pyramid = filled(taken_at, kSmall);
        pyramid.take_all();
        for (std::int64_t i = taken_at; i < 3'000; ++i) pyramid.append(sample(i));
        const Pyramid grown = filled(3'000, kSmall);
        EXPECT_EQ(pyramid.first(), grown.first());
        for (const double from : {0.0, 1'500.0, 2'900.0, 2'960.0}) {
            const Strip one = pyramid.strip(from, 3'000.0, 16);
            const Strip other = grown.strip(from, 3'000.0, 16);
            ASSERT_EQ(one.parts.size(), other.parts.size());
            for (std::size_t i = 0; i < one.parts.size(); ++i) {
                if (std::isnan(other.parts[i].least)) continue;
                EXPECT_EQ(one.parts[i].least, other.parts[i].least) << taken_at << ' ' << from;
                EXPECT_EQ(one.parts[i].most, other.parts[i].most) << taken_at << ' ' << from;
            }
        }
    }
}

// Bytes on the heap, also in blocks that are mapped on their own; 0 under sanitizers, which have
// a heap of their own.
std::size_t heap() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

// The upper levels are full after 3.7 and 59 h of frames; nobody waits for those to grow.
TEST(Pyramid, ALongSeriesGrowsNoMore) {
    Pyramid frames;
    const std::size_t empty = heap();
    const auto grow_to = [&frames](std::int64_t size) {
        while (frames.size() < size) frames.append(sample(frames.size()));
        return heap();
    };
    const std::size_t second = grow_to(2'521);
    const std::size_t seconds = grow_to(10'000);
    EXPECT_LT(second - empty, 40'000U) << "a short one takes what it needs";
    EXPECT_EQ(grow_to(45'000'000), seconds) << "5 h";
}

TEST(Pyramid, ExtentsHoldEverySampleOfTheirPart) {
    constexpr std::int64_t kCount = 50'000;
    const Pyramid pyramid = filled(kCount);
    for (const double span : {3'000.0, 20'000.0, 50'000.0}) {
        for (const double from : {0.0, 123.4, kCount - span}) {
            const Strip strip = pyramid.strip(from, from + span, 100);
            ASSERT_EQ(strip.parts.size(), 100U);
            ASSERT_FALSE(strip.exact);
            for (std::size_t i = 0; i < 100; ++i) {
                const double left = from + static_cast<double>(i) * strip.step;
                const auto a = static_cast<std::int64_t>(std::ceil(left));
                const auto b = std::min(kCount, static_cast<std::int64_t>(left + strip.step));
                const Extent inside = plain(a, b);
                EXPECT_LE(strip.parts[i].least, inside.least);
                EXPECT_GE(strip.parts[i].most, inside.most);
                // An entry of a level may reach over the part's border, by one entry at most.
                const auto slack = static_cast<std::int64_t>(strip.step) + 1;
                const Extent around =
                    plain(std::max<std::int64_t>(0, a - slack), std::min(kCount, b + slack));
                EXPECT_GE(strip.parts[i].least, around.least);
                EXPECT_LE(strip.parts[i].most, around.most);
            }
        }
    }
}

TEST(Pyramid, GivesSamplesWhenThereAreFew) {
    const Pyramid pyramid = filled(1'000);
    const Strip strip = pyramid.strip(500.5, 600.5, 100);
    ASSERT_TRUE(strip.exact);
    EXPECT_EQ(strip.step, 1);
    EXPECT_LE(strip.first, 500);
    EXPECT_GE(strip.first + static_cast<double>(strip.parts.size()), 602);
    for (std::size_t i = 0; i < strip.parts.size(); ++i) {
        const auto at = static_cast<std::int64_t>(strip.first) + static_cast<std::int64_t>(i);
        EXPECT_EQ(strip.parts[i].least, sample(at));
    }
}

TEST(Pyramid, WhatIsOutsideIsUnknown) {
    const Pyramid pyramid = filled(1'000);
    const Strip strip = pyramid.strip(-10'000, 10'000, 20);
    EXPECT_TRUE(std::isnan(strip.parts.front().least));
    EXPECT_TRUE(std::isnan(strip.parts.back().most));
    EXPECT_FALSE(std::isnan(strip.parts[10].least));
}

TEST(Pyramid, GapsCountInNoExtent) {
    Pyramid pyramid;
    for (int i = 0; i < 64; ++i)
        pyramid.append(i < 32 ? std::numeric_limits<float>::quiet_NaN() : 5.0F);
    const Strip strip = pyramid.strip(0, 64, 4);
    EXPECT_TRUE(std::isnan(strip.parts[0].least));
    EXPECT_EQ(strip.parts[2].least, 5);
}

TEST(Pyramid, ForgetsTheOldestFirstAndKeepsItCoarse) {
    constexpr Pyramid::Capacity kSmall{64, 16, 16, 16, 16};
    const Pyramid pyramid = filled(10'000, kSmall);
    EXPECT_EQ(pyramid.first_exact(), 10'000 - 64);
    EXPECT_EQ(pyramid.first(), 0);
    const Strip old = pyramid.strip(5'000, 6'000, 10);
    EXPECT_FALSE(std::isnan(old.parts[0].least)) << "coarse, but there";
    EXPECT_EQ(pyramid.strip(9'990, 9'999, 10).exact, true);
    EXPECT_FALSE(pyramid.strip(5'000, 5'009, 10).exact);
}

TEST(Pyramid, APictureCostsPixelsNotSamples) {
    const Pyramid pyramid = filled(4'000'000);  // 26 minutes of frames
    constexpr int kPixels = 800;
    for (const double span : {42.0, 2'520.0, 100'000.0, 1e6, 4e6}) {
        const Strip strip = pyramid.strip(4e6 - span, 4e6, kPixels);
        EXPECT_LE(strip.visited, 20U * kPixels) << span;
    }
}

// A block whose channels are told apart by their values.
void feed(ScopeRecorder& recorder, std::int64_t first, int frames) {
    signals::TerminalBlock block;
    ProbeTaps taps;
    block.first_frame = first;
    block.frames = frames;
    for (int n = 0; n < frames; ++n) {
        const auto at = static_cast<std::size_t>(n);
        const double t = static_cast<double>(first + n);
        for (std::size_t x = 0; x < 3; ++x) {
            block.voltage[x][at] = 100 * std::sin(2 * M_PI * t / 42 - 2.0 * static_cast<double>(x));
            block.current[x][at] = 1'000 + t;
        }
        meter::AdcFrame counts;
        counts.count[6] = 77;
        meter::Samples samples;
        samples.i[1] = 8;
        taps.put(n, counts, samples, 8);
    }
    recorder.block(block, taps);
}

TEST(ScopeRecorder, KeepsEveryChannelInItsUnit) {
    ScopeRecorder recorder;
    feed(recorder, 0, 128);
    feed(recorder, 128, 100);
    EXPECT_EQ(recorder.kept().end, 228);
    EXPECT_EQ(recorder.samples(ScopeChannel::ib, 200, 1).front(), 1'200);
    EXPECT_EQ(recorder.samples(ScopeChannel::adc_in, 5, 1).front(), 77);
    EXPECT_FLOAT_EQ(recorder.samples(ScopeChannel::chain_ib, 5, 1).front(), 8 * 50e-6F)
        << "50 uA per LSB at preamp 8 (core/metrology/sample.h)";
    EXPECT_TRUE(std::isnan(recorder.samples(ScopeChannel::va, 228, 1).front()));
}

TEST(ScopeRecorder, BeginsAnewAfterAGap) {
    ScopeRecorder recorder;
    feed(recorder, 0, 128);
    feed(recorder, 1'000, 128);
    EXPECT_EQ(recorder.kept().first, 1'000);
    EXPECT_EQ(recorder.kept().end, 1'128);
    feed(recorder, 500, 10);
    EXPECT_EQ(recorder.kept().first, 500) << "time was turned back";
}

TEST(ScopeRecorder, TriggersBetweenSamples) {
    ScopeRecorder recorder;
    for (int i = 0; i < 10; ++i) feed(recorder, i * 42, 42);
    const auto at = [&](double level, Edge edge, double from, double to) {
        return recorder.trigger({ScopeChannel::va, level, edge, 5.0}, from, to);
    };
    const double delay = sampling_delay(ScopeChannel::va);
    EXPECT_NEAR(delay, 2.0 / 13, 1e-12) << "slot 1, 2 ticks after the frame's start";
    EXPECT_NEAR(at(0, Edge::rising, 0, 300).value(), 294 + delay, 1e-3);
    EXPECT_NEAR(at(0, Edge::falling, 0, 300).value(), 273 + delay, 1e-3);
    EXPECT_NEAR(at(50, Edge::rising, 0, 300).value(), 294 + 3.5 + delay, 0.02)
        << "asin(0.5) is a twelfth of a cycle";
    EXPECT_FALSE(at(150, Edge::rising, 0, 300));
    EXPECT_FALSE(at(0, Edge::rising, 295, 300)) << "none in so short a stretch";
}

TEST(TrendRecorder, KeepsASecondEach) {
    TrendRecorder trends;
    meter::Points points;
    points.readings.sequence = 1;
    for (int window = 1; window <= 100; ++window) {
        points.readings.total.real_uw = window * std::int64_t{1'000'000'000};
        trends.window(window * 2'530 - 1, points);
    }
    EXPECT_EQ(trends.kept().end - trends.kept().first, 100 * 2'530 / 2'521 - 1 + 1);
    const Strip strip = trends.strip(1, 0, 100, 400);
    ASSERT_TRUE(strip.exact);
    EXPECT_EQ(strip.parts.back().least, 100) << "kw_total, row 1 of the table, in kW";
    trends.window(2'530, points);
    EXPECT_EQ(trends.kept().end, 2) << "time was turned back";
}

// All of a bus, whatever their number, take no more than eight alone; and none keeps less than what
// the header says.
TEST(TrendRecorder, SharesItsMemoryOnABus) {
    const auto bytes = [](const Pyramid::Capacity& capacity) {
        std::size_t sum = capacity[0] * sizeof(float);
        for (std::size_t k = 1; k < capacity.size(); ++k) sum += capacity[k] * sizeof(Extent);
        return sum;
    };
    const std::size_t most = 8 * bytes(TrendRecorder::kSeconds);
    for (std::size_t meters = 1; meters <= 63; ++meters) {
        const Pyramid::Capacity share = TrendRecorder::share(meters);
        EXPECT_LE(meters * bytes(share), most * 1.3) << meters;
        EXPECT_GE(share[0], 2'048U);
        EXPECT_GE(share[1] * 16, 4U * 3'600);
        EXPECT_EQ(share[3], TrendRecorder::kSeconds[3]);
    }
    EXPECT_EQ(TrendRecorder::share(8), TrendRecorder::kSeconds);
    EXPECT_EQ(TrendRecorder::share(9)[0], TrendRecorder::kSeconds[0] / 2);
}

// Whether it is what the run began with or a branch that was gone on with.
TEST(TrendRecorder, ADayTakesNoMoreThanAnHour) {
    constexpr std::int64_t kSecond = 2'521, kHour = 3'600, kDay = 24 * kHour;
    constexpr std::int64_t kFork = 100 * kSecond;
    const std::vector<BranchView> branches{{1, "", -1, 0, kFork}, {2, "", 0, kFork, kFork}};
    const meter::Points points;
    for (const int present : {1, 2}) {
        TrendRecorder trends;
        trends.follow(branches, present);
        std::int64_t second = kFork / kSecond;
        const auto grow_to = [&](std::int64_t end) {
            for (; second < end; ++second) trends.window(second * kSecond, points);
            return heap();
        };
        const std::size_t hour = grow_to(kHour);
        EXPECT_EQ(grow_to(kDay), hour) << "branch " << present;
        EXPECT_GT(trends.kept().end, kDay - 10);
    }
}

}  // namespace
}  // namespace bench
