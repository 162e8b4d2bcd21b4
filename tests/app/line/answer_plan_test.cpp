// What a filter decides is what happens on the wire, and only there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/app/line/bus_fixture.h"

namespace line {
namespace {

using namespace line::test;
using testing::ElementsAre;
using testing::IsEmpty;

struct Script final : AnswerFilter {
    AnswerPlan plan(const Exchange& exchange) override {
        exchanges.push_back({exchange.meter, exchange.address});
        request.assign(exchange.request.begin(), exchange.request.end());
        answer.assign(exchange.answer.begin(), exchange.answer.end());
        ended = exchange.now;
        client = exchange.client;
        return make ? make(exchange) : AnswerPlan{{{{}, answer}}, {}, {}, {}};
    }
    std::optional<std::uint8_t> refuse(const Exchange& exchange) override {
        ++asked;
        return exchange.meter == refused_meter ? refusal : std::nullopt;
    }

    std::function<AnswerPlan(const Exchange&)> make;
    std::optional<std::uint8_t> refusal;
    std::size_t refused_meter = 0;
    int asked = 0;
    std::vector<std::pair<std::size_t, std::uint8_t>> exchanges;
    Bytes request;
    Bytes answer;
    Instant ended{};
    Client client;
};

struct Faulty : Line {
    explicit Faulty(const std::vector<meter::LineConfig>& lines = {{}}) : Line(lines) {
        bus.set_filter(script);
    }
    std::shared_ptr<Script> script = std::make_shared<Script>();
};

AnswerPlan in_pieces(const Exchange& exchange, Ticks pause) {
    AnswerPlan plan;
    for (const std::uint8_t byte : exchange.answer) plan.pieces.push_back({pause, {byte}});
    return plan;
}

TEST(AnswerPlan, FilterSeesTheWholeExchange) {
    Faulty line{{{7, 19'200, meter::Parity::none}, {9, 19'200, meter::Parity::none}}};
    line.send(ask_type(9), {1'000});
    line.settle();
    EXPECT_EQ(line.answer(), type_of(9));
    EXPECT_THAT(line.script->exchanges, ElementsAre(std::pair{std::size_t{1}, std::uint8_t{9}}));
    EXPECT_EQ(line.script->request, ask_type(9));
    EXPECT_EQ(line.script->answer, type_of(9));
    EXPECT_EQ(line.script->client, (Client{"port", 0}));
    // 8 characters of 10 bits at 19200 from tick 1000: 136.53 ticks.
    EXPECT_EQ(line.script->ended, Instant{1'137});
}

TEST(AnswerPlan, Silence) {
    Faulty line;
    line.script->make = [](const Exchange&) { return AnswerPlan{}; };
    EXPECT_THAT(line.ask(ask_type(1)), IsEmpty());
    line.script->make = nullptr;
    EXPECT_EQ(line.ask(ask_type(1)), type_of(1));
}

TEST(AnswerPlan, DelayMovesTheAnswer) {
    Faulty line;
    line.send(ask_type(1), {1'000});
    line.settle();
    const Instant healthy = line.tap->traffic.at(1).begin;
    Faulty late;
    late.script->make = [](const Exchange& e) {
        return AnswerPlan{{{Ticks{3'000}, {e.answer.begin(), e.answer.end()}}}, {}, {}, {}};
    };
    late.send(ask_type(1), {1'000});
    late.settle();
    EXPECT_EQ(late.tap->traffic.at(1).begin, healthy + Ticks{3'000});
    EXPECT_EQ(late.answer(), type_of(1));
}

TEST(AnswerPlan, PiecesWithLongPausesAreSeveralStretches) {
    Faulty line;
    line.script->make = [](const Exchange& e) { return in_pieces(e, Ticks{100}); };
    EXPECT_EQ(line.ask(ask_type(1)), type_of(1));
    EXPECT_EQ(line.tap->traffic.size(), 1 + type_of(1).size());
    Faulty close;
    close.script->make = [](const Exchange& e) { return in_pieces(e, Ticks{20}); };
    EXPECT_EQ(close.ask(ask_type(1)), type_of(1));
    ASSERT_EQ(close.tap->traffic.size(), 2U);
    EXPECT_EQ(close.tap->traffic[1].bytes, type_of(1));
}

TEST(AnswerPlan, RefusedRequestsAreNotSeen) {
    Faulty line;
    line.script->refusal = 6;
    EXPECT_EQ(line.ask(with_crc({1, 6, 0, 0x82, 0x01, 0x90})), with_crc({1, 0x86, 6}));
    EXPECT_EQ(line.stations[0]->meter().points().config.ct_primary, 100);
    EXPECT_EQ(line.script->answer, with_crc({1, 0x86, 6})) << "the exception is planned as well";
    line.script->refusal.reset();
    line.ask(with_crc({1, 6, 0, 0x82, 0x01, 0x90}));
    EXPECT_EQ(line.stations[0]->meter().points().config.ct_primary, 400);
}

TEST(AnswerPlan, BroadcastsAreAskedAboutForEveryMeter) {
    Faulty line{{{1, 19'200, meter::Parity::none}, {2, 19'200, meter::Parity::none}}};
    line.script->refusal = 6;
    line.script->refused_meter = 1;
    EXPECT_THAT(line.ask(with_crc({0, 6, 0, 0x82, 0x01, 0x90})), IsEmpty());
    EXPECT_EQ(line.script->asked, 2);
    EXPECT_EQ(line.stations[0]->meter().points().config.ct_primary, 400);
    EXPECT_EQ(line.stations[1]->meter().points().config.ct_primary, 100);
}

TEST(AnswerPlan, PowerFailsInMidAnswer) {
    Faulty line{{{1, 19'200, meter::Parity::none}, {2, 19'200, meter::Parity::none}}};
    line.script->make = [](const Exchange& e) {
        return AnswerPlan{{{{}, {e.answer.begin(), e.answer.end()}}}, 3, Ticks{30'000}, {}};
    };
    line.send(ask_type(1), {1'000});
    line.run_until({3'000});
    const Bytes whole = type_of(1);
    EXPECT_EQ(line.answer(), Bytes(whole.begin(), whole.begin() + 3));
    EXPECT_FALSE(line.stations[0]->meter().running());
    line.script->make = nullptr;
    line.delivered.clear();
    line.send(ask_type(1), {4'000});
    line.send(ask_type(2), {8'000});
    line.run_until({10'000});
    EXPECT_EQ(line.answer(), type_of(2)) << "the other meter is not touched";
    line.run_until({40'000});
    EXPECT_TRUE(line.stations[0]->meter().running());
    EXPECT_EQ(line.stations[0]->meter().points().power_up_count,
              line.stations[1]->meter().points().power_up_count)
        << "without non-volatile memory every power-up is the first";
    EXPECT_EQ(line.ask(ask_type(1)), type_of(1));
}

TEST(AnswerPlan, NothingPassesAStuckLine) {
    Faulty line{{{1, 19'200, meter::Parity::none}, {2, 19'200, meter::Parity::none}}};
    line.script->make = [](const Exchange& e) {
        return AnswerPlan{{{{}, {e.answer.begin(), e.answer.end()}}}, {}, {}, Ticks{20'000}};
    };
    line.send(ask_type(1), {1'000});
    line.run_until({2'000});
    EXPECT_EQ(line.answer(), type_of(1));
    line.script->make = nullptr;
    line.delivered.clear();
    line.send(ask_type(2), {5'000});
    line.run_until({15'000});
    EXPECT_THAT(line.answer(), IsEmpty());
    EXPECT_TRUE(line.tap->traffic.back().collided);
    line.now = {25'000};
    EXPECT_EQ(line.ask(ask_type(2)), type_of(2));
}

}  // namespace
}  // namespace line
