// Pulses against energy, closure and opening times, spreading, backlog (meter.md 5.1).
#include "core/energy/pulse_output.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/registers/derived.h"
#include "tests/core/support/random.h"

namespace meter {
namespace {

struct Edge {
    bool closed;
    std::int64_t tick;
};

// A contact and its energy, window after window.
struct Rig {
    PulseOutput pulses;
    Instant now{};
    std::vector<Edge> edges;

    Rig(std::uint16_t wh, std::uint16_t ms) { pulses.configure(wh, ms); }

    void run(std::int64_t frames) {
        for (; frames > 0; --frames) {
            if (pulses.frame(now)) {
                edges.push_back({pulses.closed(), pulses.edge().ticks});
                EXPECT_GE(pulses.edge().ticks, now.ticks);
                EXPECT_LT(pulses.edge().ticks, now.ticks + kTicksPerFrame);
            }
            now = now + Ticks{kTicksPerFrame};
        }
    }
    void window(std::uint64_t pwh, std::int32_t frames) {
        pulses.add(pwh, frames);
        run(frames);
    }
};

void expect_times(const Rig& rig, std::uint16_t ms) {
    const std::int64_t least = (std::int64_t{ms} * 32'768 + 999) / 1'000;
    for (std::size_t k = 1; k < rig.edges.size(); ++k) {
        const Edge& edge = rig.edges[k];
        ASSERT_NE(edge.closed, rig.edges[k - 1].closed);
        const std::int64_t lasted = edge.tick - rig.edges[k - 1].tick;
        if (edge.closed) {
            EXPECT_GE(lasted, least) << "open at least as long as closed";
        } else {
            EXPECT_EQ(lasted, least) << "closed for exactly its time";
        }
    }
}

constexpr std::uint16_t kWeights[] = {10, 100, 1'000, 10'000};

// Every weight and closure at 90 % of what it can carry: nothing waits, pulses are even.
TEST(PulseOutput, EveryWeightAndClosure) {
    for (const std::uint16_t wh : kWeights) {
        for (const std::uint16_t ms : kPulseMs) {
            Rig rig{wh, ms};
            const double period = 2.0 * ms * 32.768 / 0.9;  // ticks
            const double per_frame = wh * 1e12 * 13.0 / period;
            const auto per_window = static_cast<std::uint64_t>(per_frame * 2'520);
            const unsigned windows = 30;
            for (unsigned n = 0; n < windows; ++n) {
                rig.window(per_window, 2'520);
                ASSERT_FALSE(rig.pulses.overrun()) << wh << ' ' << ms;
            }
            ASSERT_EQ(rig.pulses.sent(), per_window * windows / (wh * kPwhPerWh));
            expect_times(rig, ms);
            for (std::size_t k = 2; k < rig.edges.size(); k += 2) {
                EXPECT_NEAR(static_cast<double>(rig.edges[k].tick - rig.edges[k - 2].tick), period,
                            1.01)
                    << "spread evenly, to the tick";
            }
        }
    }
}

TEST(PulseOutput, FirstEdgeIsTheTickOfTheQuantum) {
    Rig rig{10, 10};
    // 10 Wh in 1000.5 frames: the middle of frame 1000.
    rig.pulses.add(2 * 10 * kPwhPerWh + 2'001, 2'001);
    rig.run(2'001);
    ASSERT_GE(rig.edges.size(), 3U);
    EXPECT_NEAR(static_cast<double>(rig.edges[0].tick), 1'000.5 * 13, 1.0);
    EXPECT_NEAR(static_cast<double>(rig.edges[2].tick), 2'001.0 * 13, 1.01);
}

TEST(PulseOutput, CountsEnergyExactly) {
    test::Random random{31};
    for (int life = 0; life < 10; ++life) {
        Rig rig{10, 10};
        std::uint64_t added = 0;
        for (int n = 0; n < 300; ++n) {
            // Up to the 1.8 MW of 10 Wh and 10 ms: 500 Wh a second.
            const std::uint64_t pwh = random.below(480 * kPwhPerWh);
            const auto frames = static_cast<std::int32_t>(random.between(2'500, 2'720));
            added += pwh;
            rig.window(pwh, frames);
        }
        const PulseOutput::Kept kept = rig.pulses.kept();
        EXPECT_EQ(std::uint64_t{kept.sent} * 10 * kPwhPerWh + kept.owed * 10 * kPwhPerWh + kept.pwh,
                  added);
        rig.run(5 * 2'520);
        EXPECT_EQ(rig.pulses.sent(), added / (10 * kPwhPerWh));
        expect_times(rig, 10);
    }
}

TEST(PulseOutput, FallsBehindAndCatchesUp) {
    Rig rig{10, 500};  // 36 kW at most: 10 Wh a second
    for (int n = 0; n < 20; ++n) rig.window(20'100'000'000'000, 2'520);
    EXPECT_TRUE(rig.pulses.overrun());
    EXPECT_NEAR(rig.pulses.sent(), 20.0, 1.0) << "as fast as the contact can";
    expect_times(rig, 500);
    rig.run(25 * 2'520);
    EXPECT_FALSE(rig.pulses.overrun()) << "the backlog is gone";
    EXPECT_EQ(rig.pulses.sent(), 40U);
    expect_times(rig, 500);
}

TEST(PulseOutput, ClearDropsWhatIsOwed) {
    Rig rig{10, 500};
    for (int n = 0; n < 20; ++n) rig.window(20 * kPwhPerWh, 2'520);
    const std::uint32_t sent = rig.pulses.sent();
    rig.pulses.clear();
    EXPECT_FALSE(rig.pulses.overrun());
    rig.run(10 * 2'520);
    EXPECT_EQ(rig.pulses.sent(), sent) << "the counter is not energy; it stays";
    EXPECT_FALSE(rig.pulses.closed()) << "a pulse that was begun ends";
    expect_times(rig, 500);
    rig.pulses.clear_count();
    EXPECT_EQ(rig.pulses.sent(), 0U);
}

// A window cut short by new settings does not crowd the pulses of the one before
// (the contact could close every 656 ticks).
TEST(PulseOutput, ShortWindowsDoNotCrowd) {
    Rig rig{10, 10};
    const std::uint64_t second = 400 * kPwhPerWh;  // 80 % of 1.8 MW
    rig.window(second, 2'520);
    rig.pulses.add(second, 2'520);
    for (int n = 0; n < 30; ++n) {
        rig.run(3);
        rig.pulses.add(second * 3 / 2'520, 3);
        ASSERT_FALSE(rig.pulses.overrun()) << n;
    }
    rig.run(2'520);
    EXPECT_FALSE(rig.pulses.overrun());
    for (std::size_t k = 2; k < rig.edges.size(); k += 2) {
        EXPECT_NEAR(static_cast<double>(rig.edges[k].tick - rig.edges[k - 2].tick), 819.0, 40.0)
            << k;
    }
    expect_times(rig, 10);
}

TEST(PulseOutput, NewWeightKeepsTheEnergy) {
    Rig rig{1'000, 500};
    rig.window(995 * kPwhPerWh, 2'520);
    EXPECT_TRUE(rig.edges.empty());
    rig.pulses.configure(100, 50);
    rig.run(2'520);
    EXPECT_EQ(rig.pulses.sent(), 9U);
    expect_times(rig, 50);
}

TEST(PulseOutput, KeptEnergyIsTakenUp) {
    Rig rig{10, 500};
    for (int n = 0; n < 5; ++n) rig.window(23 * kPwhPerWh, 2'520);
    const PulseOutput::Kept kept = rig.pulses.kept();
    Rig next{10, 500};
    next.pulses.resume(kept);
    next.run(60 * 2'520);
    EXPECT_EQ(next.pulses.sent(), 11U) << "115 Wh in all";
}

TEST(PulseCounter, CountsVarh) {
    PulseCounter counter;
    counter.configure(100);
    for (int n = 0; n < 1'000; ++n) counter.add(33 * kPwhPerWh + 7);
    EXPECT_EQ(counter.count(), 330U);
    counter.clear();
    counter.add(99 * kPwhPerWh);
    EXPECT_EQ(counter.count(), 330U) << "clear() drops the remainder, not the count";
    counter.clear_count();
    counter.add(kPwhPerWh);
    EXPECT_EQ(counter.count(), 1U);
}

}  // namespace
}  // namespace meter
