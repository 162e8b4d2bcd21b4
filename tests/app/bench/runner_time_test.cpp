// A runner looks back and goes on from there, asked from another thread.
#include <gtest/gtest.h>
#include <malloc.h>

#include <atomic>
#include <future>
#include <limits>

#include "app/bench/runner.h"
#include "signals/coil/coil.h"
#include "signals/synth/synthesizer.h"
#include "signals/wiring/wiring.h"

namespace bench {
namespace {

constexpr std::int64_t kEdit = 40'000;
constexpr std::int64_t kEarly = 39'000;  // before the edit
constexpr std::int64_t kLate = 50'000;
constexpr std::int64_t kEnd = 70'000;  // frames, 28 s

signals::Installation other() {
    signals::Installation installation;
    installation.current = {50.0, 60.0, 70.0};
    return installation;
}

class RunnerTime : public testing::Test {
 protected:
    void SetUp() override {
        runner.set_speed(std::numeric_limits<double>::infinity());
        runner.keep_history();
        runner.pause();
        runner.start();
    }
    std::uint64_t run_to(std::int64_t frame) {
        runner.run_until(frame);
        runner.wait();
        EXPECT_EQ(runner.view()->frame, frame);
        return runner.view()->digest;
    }
    void run_all() {
        early = run_to(kEarly);
        run_to(kEdit);
        runner.set_installation(other());
        late = run_to(kLate);
        end = run_to(kEnd);
    }
    // The first view for which `holds`; views come by themselves.
    template <class Holds>
    std::shared_ptr<const View> when(Holds holds) {
        std::promise<void> seen;
        std::atomic<bool> once = false;
        runner.on_view([&] {
            if (holds(*runner.view()) && !once.exchange(true)) seen.set_value();
        });
        runner.post([](Rig&) {});
        seen.get_future().wait();
        runner.on_view({});
        return runner.view();
    }
    std::shared_ptr<const View> looked_at(std::int64_t frame) {
        return when([=](const View& v) { return v.time.there && v.frame == frame; });
    }
    Tree tree() {
        std::promise<Tree> out;
        runner.collect([&](Tree t) { out.set_value(std::move(t)); });
        return out.get_future().get();
    }

