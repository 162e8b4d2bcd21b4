// Waveforms and trends of a run that looks back: nothing is lost, and what is looked at is shown.
#include "app/bench/records.h"

#include <gtest/gtest.h>

#include <cmath>
#include <future>
#include <limits>

#include "app/bench/runner.h"
#include "app/bench/workspace/workspace.h"
#include "core/registers/table.h"

namespace bench {
namespace {

constexpr std::int64_t kEdit = 40'000;
constexpr std::int64_t kLate = 50'000;
constexpr std::int64_t kEnd = 70'000;  // frames, 28 s
constexpr std::int64_t kLead = kLookLead;

class RecordsTest : public testing::Test {
 protected:
    void SetUp() override {
        runner.set_speed(std::numeric_limits<double>::infinity());
        runner.keep_history();
        runner.record(records);
        runner.record_waveforms(true);
        runner.pause();
        runner.start();
    }
    void run_to(std::int64_t frame) {
        runner.run_until(frame);
        runner.wait();
    }
    void set_current(double amperes) {
        signals::Installation installation;
        installation.current = {amperes, amperes, amperes};
        runner.set_installation(installation);
    }
    // 120 A, from kEdit on 60 A.
    void run_all() {
        run_to(kEdit);
        set_current(60);
        run_to(kEnd);
    }
    TimeView made() {  // what is looked at, when it is there
        std::promise<TimeView> out;
        runner.inspect(0, [&](const Rig&, const TimeView& time) { out.set_value(time); });
        return out.get_future().get();
    }
    TimeView look(int branch, std::int64_t frame) {
        runner.look_at(branch, frame);
        return made();
    }
    [[nodiscard]] std::vector<float> wave(bool looking, std::int64_t first,
                                          std::int64_t count) const {
        return records->scope(looking).samples(ScopeChannel::ia, first, count);
    }
    // A of phase A in that second, of the run or of what is looked at.
    static float second_of(const Strip& strip, double second) {
        const auto at = static_cast<std::ptrdiff_t>(second - strip.first);
        if (at < 0 || at >= static_cast<std::ptrdiff_t>(strip.parts.size())) return NAN;
        return strip.parts[static_cast<std::size_t>(at)].least;
    }
    static std::size_t row() {
        return static_cast<std::size_t>(meter::find_register(std::string_view{"i_a"}) -
                                        meter::register_table().data());
    }
    [[nodiscard]] float trend(double second) const {
        return second_of(records->trends().strip(row(), 0, 60, 100), second);
    }
    [[nodiscard]] float trend(double second, const TimeView& time) const {
        return second_of(
            records->trends().strip(row(), 0, 60, 100, {time.number_of(time.branch), time.goal}),
            second);
    }

