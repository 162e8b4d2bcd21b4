// Demand: blocks, rolling intervals, sync-to-comms, to the tick (meter.md 3.7).
#include "core/energy/demand.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/core/support/random.h"

namespace meter {
namespace {

__extension__ using Wide = unsigned __int128;

DemandTriple power(std::int64_t uw) { return {uw, uw / 2, uw * 2}; }

// Windows of a second, one after the other.
struct Rig {
    DemandMeter demand;
    Instant now{};

    explicit Rig(std::uint16_t subintervals = 1, std::uint16_t seconds_each = 10) {
        demand.configure(subintervals, seconds_each, now);
    }
    void run(std::int64_t uw, Ticks length) {
        now = now + length;
        demand.add(power(uw), length, now);
    }
    void run_seconds(std::int64_t uw, int n) {
        for (int k = 0; k < n; ++k) run(uw, seconds(1));
    }
    std::int64_t present() const { return demand.present().real_uw; }
    std::int64_t maximum() const { return demand.maximum().real_uw; }
};

TEST(Demand, BlockUpdatesAtTheEndOfEachSubinterval) {
    Rig rig;
    rig.run_seconds(1'000, 9);
    EXPECT_EQ(rig.present(), 0);
    rig.run_seconds(2'000, 1);
    EXPECT_EQ(rig.present(), 1'100);
    EXPECT_EQ(rig.demand.present().reactive_uvar, 550);
    EXPECT_EQ(rig.demand.present().apparent_uva, 2'200);
    rig.run_seconds(500, 9);
    EXPECT_EQ(rig.present(), 1'100);
    rig.run_seconds(500, 1);
    EXPECT_EQ(rig.present(), 500);
    EXPECT_EQ(rig.maximum(), 1'100);
}

// A window that straddles the border counts in each sub-interval for its own ticks.
TEST(Demand, SubintervalsAreExactToTheTick) {
    Rig rig;
    rig.run(1'000'000, seconds(10) - Ticks{1});
    rig.run(327'680'000'000, Ticks{32'760});
    // One tick of the large power among 327680.
    EXPECT_EQ(rig.present(), (1'000'000 * 327'679LL + 327'680'000'000) / 327'680);
    rig.run(0, seconds(10) - Ticks{32'759});
    EXPECT_EQ(rig.present(), 327'680'000'000 / 327'680 * 32'759);
}

TEST(Demand, ConservesEnergyOverRandomWindows) {
    test::Random random{21};
    for (int life = 0; life < 20; ++life) {
        Rig rig{1, 60};
        Wide sum = 0;
        std::int64_t ended = 0, left = seconds(60).count;
        for (int n = 0; n < 2'000; ++n) {
            const std::int64_t uw = random.between(0, 800'000'000'000'000'000);
            const std::int64_t length = random.between(1, 2'720 * 13);
            const std::int64_t inside = std::min(length, left);
            sum += Wide{static_cast<std::uint64_t>(uw)} * static_cast<std::uint64_t>(inside);
            left -= inside;
            if (left == 0) {
                ended = static_cast<std::int64_t>(sum / static_cast<std::uint64_t>(60 * 32'768));
                const std::int64_t over = length - inside;
                sum = Wide{static_cast<std::uint64_t>(uw)} * static_cast<std::uint64_t>(over);
                left = seconds(60).count - over;
            }
            rig.run(uw, Ticks{length});
            ASSERT_EQ(rig.present(), ended) << life << ' ' << n;
        }
    }
}

TEST(Demand, RollingAveragesTheLastSubintervals) {
    for (std::uint16_t n = 2; n <= 6; ++n) {
        Rig rig{n, 10};
        std::vector<std::int64_t> blocks;
        for (int k = 1; k <= 15; ++k) {
            blocks.push_back(1'000 * k * k);
            rig.run_seconds(blocks.back(), 10);
            const std::size_t have = std::min<std::size_t>(n, blocks.size());
            std::int64_t sum = 0;
            for (std::size_t j = blocks.size() - have; j < blocks.size(); ++j) sum += blocks[j];
            EXPECT_EQ(rig.present(), sum / static_cast<std::int64_t>(have)) << n << ' ' << k;
        }
    }
}

TEST(Demand, SyncToCommsEndsByCommandOnly) {
    Rig rig{6, 0};  // 149 is ignored
    rig.run_seconds(1'000, 100);
    EXPECT_EQ(rig.present(), 0);
    rig.demand.request_subinterval(rig.now);
    EXPECT_EQ(rig.present(), 0) << "acts at the end of the running window";
    rig.run_seconds(1'000, 1);
    EXPECT_EQ(rig.present(), 1'000);
    rig.run_seconds(3'000, 9);
    rig.demand.request_subinterval(rig.now);
    rig.run_seconds(3'000, 1);
    EXPECT_EQ(rig.present(), 3'000) << "10 s after the one before is allowed";
}

TEST(Demand, CommandsSoonerThanTenSecondsAreIgnored) {
    Rig rig{1, 0};
    rig.run_seconds(100, 1);
    rig.demand.request_subinterval(rig.now);
    rig.run_seconds(100, 1);
    rig.run(200, seconds(9) - Ticks{1});
    rig.demand.request_subinterval(rig.now);  // a tick too soon
    rig.run_seconds(200, 5);
    EXPECT_EQ(rig.present(), 100);
    rig.demand.request_subinterval(rig.now);
    rig.run_seconds(200, 1);
    EXPECT_EQ(rig.present(), 200) << "an ignored command starts no new waiting";
}

TEST(Demand, CommandEndsATimedSubinterval) {
    Rig rig;
    rig.run_seconds(400, 4);
    rig.demand.request_subinterval(rig.now);
    rig.run_seconds(400, 1);
    EXPECT_EQ(rig.present(), 400);
    rig.run_seconds(900, 9);
    EXPECT_EQ(rig.present(), 400) << "the next one is whole again";
    rig.run_seconds(900, 1);
    EXPECT_EQ(rig.present(), 900);
}

TEST(Demand, MaximumIsSetToThePresent) {
    Rig rig;
    rig.run_seconds(900, 10);
    rig.run_seconds(300, 10);
    EXPECT_EQ(rig.maximum(), 900);
    rig.demand.request_restart_of_maxima(rig.now);
    EXPECT_EQ(rig.maximum(), 900) << "acts at the end of the running window";
    rig.run_seconds(300, 1);
    EXPECT_EQ(rig.maximum(), 300);
    EXPECT_EQ(rig.demand.maximum().apparent_uva, 600);
    rig.demand.request_restart_of_maxima(rig.now);
    rig.run_seconds(0, 9);
    EXPECT_EQ(rig.maximum(), 300) << "again within 10 s: ignored";
}

TEST(Demand, EachQuantityHasItsOwnMaximum) {
    DemandMeter demand;
    demand.configure(1, 10, {});
    demand.add({5, 1, 7}, seconds(10), Instant{} + seconds(10));
    demand.add({3, 9, 7}, seconds(10), Instant{} + seconds(20));
    EXPECT_EQ(demand.maximum().real_uw, 5);
    EXPECT_EQ(demand.maximum().reactive_uvar, 9);
    EXPECT_EQ(demand.maximum().apparent_uva, 7);
}

TEST(Demand, NewSettingsCountFromTheirOwnInstant) {
    Rig rig;
    rig.run_seconds(1'000, 5);
    // Mid-window: half of the next window came before.
    rig.demand.configure(1, 20, rig.now + Ticks{16'384});
    rig.run_seconds(8'000, 1);
    rig.run_seconds(0, 19);
    EXPECT_EQ(rig.present(), 0);
    rig.run_seconds(0, 1);
    EXPECT_EQ(rig.present(), 8'000 / 40) << "half a second of twenty";
    rig.demand.configure(1, 20, rig.now);
    rig.run_seconds(4'000, 19);
    EXPECT_EQ(rig.present(), 200) << "the same settings change nothing";
}

}  // namespace
}  // namespace meter
