// When rules strike, how they go together, and that they do the same again.
#include "app/line/fault_engine.h"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <stdexcept>

#include "tests/app/line/exchange.h"

namespace line {
namespace {

using namespace test;
using test::Frame;

// ---- where
// ---------------------------------------------------------------------------------------

TEST(Faults, Where) {
    const struct {
        const char* fault;
        Frame request;
        bool strikes;
    } rows[] = {
        {"no-answer:address=5", kRequest, true},
        {"no-answer:address=6", kRequest, false},
        {"no-answer:function=3", kRequest, true},
        {"no-answer:function=4", kRequest, false},
        {"no-answer:registers=261", kRequest, true},
        {"no-answer:registers=262", kRequest, true},
        {"no-answer:registers=200-261", kRequest, true},
        {"no-answer:registers=262-300", kRequest, true},
        {"no-answer:registers=260", kRequest, false},
        {"no-answer:registers=263-300", kRequest, false},
        {"no-answer:registers=131", rtu({5, 6, 0, 0x82, 0, 100}), true},
        {"no-answer:registers=100", rtu({5, 6, 0, 0x82, 0, 100}), false},
        {"no-answer:registers=134", rtu({5, 16, 0, 0x84, 0, 2, 4, 0, 1, 0, 2}), true},
        {"no-answer:registers=135", rtu({5, 16, 0, 0x84, 0, 2, 4, 0, 1, 0, 2}), false},
        {"no-answer:registers=1-65536", rtu({5, 17}), false},
        {"no-answer:function=17", rtu({5, 17}), true},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(plan_of(row.fault, row.request, kAnswer).pieces.empty(), row.strikes)
            << row.fault;
    }
}

// ---- when
// ----------------------------------------------------------------------------------------

// Which of `n` exchanges, a second apart, get no answer: their numbers from 0.
std::vector<int> silent(FaultEngine& engine, int n) {
    std::vector<int> out;
    for (int i = 0; i < n; ++i) {
        const Instant now{i * meter::kCrystalHz};
        if (engine.plan(exchange_of(kRequest, kAnswer, now)).pieces.empty()) out.push_back(i);
    }
    return out;
}

TEST(Faults, When) {
    const struct {
        const char* fault;
        std::vector<int> silent;
    } rows[] = {
        {"no-answer", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
        {"no-answer:every=3", {2, 5, 8, 11}},
        {"no-answer:first=2", {0, 1}},
        {"no-answer:every=3,first=2", {2, 5}},
        {"no-answer:from=10", {10, 11}},
        {"no-answer:until=2", {0, 1}},
        {"no-answer:from=1,until=3", {1, 2}},
        {"no-answer:from=1,until=3,period=5", {1, 2, 6, 7, 11}},
        {"no-answer:from=1,until=3,period=5,every=2", {2, 7}},
        {"no-answer:from=0.5,until=1.5,period=4", {1, 5, 9}},
        {"no-answer:probability=0", {}},
        {"no-answer:every=2,probability=1", {1, 3, 5, 7, 9, 11}},
    };
    for (const auto& row : rows) {
        FaultEngine engine;
        engine.add(signals::parse_fault(row.fault));
        EXPECT_EQ(silent(engine, 12), row.silent) << row.fault;
        EXPECT_EQ(engine.rules()[0].counts.hits, static_cast<int>(row.silent.size()));
    }
}

TEST(Faults, ScheduleEndsAtTheTick) {
    FaultEngine engine;
    engine.add(signals::parse_fault("no-answer:from=1,until=2"));
    for (const auto& [tick, silent] : {std::pair{32'767, false}, std::pair{32'768, true},
                                       std::pair{65'535, true}, std::pair{65'536, false}}) {
        EXPECT_EQ(engine.plan(exchange_of(kRequest, kAnswer, {tick})).pieces.empty(), silent)
            << tick;
    }
}

// Fixed seeds; five standard deviations of the binomial distribution.
TEST(Faults, ProbabilityIsKept) {
    constexpr int kExchanges = 20'000;
    for (const double p : {0.01, 0.1, 0.5, 0.9}) {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            FaultEngine engine;
            engine.add({.kind = "no-answer", .probability = p, .seed = seed});
            const auto hits = static_cast<double>(silent(engine, kExchanges).size());
            EXPECT_NEAR(hits, kExchanges * p, 5.0 * std::sqrt(kExchanges * p * (1.0 - p)))
                << p << " " << seed;
        }
    }
}

TEST(Faults, NoiseKeepsToItsBitErrorRate) {
    constexpr double kRate = 0.01;
    constexpr int kFrames = 2'000;
    FaultEngine engine;
    engine.add({.kind = "noise", .rate = kRate, .seed = 4});
    int flipped = 0;
    int damaged = 0;
    for (int i = 0; i < kFrames; ++i) {
        const AnswerPlan plan = engine.plan(exchange_of(kRequest, kAnswer));
        int bits = 0;
        for (std::size_t at = 0; at < kAnswer.size(); ++at)
            bits += std::popcount(static_cast<unsigned>(plan.pieces[0].bytes[at] ^ kAnswer[at]));
        flipped += bits;
        damaged += bits > 0 ? 1 : 0;
    }
    const double bits = kFrames * 72.0;
    EXPECT_NEAR(flipped, bits * kRate, 5.0 * std::sqrt(bits * kRate * (1.0 - kRate)));
    const double hit = 1.0 - std::pow(1.0 - kRate, 72.0);
    EXPECT_NEAR(damaged, kFrames * hit, 5.0 * std::sqrt(kFrames * hit * (1.0 - hit)));
    EXPECT_EQ(engine.rules()[0].counts.hits, damaged);
}

TEST(Faults, DelayVariesUpToItsJitter) {
    FaultEngine engine;
    engine.add({.kind = "delay", .time = 1.0, .jitter = 0.5});
    std::int64_t low = 1 << 30;
    std::int64_t high = 0;
    for (int i = 0; i < 1'000; ++i) {
        const auto pause = engine.plan(exchange_of(kRequest, kAnswer)).pieces[0].pause.count;
        low = std::min(low, pause);
        high = std::max(high, pause);
    }
    EXPECT_GE(low, 32'768);
    EXPECT_LT(low, 32'768 + 100);
    EXPECT_LE(high, 32'768 + 16'384);
    EXPECT_GT(high, 32'768 + 16'284);
}

// ---- several rules
// -------------------------------------------------------------------------------

TEST(Faults, RulesChangeWhatTheOnesBeforeHaveLeft) {
    FaultEngine engine;
    engine.add(signals::parse_fault("wrong-address"));
    engine.add(signals::parse_fault("bad-crc"));
    engine.add(signals::parse_fault("delay:time=1"));
    engine.add(signals::parse_fault("split:bytes=2"));
    engine.add(signals::parse_fault("echo"));
    Frame wrong = rtu({6, 3, 4, 0x42, 0xAC, 0xB8, 0x0A});
    wrong[7] ^= 0xFF;
    wrong[8] ^= 0xFF;
    const AnswerPlan plan = engine.plan(exchange_of(kRequest, kAnswer));
    ASSERT_EQ(plan.pieces.size(), 3U);
    EXPECT_EQ(plan.pieces[0].bytes, kRequest);
    EXPECT_EQ(plan.pieces[0].pause, Ticks{32'768});
    EXPECT_EQ(plan.pieces[1].bytes, cut(wrong, 0, 2));
    EXPECT_EQ(plan.pieces[1].pause, kTwentyMs);
    EXPECT_EQ(plan.pieces[2].bytes, cut(wrong, 2, 9));
    EXPECT_EQ(plan.pieces[2].pause, kTwentyMs);
}

TEST(Faults, NothingIsLeftOfASilentAnswer) {
    for (const signals::FaultKind& kind : signals::fault_kinds()) {
        FaultEngine engine;
        engine.add(signals::parse_fault("no-answer"));
        engine.add(signals::parse_fault(kind.name));
        EXPECT_TRUE(engine.plan(exchange_of(kRequest, kAnswer)).pieces.empty()) << kind.name;
        EXPECT_TRUE(engine.plan(exchange_of(kTcpRequest, kTcpAnswer)).pieces.empty()) << kind.name;
    }
}

TEST(Faults, TheFirstRefusalStandsAndOthersAreNotAsked) {
    FaultEngine engine;
    engine.add(signals::parse_fault("exception:code=2,every=2"));
    engine.add(signals::parse_fault("busy"));
    EXPECT_EQ(engine.refuse(exchange_of(kRequest, {})), 6);
    EXPECT_EQ(engine.refuse(exchange_of(kRequest, {})), 2);
    EXPECT_EQ(engine.rules()[0].counts.seen, 2);
    EXPECT_EQ(engine.rules()[1].counts.seen, 1);
}

TEST(Faults, BroadcastsAreNotCounted) {
    FaultEngine engine;
    engine.add(signals::parse_fault("no-answer:every=2"));
    EXPECT_TRUE(engine.plan(exchange_of(kRequest, {})).pieces.empty());
    engine.clear();
    engine.add(signals::parse_fault("busy"));
    EXPECT_EQ(engine.refuse(exchange_of(rtu({0, 6, 0, 130, 0, 1}), {})), std::nullopt);
    EXPECT_EQ(engine.rules()[0].counts, FaultCounts{});
}

// ---- the same again
// ------------------------------------------------------------------------------

const char* const kRandom[] = {"no-answer:probability=0.1", "noise:rate=0.02,seed=5",
                               "junk-before:probability=0.3,bytes=7", "delay:jitter=1,every=3"};

FaultEngine engine_of(std::span<const char* const> faults) {
    FaultEngine engine;
    for (const char* fault : faults) engine.add(signals::parse_fault(fault));
    return engine;
}

std::vector<std::pair<std::int64_t, Frame>> wire(FaultEngine& engine, int exchanges) {
    std::vector<std::pair<std::int64_t, Frame>> out;
    for (int i = 0; i < exchanges; ++i)
        for (const AnswerPiece& piece : engine.plan(exchange_of(kRequest, kAnswer)).pieces)
            out.emplace_back(piece.pause.count, piece.bytes);
    return out;
}

TEST(Faults, SameRulesSameExchangesSameBits) {
    FaultEngine one = engine_of(kRandom);
    FaultEngine two = engine_of(kRandom);
    EXPECT_EQ(wire(one, 300), wire(two, 300));
    EXPECT_EQ(one.rules(), two.rules());
    FaultEngine other = engine_of(kRandom);
    other.remove(2);
    other.add(signals::parse_fault("noise:rate=0.02,seed=6"));
    EXPECT_NE(wire(one, 300), wire(other, 300));
}

TEST(Faults, StateIsThreeNumbersAndAFewMore) {
    FaultEngine one = engine_of(kRandom);
    wire(one, 100);
    std::vector<FaultCounts> saved;
    auto save = [&](const char*, FaultCounts& counts) { saved.push_back(counts); };
    one.visit_state(save);
    FaultEngine two = engine_of(kRandom);
    std::size_t next = 0;
    auto restore = [&](const char*, FaultCounts& counts) { counts = saved[next++]; };
    two.visit_state(restore);
    EXPECT_EQ(wire(one, 100), wire(two, 100));
}

TEST(Faults, AreListedAddedAndRemoved) {
    FaultEngine engine;
    const int first = engine.add(signals::parse_fault("no-answer:every=2"));
    const int second = engine.add(signals::parse_fault("bad-crc"));
    EXPECT_THAT((std::vector{first, second}), testing::ElementsAre(1, 2));
    silent(engine, 5);
    EXPECT_EQ(engine.rules()[0].counts.seen, 5);
    EXPECT_EQ(engine.rules()[0].counts.hits, 2);
    EXPECT_EQ(engine.rules()[1].counts.hits, 3);
    EXPECT_TRUE(engine.remove(first));
    EXPECT_FALSE(engine.remove(first));
    EXPECT_EQ(engine.rules().size(), 1U);
    EXPECT_EQ(engine.add(signals::parse_fault("busy")), 3);
    engine.clear();
    EXPECT_TRUE(engine.rules().empty());
    EXPECT_THROW(engine.add({.kind = "nonsense"}), std::invalid_argument);
    EXPECT_THROW(engine.add({.kind = "busy", .every = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace line