    std::shared_ptr<Records> records = std::make_shared<Records>();
    Runner runner{std::make_unique<Rig>(signals::Scenario{})};
};

TEST_F(RecordsTest, WhatLedUpToAMomentIsAsItWasThen) {
    run_all();
    const TimeView time = look(0, kLate);
    const ScopeRecorder::Kept looked = records->scope(true).kept();
    EXPECT_EQ(looked.end, kLate);
    EXPECT_LE(looked.first, kLate - kLead);
    EXPECT_EQ(wave(true, kLate - kLead, kLead), wave(false, kLate - kLead, kLead));
    EXPECT_NEAR(trend(18, time), 60, 1);
    EXPECT_NEAR(trend(14, time), 120, 1);
    EXPECT_TRUE(std::isnan(trend(21, time))) << "that comes after it";
    EXPECT_NEAR(trend(21), 60, 1) << "of the run nothing is lost";
}

TEST_F(RecordsTest, BackToNowTheyGoOnWithWhatTheyHad) {
    run_all();
    const auto before = wave(false, kEnd - 1'000, 1'000);
    look(0, kLate);
    look(0, 5'000);
    runner.look_at_now();
    EXPECT_FALSE(made().looking);
    EXPECT_EQ(records->scope(false).kept().first, 0);
    EXPECT_EQ(records->scope(false).kept().end, kEnd);
    run_to(kEnd + 5'000);
    EXPECT_EQ(records->scope(false).kept().first, 0) << "not begun anew";
    EXPECT_EQ(wave(false, kEnd - 1'000, 1'000), before);
    EXPECT_FALSE(std::isnan(wave(false, kEnd, 1).front()));
    EXPECT_NEAR(trend(2), 120, 1);
    EXPECT_NEAR(trend(28), 60, 1);
    EXPECT_LE(records->trends().kept().first, 1);
}

TEST_F(RecordsTest, GoingOnKeepsWhatLiesBeforeAndNothingElse) {
    run_all();
    look(0, kLate);
    runner.go_on();
    made();
    EXPECT_EQ(records->scope(false).kept().end, kLate) << "what led up to it is the run's now";
    EXPECT_LE(records->scope(false).kept().first, kLate - kLead);
    EXPECT_TRUE(std::isnan(trend(25))) << "that is of the other branch";
    EXPECT_NEAR(trend(14), 120, 1);
    EXPECT_NEAR(trend(18), 60, 1);
    set_current(30);
    run_to(kLate + 15'000);
    EXPECT_NEAR(trend(24), 30, 1);
    EXPECT_NEAR(trend(18), 60, 1);
    for (double second = 1; second < 25; ++second)
        EXPECT_FALSE(std::isnan(trend(second))) << "no gap at the fork: " << second;
    EXPECT_EQ(records->scope(false).kept().end, kLate + 15'000);
    EXPECT_LE(records->scope(false).kept().first, kLate - kLead) << "no gap either";
    TimeView time = look(0, kEnd);  // the other branch has its own
    EXPECT_NEAR(trend(24, time), 60, 1);
    time = look(1, kLate + 12'000);
    EXPECT_NEAR(trend(23, time), 30, 1);
}

TEST_F(RecordsTest, WhatLedUpReachesOverAFork) {
    run_all();
    look(0, kLate);
    runner.go_on();
    run_to(kLate + 15'000);
    look(1, kLate + 100);
    EXPECT_EQ(records->scope(true).kept().end, kLate + 100);
    EXPECT_LE(records->scope(true).kept().first, kLate + 100 - kLead);
    EXPECT_EQ(wave(true, kLate - 500, 600), wave(false, kLate - 500, 600));
}

TEST_F(RecordsTest, ADeletedBranchTakesOnlyItsOwnAway) {
    run_all();
    look(0, kLate);
    runner.go_on();
    set_current(30);
    run_to(kEnd);
    runner.delete_branch(1);
    EXPECT_EQ(made().branches->size(), 1U);
    EXPECT_NEAR(trend(14), 120, 1);
    EXPECT_NEAR(trend(25), 30, 1);
    const TimeView time = look(0, 45'000);
    EXPECT_NEAR(trend(17, time), 60, 1);
}

TEST_F(RecordsTest, WhatWasNotRecordedIsMadeForTheLook) {
    run_all();
    runner.record(nullptr);
    const auto late = records = std::make_shared<Records>();
    runner.record(late);
    const TimeView time = look(0, kLate);
    EXPECT_EQ(late->scope(true).kept().end, 0) << "nobody wants waveforms yet";
    EXPECT_NEAR(trend(18, time), 60, 1) << "from the snapshot before on";
    EXPECT_NEAR(trend(12, time), 120, 1);
    runner.record_waveforms(true);
    made();
    EXPECT_EQ(late->scope(true).kept().end, kLate);
    EXPECT_LE(late->scope(true).kept().first, kLate - kLead);
}

TEST_F(RecordsTest, AnotherRunBeginsWithNothing) {
    run_all();
    Rig other{signals::Scenario{}};
    other.advance(10'000);
    std::promise<std::string> opened;
    runner.open(tree_of(other), {}, [&](const std::string& e) { opened.set_value(e); });
    EXPECT_EQ(opened.get_future().get(), "");
    EXPECT_EQ(records->scope(false).kept().end, 0);
    EXPECT_EQ(records->trends().kept().end, 0);
    run_to(20'000);
    EXPECT_EQ(records->scope(false).kept().first, 10'000);
    EXPECT_TRUE(std::isnan(trend(3)));
    EXPECT_NEAR(trend(6), 120, 1);
}

// Of a bus every meter's trends are recorded all the while, whichever is watched; the waveform is
// the watched one's.
TEST(BusRecords, NoTrendIsLostByWatchingAnotherMeter) {
    std::vector<std::unique_ptr<Rig>> rigs;
    for (const double amperes : {30.0, 40.0, 50.0}) {
        signals::Scenario what;
        what.installation.current = {amperes, amperes, amperes};
        rigs.push_back(std::make_unique<Rig>(what));
    }
    Runner runner{std::move(rigs)};
    const auto records = std::make_shared<Records>();
    runner.set_speed(std::numeric_limits<double>::infinity());
    runner.keep_history();
    runner.record(records);
    runner.record_waveforms(true);
    runner.pause();
    runner.start();
    const auto run_to = [&](std::int64_t frame) {
        runner.run_until(frame);
        runner.wait();
    };
    const auto i_a = static_cast<std::size_t>(meter::find_register(std::string_view{"i_a"}) -
                                              meter::register_table().data());
    const auto sync = [&] {
        std::promise<TimeView> out;
        runner.inspect(0, [&](const Rig&, const TimeView& time) { out.set_value(time); });
        return out.get_future().get();
    };
    run_to(30'000);
    runner.watch(2);
    sync();
    EXPECT_EQ(records->scope(false).kept().end, 0) << "that was another meter's";
    run_to(50'000);
    EXPECT_EQ(records->scope(false).kept().first, 30'000);
    runner.watch(0);
    run_to(kEnd);
    const auto second = [&](const Strip& strip, double at) {
        return strip.parts.at(static_cast<std::size_t>(at - strip.first)).least;
    };
    for (std::size_t m = 0; m < 3; ++m) {
        const Strip strip = records->trends(m).strip(i_a, 0, 60, 100);
        for (double at = 8; at < 27; ++at)
            EXPECT_NEAR(second(strip, at), 30.0 + 10.0 * static_cast<double>(m), 1)
                << m << ' ' << at;
    }
    EXPECT_EQ(records->trends(3).kept().end, 0) << "there is no such meter";
    // What is looked at is made for all of them as well, and the waveform anew for another one.
    runner.look_at(0, kLate);
    sync();
    const std::vector<float> first = records->scope(true).samples(ScopeChannel::ia, kLate - 42, 42);
    runner.watch(1);
    const TimeView time = sync();
    EXPECT_TRUE(time.looking);
    EXPECT_EQ(records->scope(true).kept().end, kLate);
    EXPECT_NE(records->scope(true).samples(ScopeChannel::ia, kLate - 42, 42), first);
    for (std::size_t m = 0; m < 3; ++m)
        EXPECT_NEAR(second(records->trends(m).strip(i_a, 0, 60, 100, {1, kLate}), 18),
                    30.0 + 10.0 * static_cast<double>(m), 1);
}

}  // namespace
}  // namespace bench
