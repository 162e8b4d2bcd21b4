// What was passed comes back bit by bit: frames of a run with edits, events, keys, line and
// gateway.
#include "app/bench/history/history.h"

#include <gtest/gtest.h>

#include <map>

#include "app/bench/history/looker.h"
#include "signals/scenario/scenario_file.h"
#include "tests/app/modbus_frame.h"

namespace bench {
namespace {

using Rigs = std::vector<std::unique_ptr<Rig>>;

constexpr std::int64_t kEnd = 60'000;  // frames, 24 s
// Snapshots every 3.2 s, so that a short run has many.
constexpr HistoryLimits kClose{.spacing = 8'192};

// A meter whose front end has noise, at an installation with random events.
signals::Scenario eventful() {
    return signals::parse_scenario(R"(
seed = 5
[front_end]
noise_uv = 2
coil_temperature_ppm = [60, 60, 60]
[[event]]
kind = "interruption"
rate_per_hour = 600
duration = { exponential = 0.05 }
until = 30
[[event]]
kind = "ramp"
at = 4
duration = 9
temperature = 45
frequency = 59.5
)",
                                   "eventful");
}

struct Act {
    std::int64_t frame;
    void (*act)(Rig& rig);
};

void edit(Rig& rig) {
    signals::Installation installation = rig.installation();
    installation.current = {50, 60.5, installation.current[2] - 10};
    installation.harmonics = {{5, 3, installation.current[2], 10, -30}};
    rig.set_installation(installation);
}

void sag(Rig& rig) {
    rig.begin(
        signals::parse_event("{kind='sag', remaining={uniform=[30, 60]}, duration=0.3}", "test"));
}

void send(Rig& rig, const ::test::Bytes& frame, std::int64_t tick) {
    for (const std::uint8_t byte : frame) rig.line_bytes({&byte, 1}, {tick += 17});
    while (const auto deadline = rig.meter().line_deadline()) rig.line_advance(*deadline);
}

// CT primary (register 131) by function 06: over the line, then past it.
void write_on_line(Rig& rig) { send(rig, ::test::with_crc({1, 6, 0, 130, 0, 200}), 90'000); }

void write_by_gateway(Rig& rig) {
    std::array<std::uint8_t, 253> answer{};
    const std::array<std::uint8_t, 5> pdu{6, 0, 130, 0, 100};
    EXPECT_EQ(rig.request(pdu, answer), 5U);
}

// The line's faults refuse one request; the run must know that when it is made again.
void refused(Rig& rig) {
    int asked = 0;
    rig.on_request = [&](std::span<const std::uint8_t>) { return ++asked, std::uint8_t{4}; };
    send(rig, ::test::with_crc({1, 6, 0, 130, 0, 150}), 400'000);
    EXPECT_EQ(asked, 1);
    rig.on_request = nullptr;
}

void damage(Rig& rig) {
    rig.line_bytes(std::array<std::uint8_t, 2>{1, 3}, {300'000});
    rig.line_damage({300'020});
}

void minus_down(Rig& rig) { rig.key(meter::Key::minus, true); }
void minus_up(Rig& rig) { rig.key(meter::Key::minus, false); }
void power_off(Rig& rig) { rig.cut_power(); }
void power_on(Rig& rig) { rig.control_power(true); }

void configure(Rig& rig) {
    meter::Config config = rig.meter().points().config;
    config.line.address = 12;
    config.demand_seconds = 10;
    EXPECT_EQ(rig.configure(config), meter::ConfigError::none);
}

constexpr Act kActs[]{
    {3'000, edit},           {5'001, sag},        {8'192, minus_down},        {8'500, minus_up},
    {11'111, write_on_line}, {16'384, damage},    {20'000, write_by_gateway}, {20'000, edit},
    {25'000, refused},       {30'000, power_off}, {31'234, power_on},         {40'961, configure}};

struct Passed {
    std::uint64_t digest;
    std::vector<std::uint8_t> snapshot;
};

class Bench {
 public:
    explicit Bench(const HistoryLimits& limits = kClose,
                   const signals::Scenario& what = eventful()) {
        rigs.push_back(std::make_unique<Rig>(what));
        history = std::make_unique<History>(rigs, limits);
    }
    // Acts when it comes by; notes each of `stops` when it is first there.
    void to(std::int64_t frame, const std::vector<std::int64_t>& stops, std::int64_t block) {
        Rig& rig = *rigs[0];
        while (rig.frame() < frame) {
            std::int64_t n = std::min({block, frame - rig.frame(), history->until_snapshot()});
            for (const Act& act : kActs)
                if (act.frame > rig.frame()) n = std::min(n, act.frame - rig.frame());
            for (const std::int64_t stop : stops)
                if (stop > rig.frame()) n = std::min(n, stop - rig.frame());
            rig.advance(n);
            history->advanced();
            if (std::find(stops.begin(), stops.end(), rig.frame()) != stops.end())
                passed[rig.frame()] = {rig.meter().digest(), rig.snapshot()};
            for (const Act& act : kActs)
                if (act.frame == rig.frame()) act.act(rig);
        }
    }
    void look(Looker& looker, int branch, std::int64_t frame) const {
        looker.look(history->past(), branch, frame);
        looker.finish();
    }
    // Goes on from what is looked at.
    void go_on(Looker& looker) {
        history->leave();
        rigs[0]->restore(looker.rig(0).snapshot());
        history->go_on(looker.branch(), looker.wish().frame);
        looker.stop();
    }

    Rigs rigs;
    std::unique_ptr<History> history;
    std::map<std::int64_t, Passed> passed;
};

const std::vector<std::int64_t> kStops{0,      1,      3'000,  3'001,  5'002,  8'192,
                                       8'193,  8'400,  11'111, 11'112, 16'384, 20'000,
                                       20'001, 25'001, 30'500, 33'333, 41'000, 59'999};

class BackInTime : public testing::TestWithParam<std::int64_t> {};

TEST_P(BackInTime, IsBitExact) {
    Bench run;
    run.to(kEnd, kStops, GetParam());
    Looker looker{nullptr};
    for (auto stop = kStops.rbegin(); stop != kStops.rend(); ++stop) {
        if (*stop == 0) continue;
        run.look(looker, 0, *stop);
        EXPECT_EQ(looker.rig(0).frame(), *stop);
        EXPECT_EQ(looker.rig(0).meter().digest(), run.passed[*stop].digest) << *stop;
        EXPECT_EQ(looker.rig(0).snapshot(), run.passed[*stop].snapshot) << *stop;
    }
    for (const std::int64_t stop : kStops) {  // forwards too: it goes on from where it stands
        if (stop == 0) continue;
        run.look(looker, 0, stop);
        EXPECT_EQ(looker.rig(0).meter().digest(), run.passed[stop].digest) << stop;
    }
}

INSTANTIATE_TEST_SUITE_P(Blocks, BackInTime, testing::Values(1'000'000, 128, 37, 1));

TEST(History, LookingMovesNothing) {
    Bench run;
    run.to(kEnd, {}, 128);
    const auto before = run.rigs[0]->snapshot();
    Looker looker{nullptr};
    run.look(looker, 0, 12'345);
    EXPECT_EQ(run.rigs[0]->snapshot(), before);
    looker.stop();
    EXPECT_FALSE(looker.looking());
}

TEST(History, GoingOnWithoutTheEditsIsAnotherRun) {
    Bench run;
    run.to(kEnd, {2'999, 45'000}, 128);
    Looker looker{nullptr};
    run.look(looker, 0, 2'999);
    run.go_on(looker);
    EXPECT_EQ(run.history->past().current, 1);
    EXPECT_EQ(run.rigs[0]->frame(), 2'999);
    run.rigs[0]->advance(45'000 - 2'999);
    Rig straight{eventful()};
    straight.advance(45'000);
    EXPECT_EQ(run.rigs[0]->meter().digest(), straight.meter().digest())
        << "what nobody touched is the same";
    EXPECT_NE(run.rigs[0]->meter().digest(), run.passed[45'000].digest);
}

TEST(History, TheOldBranchStaysAsItWas) {
    Bench run;
    run.to(kEnd, {20'001, 59'999}, 128);
    const std::uint64_t tip = run.rigs[0]->meter().digest();
    Looker looker{nullptr};
    run.look(looker, 0, 7'000);
    run.go_on(looker);
    run.to(33'000, {20'001, 32'000}, 128);
    const std::uint64_t second = run.passed[32'000].digest;
    run.look(looker, 0, 59'999);
    EXPECT_EQ(looker.rig(0).meter().digest(), run.passed[59'999].digest);
    run.look(looker, 1, 5'000);  // before the fork a branch is its parent
    EXPECT_EQ(looker.wish().branch, 0);
    run.look(looker, 1, 32'000);
    EXPECT_EQ(looker.rig(0).meter().digest(), second);
    run.look(looker, 0, kEnd);  // its tip: going on from there is no new branch
    EXPECT_EQ(looker.rig(0).meter().digest(), tip);
    run.go_on(looker);
    EXPECT_EQ(run.history->past().current, 0);
    EXPECT_EQ(run.history->past().branches.size(), 2U);
    run.look(looker, 1, 33'000);
    EXPECT_EQ(looker.wish().frame, 33'000);
}

TEST(History, WhatWasLeftBeforeABranchWasDeletedIsStillBitExact) {
    Bench run{{8'192, 1, 64U << 20}};  // thinned soon, over the former fork as well
    run.to(kEnd, {7'000, 20'001, 32'000}, 128);
    auto passed = run.passed;
    Looker looker{nullptr};
    run.look(looker, 0, 33'000);
    run.go_on(looker);
    run.to(50'000, {41'000, 49'000}, 128);
    for (const std::int64_t frame : {41'000, 49'000}) passed[frame] = run.passed[frame];
    run.look(looker, 0, 12'000);
    run.go_on(looker);
    EXPECT_THROW(run.history->remove(3), std::invalid_argument) << "the present one";
    run.history->remove(1);
    EXPECT_EQ(run.history->past().branches.size(), 2U);
    EXPECT_EQ(run.history->past().now().number, 3);
    run.look(looker, 0, 50'000);  // branch 2 has taken the place of its parent
    run.go_on(looker);
    run.to(120'000, {}, 128);
    for (const auto& [frame, was] : passed) {
        run.look(looker, 0, frame);
        EXPECT_EQ(looker.rig(0).snapshot(), was.snapshot) << frame;
    }
    run.look(looker, 1, 7'000);
    EXPECT_EQ(looker.rig(0).snapshot(), passed[7'000].snapshot) << "before branch 3 left";
}

TEST(History, ATreeGoesOnInAnotherBench) {
    Bench run;
    run.to(35'000, {}, 128);
    Bench other{kClose, {}};
    {
        const Tree tree = run.history->tree();
        other.history.reset();
        other.history = std::make_unique<History>(other.rigs, tree, kClose);
        other.history->listen();
    }
    run.to(kEnd, {50'000}, 128);
    other.to(kEnd, {}, 77);
    EXPECT_EQ(other.rigs[0]->snapshot(), run.rigs[0]->snapshot());
    Looker looker{nullptr};
    other.look(looker, 0, 50'000);
    EXPECT_EQ(looker.rig(0).meter().digest(), run.passed[50'000].digest);
}

TEST(History, ATreeOfTwoMetersIsNotForOne) {
    Rigs two;
    for (int i = 0; i < 2; ++i) two.push_back(std::make_unique<Rig>(signals::Scenario{}));
    History history{two};
    Bench run;
    EXPECT_THROW(History(run.rigs, history.tree()), std::invalid_argument);
}

Branch branch_of(std::int64_t spacings, const HistoryLimits& limits) {
    const auto snapshot = std::make_shared<const PackedSnapshot>(std::vector<std::uint8_t>(1));
    Branch out;
    for (std::int64_t n = 0; n <= spacings; ++n)
        out.stretches.push_back({n * limits.spacing, true, {{snapshot, {}}}});
    out.tip = spacings * limits.spacing;
    return out;
}

TEST(History, ADaysSnapshotsTakeNoMoreThanAnHours) {
    const SharedSnapshot snapshot =
        std::make_shared<const PackedSnapshot>(std::vector<std::uint8_t>(15'000, 7));
    HistoryLimits limits;
    limits.branch_bytes = 250 * snapshot->size();  // as in life: 56 minutes
    constexpr std::int64_t kHour = 3'600LL * 2'521 / HistoryLimits{}.spacing;  // spacings
    Tree tree;
    Branch& branch = tree.branches.emplace_back();
    for (std::int64_t n = 0; n <= 24 * kHour; ++n) {
        branch.tip = n * limits.spacing;
        branch.stretches.push_back({branch.tip, true, {{snapshot, {}}}});
        give_up_snapshots(tree, limits);
        EXPECT_EQ(branch.stretches.size(),
                  std::min<std::size_t>(static_cast<std::size_t>(n) + 1, 250));
    }
    EXPECT_EQ(branch.stretches.front().frame, 0);
    EXPECT_EQ(branch.stretches.back().frame, branch.tip);
    for (std::size_t i = 1; i < branch.stretches.size(); ++i) {
        const std::int64_t gap = branch.stretches[i].frame - branch.stretches[i - 1].frame;
        const std::int64_t age = branch.tip - branch.stretches[i - 1].frame;
        EXPECT_LE(gap, std::max(limits.spacing, age / 20)) << "what is to be played again, at most";
    }
}

TEST(History, SnapshotsOfAllBranchesHaveABoundTogether) {
    HistoryLimits limits;
    Tree tree;
    for (int b = 0; b < 5; ++b) tree.branches.push_back(branch_of(100, limits));
    tree.current = 4;
    const std::size_t each = tree.branches[0].stretches[0].meters[0].snapshot->size();
    limits.branch_bytes = 90 * each;
    give_up_snapshots(tree, limits);
    EXPECT_EQ(tree.branches[0].stretches.size(), 101U) << "it is not the present one";
    EXPECT_EQ(tree.branches[4].stretches.size(), 90U);
    limits.snapshot_bytes = 50 * each;
    give_up_snapshots(tree, limits);
    EXPECT_EQ(snapshot_bytes(tree), 50 * each);
    for (const Branch& branch : tree.branches) {
        EXPECT_EQ(branch.stretches.front().frame, 0);
        EXPECT_EQ(branch.stretches.back().frame, branch.tip);
    }
    EXPECT_FALSE(room_of(tree, limits).full());
    limits.snapshot_bytes = 11 * each;  // two of each branch, but not of a sixth
    give_up_snapshots(tree, limits);
    EXPECT_EQ(snapshot_bytes(tree), 11 * each);
    EXPECT_EQ(why_full(room_of(tree, limits)).in_english(),
              "there are 5 branches, and no room for the snapshots of one more: all together may "
              "take 0 MB");
    limits.snapshot_bytes = HistoryLimits{}.snapshot_bytes;
    EXPECT_FALSE(room_of(tree, limits).full());
    limits.branches = 5;
    EXPECT_EQ(why_full(room_of(tree, limits)).in_english(),
              "there are 5 branches, the most there may be");
    limits.snapshot_bytes = 1;
    give_up_snapshots(tree, limits);
    EXPECT_EQ(snapshot_bytes(tree), 10 * each) << "first and newest stay";
}

TEST(History, MomentsBetweenSnapshotsGivenUpAreMadeAgain) {
    Bench run{{.spacing = 8'192, .branch_bytes = 20'000}};
    run.to(kEnd, {8'192, 20'000, 33'000, 59'999}, 128);
    EXPECT_LT(run.history->past().branches[0].stretches.size(), 6U);
    Looker looker{nullptr};
    for (const auto& [frame, was] : run.passed) {
        run.look(looker, 0, frame);
        EXPECT_EQ(looker.rig(0).snapshot(), was.snapshot) << frame;
    }
}

TEST(History, InputsThatDoNotFitAreGivenUpOldestFirst) {
    Bench run{{.spacing = 8'192, .journal_bytes = 200}};
    run.to(kEnd, {32'768, 33'000, 59'999}, 128);
    EXPECT_LE(journal_bytes(run.history->past()), 200U + 100U) << "and the newest stretch";
    Looker looker{nullptr};
    run.look(looker, 0, 59'999);
    EXPECT_EQ(looker.rig(0).meter().digest(), run.passed[59'999].digest);
    run.look(looker, 0, 7'000);
    EXPECT_EQ(looker.wish().frame, 0) << "the snapshot before: it says where it is";
}

TEST(History, AFrameThatNeverWasIsRefused) {
    Bench run;
    run.to(9'000, {}, 128);
    Looker looker{nullptr};
    EXPECT_THROW(run.look(looker, 0, 9'001), std::out_of_range);
    EXPECT_THROW(run.look(looker, 0, -1), std::out_of_range);
    EXPECT_THROW(run.look(looker, 1, 5), std::out_of_range);
}

}  // namespace
}  // namespace bench