    Runner runner{std::make_unique<Rig>(signals::Scenario{})};
    std::uint64_t early = 0, late = 0, end = 0;
};

TEST_F(RunnerTime, LooksBackAndComesBack) {
    run_all();
    runner.look_at(0, kLate);
    auto view = looked_at(kLate);
    EXPECT_EQ(view->digest, late);
    EXPECT_TRUE(view->time.looking);
    EXPECT_EQ(view->installation, other());
    EXPECT_EQ(view->time.now, kEnd) << "the run has not moved";
    runner.look_at(0, kEarly);
    view = looked_at(kEarly);
    EXPECT_EQ(view->digest, early);
    EXPECT_EQ(view->installation, signals::Installation{});
    runner.look_at_now();
    view = looked_at(kEnd);
    EXPECT_EQ(view->digest, end);
    EXPECT_FALSE(view->time.looking);
    EXPECT_TRUE(view->paused) << "as it was before";
    EXPECT_EQ(view->time.branches->size(), 1U);
}

TEST_F(RunnerTime, TheNewestOfManyWishesCounts) {
    run_all();
    for (std::int64_t frame = 100; frame < kEnd; frame += 997) runner.look_at(0, frame);
    runner.look_at(0, kLate);
    EXPECT_EQ(looked_at(kLate)->digest, late);
}

TEST_F(RunnerTime, StepGoesOnAsANewBranchAndTheOldOneStays) {
    run_all();
    runner.look_at(0, kEarly);
    runner.step(1'000);
    auto view = looked_at(kEarly + 1'000);
    EXPECT_FALSE(view->time.looking);
    EXPECT_EQ(view->time.present, 1);
    ASSERT_EQ(view->time.branches->size(), 2U);
    EXPECT_EQ((*view->time.branches)[1].fork, kEarly);
    EXPECT_EQ((*view->time.branches)[0].tip, kEnd);
    const std::uint64_t straight = run_to(kLate);
    EXPECT_NE(straight, late) << "without the edit";
    Rig rig{signals::Scenario{}};
    rig.advance(kLate);
    EXPECT_EQ(straight, rig.meter().digest());
    runner.look_at(0, kLate);
    EXPECT_EQ(looked_at(kLate)->digest, late);
    runner.look_at(0, kEnd);
    EXPECT_EQ(looked_at(kEnd)->digest, end);
    runner.go_on();
    view = when([](const View& v) { return !v.time.looking; });
    EXPECT_EQ(view->time.present, 0) << "its tip: no third branch";
    EXPECT_EQ(view->time.branches->size(), 2U);
    EXPECT_EQ(view->digest, end);
}

TEST_F(RunnerTime, EveryDoingGoesOnFirst) {
    run_all();
    runner.look_at(0, kEarly);
    runner.key(meter::Key::minus, true);
    // Not looking it was before the wish, too: only the new branch tells.
    auto view = when([](const View& v) { return !v.time.looking && v.time.present == 1; });
    EXPECT_EQ(view->frame, kEarly);
    runner.look_at(0, kLate);
    runner.set_installation(signals::Installation{});
    view = when([](const View& v) { return !v.time.looking && v.time.present == 2; });
    EXPECT_EQ(view->frame, kLate);
    EXPECT_EQ(view->installation, signals::Installation{});
    EXPECT_EQ((*view->time.branches)[2].parent, 0);
}

TEST_F(RunnerTime, OpensWhatWasCollectedAndGoesOnAlike) {
    run_all();
    const Tree saved = tree();
    const std::uint64_t further = run_to(kEnd + 20'000);
    Runner second{std::make_unique<Rig>(signals::Scenario{})};
    second.pause();
    second.start();
    std::promise<std::string> opened;
    second.open(saved, {}, [&](const std::string& error) { opened.set_value(error); });
    EXPECT_EQ(opened.get_future().get(), "");
    second.set_speed(std::numeric_limits<double>::infinity());
    second.run_until(kEnd + 20'000);
    second.wait();
    EXPECT_EQ(second.view()->digest, further);
}

TEST_F(RunnerTime, WhatCannotBeOpenedLeavesTheRunAlone) {
    run_all();
    Tree bad = tree();
    bad.branches[0].stretches.back().meters[0].snapshot =
        std::make_shared<const PackedSnapshot>(std::vector<std::uint8_t>(100));
    std::promise<std::string> opened;
    runner.open(bad, {}, [&](const std::string& error) { opened.set_value(error); });
    EXPECT_NE(opened.get_future().get().find("snapshot"), std::string::npos);
    EXPECT_EQ(looked_at(kEnd)->digest, end);
    runner.look_at(0, kEarly);
    EXPECT_EQ(looked_at(kEarly)->digest, early);
}

TEST_F(RunnerTime, BranchesAreNamedAndDeletedByNumber) {
    run_all();
    runner.look_at(0, kEarly);
    runner.go_on();
    run_to(kEarly + 5'000);
    const auto told = [&](auto wish) {
        std::promise<std::string> out;
        wish([&](const std::string& error) { out.set_value(error); });
        return out.get_future().get();
    };
    const auto rename = [&](int number, const char* name) {
        return told([&](auto answer) { runner.rename_branch(number, name, answer); });
    };
    const auto remove = [&](int number) {
        return told([&](auto answer) { runner.delete_branch(number, answer); });
    };
    EXPECT_EQ(rename(1, "with the edit"), "");
    EXPECT_EQ(rename(2, "with the edit"), "branch 1 is called \"with the edit\" already");
    EXPECT_EQ(rename(3, "x"), "there is no branch 3; there are: 1 2");
    EXPECT_EQ(remove(2), "branch 2 is the one that the run is in; go on from another one first");
    auto view = when([](const View& v) { return v.time.branches->front().name != ""; });
    EXPECT_EQ(view->time.branches->front().name, "with the edit");
    const std::int64_t before = view->time.doings;
    runner.look_at(0, kLate);
    EXPECT_EQ(looked_at(kLate)->digest, late);
    EXPECT_EQ(remove(1), "");
    view = when([](const View& v) { return !v.time.looking; });
    EXPECT_EQ(view->time.branches->size(), 1U);
    EXPECT_EQ(view->time.branches->front().number, 2);
    EXPECT_EQ(view->frame, kEarly + 5'000) << "what was on show is gone";
    EXPECT_GT(view->time.doings, before) << "that is to be saved";
    runner.look_at(0, kEarly - 1'000);
    EXPECT_EQ(looked_at(kEarly - 1'000)->time.number_of(0), 2) << "its past is its own";
    EXPECT_EQ(remove(2), "branch 2 is the one that the run is in; go on from another one first");
}

TEST_F(RunnerTime, NoMoreBranchesThanMayBe) {
    HistoryLimits few;
    few.branches = 2;
    runner.keep_history({}, few);
    run_all();
    runner.look_at(0, kEarly);
    runner.step(1'000);
    auto view = looked_at(kEarly + 1'000);
    EXPECT_TRUE(view->time.room.full());
    EXPECT_FALSE(view->time.is_too_much());
    runner.look_at(0, kLate);
    view = looked_at(kLate);
    EXPECT_TRUE(view->time.is_too_much());
    runner.go_on();
    runner.key(meter::Key::minus, true);
    runner.set_installation(other());
    runner.step(10);
    runner.resume();
    runner.run_until(kEnd);
    runner.wait();  // and does not wait for ever
    view = looked_at(kLate);
    EXPECT_TRUE(view->time.looking) << "nothing of it happened";
    EXPECT_EQ(view->digest, late);
    runner.look_at_now();
    EXPECT_EQ(looked_at(kEarly + 1'000)->time.branches->size(), 2U);
    runner.look_at(0, kEnd);
    EXPECT_FALSE(looked_at(kEnd)->time.is_too_much()) << "its tip is no new branch";
    runner.go_on();
    EXPECT_EQ(when([](const View& v) { return !v.time.looking; })->time.present, 0);
    runner.delete_branch(2);
    runner.look_at(0, kEarly);
    runner.go_on();
    view = when([](const View& v) { return !v.time.looking && v.frame == kEarly; });
    EXPECT_EQ(view->time.number_of(view->time.present), 2) << "there is room again";
}

// The waveform of the default installation, counted.
class CountedInput final : public Input {
 public:
    CountedInput() : synthesizer_(course(), signals::channel_timing({})) { ++alive; }
    ~CountedInput() override { --alive; }
    signals::Source& source() override { return synthesizer_; }
    signals::Truth truth(std::int64_t, int) override { return {}; }

    static inline std::atomic<int> alive = 0;

 private:
    static signals::Course course() {
        const signals::Scenario what;
        return signals::Course(what.installation, what.timeline,
                               signals::wiring_of(what.meter.system_type), what.meter.pt_ratio);
    }
    signals::Synthesizer synthesizer_;
};

// Each look makes rigs and lets them go: 200 of them leave what the first few left.
TEST_F(RunnerTime, WhatWasLookedAtIsFreed) {
    runner.keep_history([](std::size_t) { return std::make_unique<CountedInput>(); });
    run_to(kEnd);
    const auto cycle = [&](int n) {
        std::promise<int> looked, back;
        runner.look_at(0, 1'000 + n % 7 * 9'000);
        runner.inspect(0, [&](const Rig&, const TimeView& time) {
            looked.set_value(time.looking ? CountedInput::alive.load() : -1);
        });
        EXPECT_EQ(looked.get_future().get(), 1);
        runner.look_at_now();
        runner.inspect(0,
                       [&](const Rig&, const TimeView&) { back.set_value(CountedInput::alive); });
        EXPECT_EQ(back.get_future().get(), 0) << "the meter that was looked at";
    };
    for (int n = 0; n < 20; ++n) cycle(n);
    const std::size_t before = mallinfo2().uordblks;
    for (int n = 0; n < 200; ++n) cycle(n);
    EXPECT_LT(mallinfo2().uordblks, before + 100'000) << "half a snapshot a look would be 4 MB";
}

TEST_F(RunnerTime, WithoutAHistoryLookingDoesNothing) {
    Runner plain{std::make_unique<Rig>(signals::Scenario{})};
    plain.look_at(0, 5);
    plain.go_on();
    plain.run_until(1'000);
    plain.set_speed(std::numeric_limits<double>::infinity());
    plain.start();
    plain.wait();
    EXPECT_EQ(plain.view()->frame, 1'000);
    EXPECT_FALSE(plain.view()->time.kept);
}

}  // namespace
}  // namespace bench
