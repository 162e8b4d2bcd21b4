// The deterministic part of the bench: same inputs at the same frames, same bits.
#include "app/bench/rig.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "tests/app/modbus_frame.h"

namespace bench {
namespace {

using test::Bytes;

struct Event {
    std::int64_t frame;
    std::function<void(Rig&)> act;
};

signals::Installation heavier() {
    signals::Installation installation;
    installation.current = {300.0, 200.0, 100.0};
    installation.frequency = 59.5;
    installation.harmonics = {{5, 10.0, 40.0, 0.0, 0.0}};
    return installation;
}

void send(Rig& rig, const Bytes& request, std::int64_t at) {
    rig.line_bytes(request, {at});
    while (const auto deadline = rig.meter().line_deadline()) rig.line_advance(*deadline);
}

// Everything a run can be given: keys, an edit, a settings write that changes the preamplifier.
const std::vector<Event>& script() {
    static const std::vector<Event> events{
        {1'000, [](Rig& r) { r.key(meter::Key::next, true); }},
        {1'100, [](Rig& r) { r.key(meter::Key::next, false); }},
        {3'001, [](Rig& r) { r.set_installation(heavier()); }},
        {4'444,
         [](Rig& r) {
             send(r, test::with_crc({1, 6, 0, 0x82, 0, 100}), 1'000'000);
         }},
        {7'000, [](Rig& r) { r.key(meter::Key::plus, true); }},
        {7'777, [](Rig& r) { r.key(meter::Key::plus, false); }},
    };
    return events;
}

constexpr std::int64_t kEnd = 9'000;

// Runs from the rig's frame to `end`, pieces of `piece(i)` frames, events at their frames.
template <class Piece>
void play(Rig& rig, std::int64_t end, Piece piece) {
    auto event = std::find_if(script().begin(), script().end(),
                              [&](const Event& e) { return e.frame >= rig.frame(); });
    for (std::int64_t i = 0; rig.frame() < end; ++i) {
        for (; event != script().end() && event->frame == rig.frame(); ++event) event->act(rig);
        const std::int64_t stop = event == script().end() ? end : std::min(end, event->frame);
        rig.advance(std::min<std::int64_t>(piece(i), stop - rig.frame()));
    }
}

void play(Rig& rig, std::int64_t end) {
    play(rig, end, [](std::int64_t) { return kEnd; });
}

struct Partition {
    const char* name;
    std::int64_t (*piece)(std::int64_t i);
};

class RigPartition : public testing::TestWithParam<Partition> {};

TEST_P(RigPartition, ChangesNothing) {
    Rig whole{signals::Scenario{}};
    play(whole, kEnd);
    Rig pieces{signals::Scenario{}};
    play(pieces, kEnd, GetParam().piece);
    EXPECT_EQ(pieces.meter().digest(), whole.meter().digest());
    EXPECT_EQ(pieces.snapshot(), whole.snapshot());
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Pieces, RigPartition, testing::Values(
    Partition{"one_by_one",   [](std::int64_t) -> std::int64_t { return 1; }},
    Partition{"sevens",       [](std::int64_t) -> std::int64_t { return 7; }},
    Partition{"a_block",      [](std::int64_t) -> std::int64_t { return 128; }},
    Partition{"block_and_one",[](std::int64_t) -> std::int64_t { return 129; }},
    Partition{"growing",      [](std::int64_t i) -> std::int64_t { return 1 + i * i % 311; }}),
    [](const auto& row) { return std::string{row.param.name}; });
// clang-format on

TEST(Rig, EveryInputAndSettingCounts) {
    Rig rig{signals::Scenario{}};
    play(rig, kEnd);
    Rig quiet{signals::Scenario{}};
    quiet.advance(kEnd);
    EXPECT_NE(rig.meter().digest(), quiet.meter().digest());
    signals::Scenario seeded;
    seeded.front_end.seed = 2;
    Rig other{seeded};
    other.advance(kEnd);
    EXPECT_NE(other.meter().digest(), quiet.meter().digest());
}

// Three runs: 1 is left alone, 2 goes on from a snapshot of 1, 3 from a snapshot of 2.
TEST(Rig, SnapshotGoesOnLikeTheUninterruptedRun) {
    signals::Scenario unlike;  // a rig that has done something else
    unlike.meter.ct_primary = 100;
    unlike.installation.frequency = 50.0;
    unlike.front_end.seed = 77;
    for (const std::int64_t cut : {1, 1'050, 2'530, 4'445, 7'500}) {
        SCOPED_TRACE(cut);
        Rig first{signals::Scenario{}};
        play(first, cut);
        const auto saved = first.snapshot();
        play(first, kEnd);

        Rig second{unlike};
        second.advance(100);
        second.restore(saved);
        EXPECT_EQ(second.snapshot(), saved);
        play(second, 8'000);
        const auto again = second.snapshot();
        play(second, kEnd);

        Rig third{unlike};
        third.restore(again);
        play(third, kEnd);

        EXPECT_EQ(first.meter().digest(), second.meter().digest());
        EXPECT_EQ(second.meter().digest(), third.meter().digest());
        EXPECT_EQ(first.snapshot(), third.snapshot());
        EXPECT_DOUBLE_EQ(first.truth().total.real_w, third.truth().total.real_w);
    }
}

struct Damage {
    const char* name;
    void (*harm)(std::vector<std::uint8_t>&);
    const char* says;
};

class RigRestore : public testing::TestWithParam<Damage> {};

TEST_P(RigRestore, RefusesAndChangesNothing) {
    Rig rig{signals::Scenario{}};
    rig.advance(3'000);
    const auto before = rig.snapshot();
    auto damaged = before;
    GetParam().harm(damaged);
    try {
        rig.restore(damaged);
        ADD_FAILURE() << "restored";
    } catch (const std::invalid_argument& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(GetParam().says));
    }
    EXPECT_EQ(rig.snapshot(), before);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Damages, RigRestore, testing::Values(
    Damage{"empty",     [](auto& s) { s.clear(); },                  "does not begin like"},
    Damage{"header",    [](auto& s) { s.resize(20); },               "ends after 20 bytes"},
    Damage{"magic",     [](auto& s) { s[0] ^= 1; },                  "does not begin like"},
    Damage{"version",   [](auto& s) { s[8] = 200; },                 "version is 200"},
    Damage{"truncated", [](auto& s) { s.pop_back(); },               "size in bytes"},
    Damage{"longer",    [](auto& s) { s.push_back(0); },             "size in bytes"},
    Damage{"one_bit",   [](auto& s) { s[s.size() - 100] ^= 4; },     "digest"}),
    [](const auto& row) { return std::string{row.param.name}; });
// clang-format on

TEST(Rig, AnswersOnTheLine) {
    Rig rig{signals::Scenario{}};
    Bytes answer;
    rig.on_transmit = [&](std::span<const std::uint8_t> bytes) {
        answer.assign(bytes.begin(), bytes.end());
    };
    send(rig, test::ask_system_type(), 1'000);
    EXPECT_EQ(answer, test::answer_system_type());
    EXPECT_GT(rig.line_now().ticks, 1'000);
}

TEST(Rig, LineClockNeverGoesBack) {
    Rig rig{signals::Scenario{}};
    rig.line_advance({5'000});
    rig.line_advance({4'000});
    EXPECT_EQ(rig.line_now().ticks, 5'000);
}

struct BadSettings {
    const char* name;
    signals::MeterSettings settings;
    const char* says;
};

class RigSettings : public testing::TestWithParam<BadSettings> {};

TEST_P(RigSettings, AreRefusedInWords) {
    signals::Scenario scenario;
    scenario.meter = GetParam().settings;
    try {
        const Rig rig{scenario};
        ADD_FAILURE() << "accepted";
    } catch (const std::invalid_argument& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(GetParam().says));
    }
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Rules, RigSettings, testing::Values(  // meter.md 3.3
    //                             type      CT  volts     PT
    BadSettings{"ct_small",       {40,        4,   480,   1.0}, "131"},
    BadSettings{"ct_large",       {40,    5'001,   480,   1.0}, "131"},
    BadSettings{"ct_wraps",       {40,   65'636,   480,   1.0}, "65636"},
    BadSettings{"ct_negative",    {40,       -1,   480,   1.0}, "-1"},
    BadSettings{"volts_for_pt",   {40,      400,   480,  10.0}, "134"},
    BadSettings{"volts_small",    {40,      400,    81,   1.0}, "134"},
    BadSettings{"pt_zero",        {40,      400,   480,   0.0}, "133"},
    BadSettings{"pt_nan",         {40,      400,   480,   NAN}, "133"},
    BadSettings{"pt_fine",        {40,      400,   480, 1.005}, "1.005"}),
    [](const auto& row) { return std::string{row.param.name}; });
// clang-format on

TEST(Rig, UnknownSystemTypeIsRefused) {
    signals::Scenario scenario;
    scenario.meter.system_type = 41;
    EXPECT_THROW(Rig{scenario}, std::invalid_argument);
}

TEST(Rig, TruthIsThatOfTheLastWindow) {
    Rig rig{signals::Scenario{}};
    EXPECT_TRUE(std::isnan(rig.truth().current[0]));
    rig.advance(2'800);
    ASSERT_EQ(rig.meter().points().readings.sequence, 1U);
    EXPECT_NEAR(rig.truth().total.real_w, 3 * 277.0 * 120.0 * std::sqrt(0.75), 1e-6);
    rig.set_installation(heavier());
    EXPECT_DOUBLE_EQ(rig.truth().current[0], 120.0);
    rig.advance(2'800);  // the window that has both
    EXPECT_GT(rig.truth().current[0], 120.0);
    EXPECT_LT(rig.truth().current[0], 300.0 * std::sqrt(1.0 + 0.4 * 0.4) - 1.0);
    rig.advance(2 * 2'800);  // past the window that saw the change
    EXPECT_NEAR(rig.truth().current[0], 300.0 * std::sqrt(1.0 + 0.4 * 0.4), 1e-9);
}

double rms(const signals::TerminalBlock::Row& row) {
    const double sum = std::inner_product(row.begin(), row.end(), row.begin(), 0.0);
    return std::sqrt(sum / static_cast<double>(row.size()));
}

// 126 of 128 frames are three cycles of 60 Hz: the block's rms is near the true one.
TEST(Rig, ScopeShowsTheTerminals) {
    Rig rig{signals::Scenario{}};
    signals::TerminalBlock block;
    for (const std::int64_t frames : {0, 5'000}) {
        rig.advance(frames);
        rig.terminals(signals::kBlockFrames, block);
        EXPECT_EQ(block.first_frame, std::max<std::int64_t>(0, frames - signals::kBlockFrames));
        EXPECT_NEAR(rms(block.voltage[1]), 277.0, 5.0);
        EXPECT_NEAR(rms(block.current[2]), 120.0, 3.0);
    }
}

// Dead terminals; the truth tells which window it was asked for.
class DeadTerminals : public Input, public signals::Source {
 public:
    signals::Source& source() override { return *this; }
    signals::Truth truth(std::int64_t last_frame, int frames) override {
        signals::Truth truth;
        truth.voltage_ln[0] = static_cast<double>(last_frame);
        truth.current[0] = frames;
        return truth;
    }
    void fill(std::int64_t first_frame, int frames, signals::Fill,
              signals::TerminalBlock& out) override {
        out = {};
        out.first_frame = first_frame;
        out.frames = frames;
    }
};

TEST(Rig, AnotherInputTakesTheTerminals) {
    signals::Scenario scenario;
    scenario.front_end.noise = false;
    Rig rig{scenario};
    rig.set_input(std::make_unique<DeadTerminals>());
    rig.advance(2'720 * 8);
    const meter::Readings& readings = rig.meter().points().readings;
    ASSERT_GE(readings.sequence, 7U);
    EXPECT_EQ(readings.voltage_ln_uv[0], 0);
    EXPECT_EQ(rig.truth().current[0], readings.window_frames);
    EXPECT_LT(rig.truth().voltage_ln[0], 2'720.0 * 8);
    rig.set_input(nullptr);
    rig.advance(2'720 * 8);
    EXPECT_NEAR(static_cast<double>(rig.meter().points().readings.voltage_ln_uv[0]), 277e6, 0.3e6);
}

}  // namespace
}  // namespace bench
