// One meter of a line goes wrong, in every way there is: the others answer as if it did not.
#include <gmock/gmock.h>

#include "app/line/fault_engine.h"
#include "signals/scenario/fault_text.h"
#include "tests/app/line/bus_fixture.h"

namespace line {
namespace {

using namespace line::test;

constexpr Ticks kPatience{16'384};  // of the master for an answer, 0.5 s
constexpr Ticks kPeriod{32'768};    // from one request of meter 9 to the next

// Polls 7, gives up on it after half a second, polls 9; so often.
constexpr int kRounds = 20;

std::unique_ptr<Line> line_with(const std::string& fault) {
    auto line = std::make_unique<Line>(std::vector<meter::LineConfig>{{7}, {9}});
    if (fault.empty()) return line;
    auto engine = std::make_shared<FaultEngine>();
    engine->add(signals::parse_fault(fault));
    line->bus.set_filter(engine);
    return line;
}

// When the request of each round to meter 9 began and what came back of it, and when.
std::vector<Traffic> nine_of(const std::string& fault) {
    const auto line = line_with(fault);
    for (int round = 0; round < kRounds; ++round) {
        const Instant begin{(round + 1) * kPeriod.count};
        line->send(ask_type(7), begin);
        line->run_until(begin + kPatience);
        line->delivered.clear();
        line->send(ask_type(9), begin + kPatience);
        line->run_until(begin + kPeriod - Ticks{1});
        EXPECT_EQ(line->answer(), type_of(9)) << fault << ", round " << round;
    }
    std::vector<Traffic> nine;
    for (const Traffic& one : line->tap->traffic)
        if (one.bytes == ask_type(9) || one.bytes == type_of(9)) nine.push_back(one);
    return nine;
}

void expect_same_instants(const std::vector<Traffic>& got, const std::vector<Traffic>& want) {
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t i = 0; i < want.size(); ++i) {
        EXPECT_EQ(got[i].begin, want[i].begin) << i;
        EXPECT_EQ(got[i].end, want[i].end) << i;
        EXPECT_FALSE(got[i].collided) << i;
    }
}

TEST(BusFaults, OneMetersFaultDelaysNoOther) {
    const std::vector<Traffic> healthy = nine_of("");
    ASSERT_EQ(healthy.size(), 2U * kRounds);
    for (const signals::FaultKind& kind : signals::fault_kinds()) {
        SCOPED_TRACE(kind.name);
        // What holds the wire itself for a while must be over when the master asks the next.
        const bool takes_time = kind.keys.find("time") != std::string_view::npos;
        expect_same_instants(
            nine_of(std::string(kind.name) + ":address=7" + (takes_time ? ",time=0.25" : "")),
            healthy);
    }
}

// A late answer meets the master's next exchange as on copper: once, and not for ever.
TEST(BusFaults, ALateAnswerSpoilsOneExchangeOnly) {
    const auto line = line_with("delay:address=7,first=1,time=0.504");
    line->send(ask_type(7), Instant{1'000});
    line->run_until(Instant{1'000} + kPatience);
    line->delivered.clear();
    line->send(ask_type(9), Instant{1'000} + kPatience);
    line->settle();
    EXPECT_NE(line->answer(), type_of(9));
    EXPECT_EQ(line->ask(ask_type(9)), type_of(9));
    EXPECT_EQ(line->ask(ask_type(7)), type_of(7));
}

}  // namespace
}  // namespace line
