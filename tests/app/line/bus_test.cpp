// The line in time: closed forms of character times, metrology.md 4.1 for silences.
#include "app/line/bus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/app/line/bus_fixture.h"

namespace line {
namespace {

using namespace line::test;
using meter::Parity;
using testing::IsEmpty;

constexpr std::uint32_t kRates[] = {1'200, 2'400, 4'800, 9'600, 19'200, 38'400};
constexpr Parity kParities[] = {Parity::none, Parity::even, Parity::odd};
constexpr std::int64_t kTurnaround = 66;  // 2 ms in ticks, rounded up (core/modbus/slave.h)

// Ticks, rounded up.
std::int64_t ticks_of(double seconds) { return std::int64_t(std::ceil(seconds * 32'768 - 1e-9)); }

double bits_of(Parity parity) { return parity == Parity::none ? 10.0 : 11.0; }

std::int64_t silence_of(std::uint32_t baud) {
    return baud > 19'200 ? ticks_of(0.00175) : ticks_of(38.5 / baud);
}

TEST(Bus, AnExchangeTakesItsCharactersSilenceAndTurnaround) {
    for (const std::uint32_t baud : kRates) {
        for (const Parity parity : kParities) {
            SCOPED_TRACE(testing::Message() << baud << ' ' << int(parity));
            Line line{{{1, baud, parity}}};
            const double character = bits_of(parity) / baud;
            line.send(ask_type(1), {1'000});
            line.settle();
            ASSERT_EQ(line.tap->traffic.size(), 2U);
            const Traffic& request = line.tap->traffic[0];
            const Traffic& answer = line.tap->traffic[1];
            EXPECT_EQ(request.begin.ticks, 1'000);
            EXPECT_EQ(request.end.ticks, 1'000 + ticks_of(8 * character));
            EXPECT_EQ(answer.begin.ticks, request.end.ticks + silence_of(baud) + kTurnaround);
            EXPECT_EQ(answer.end.ticks, answer.begin.ticks + ticks_of(7 * character));
            EXPECT_EQ(request.bytes, ask_type(1));
            EXPECT_EQ(answer.bytes, type_of(1));
            EXPECT_EQ(answer.meter, 0U);
            EXPECT_EQ(line.answer(), type_of(1));
            EXPECT_EQ(line.delivered.back().at, answer.end);
            const Load& load = line.bus.load();
            EXPECT_DOUBLE_EQ(in_seconds(load.driven), 15 * character);
            EXPECT_EQ(load.requests, 1);
            EXPECT_EQ(load.answers, 1);
        }
    }
}

TEST(Bus, CharactersAreHandedOverWhenTheyHavePassed) {
    Line line{{{1, 1'200, Parity::none}}};
    line.send(with_crc({1, 3, 0, 0, 0, 52}), {0});
    line.settle();
    const Traffic& answer = line.tap->traffic.at(1);
    ASSERT_EQ(line.answer().size(), 109U);
    ASSERT_GT(line.delivered.size(), 20U);
    std::size_t count = 0;
    Instant before = answer.begin;
    for (const Delivery& piece : line.delivered) {
        count += piece.bytes.size();
        EXPECT_GE(piece.at.ticks, answer.begin.ticks + ticks_of(double(count) * 10 / 1'200) - 1);
        EXPECT_LE((piece.at - before).count, ticks_of(0.016) + 1);
        before = piece.at;
    }
}

TEST(Bus, TheNextRequestKeepsItsDistance) {
    Line line{{{1, 38'400, Parity::none}}};
    line.send(ask_type(1), {1'000});
    while (line.delivered.empty()) line.run_until(*line.bus.deadline());
    line.send(ask_type(1), line.now);  // at once
    line.settle();
    ASSERT_EQ(line.tap->traffic.size(), 4U);
    const Ticks gap = line.tap->traffic[2].begin - line.tap->traffic[1].end;
    EXPECT_GE(gap.count, silence_of(38'400) - 1);
    EXPECT_LE(gap.count, silence_of(38'400) + 1);
    EXPECT_FALSE(line.tap->traffic[2].collided);
    EXPECT_EQ(line.delivered.size(), 2U);
}

TEST(Bus, UpToSixtyThreeMeters) {
    for (const int count : {2, 5, 17, 63}) {
        std::vector<meter::LineConfig> lines;
        for (int i = 0; i < count; ++i)
            lines.push_back({std::uint8_t(247 - 3 * i), 38'400, Parity::none});
        Line line{lines};
        for (const meter::LineConfig& one : lines)
            ASSERT_EQ(line.ask(ask_type(one.address)), type_of(one.address)) << count;
        EXPECT_THAT(line.ask(ask_type(246)), IsEmpty()) << "nobody has this address";
        EXPECT_THAT(line.ask(with_crc({0, 6, 0, 0x82, 0x01, 0x90})), IsEmpty());
        for (const auto& station : line.stations)
            EXPECT_EQ(station->meter().points().config.ct_primary, 400) << "broadcast";
        for (const meter::LineConfig& one : lines)
            ASSERT_EQ(line.ask(ask_type(one.address)), type_of(one.address));
    }
}

TEST(Bus, MetersOfOneAddressCollide) {
    for (const std::uint32_t baud : kRates) {
        const meter::LineConfig twin{7, baud, Parity::none};
        Line line{{twin, twin, {9, baud, Parity::none}}};
        const Bytes garbled = line.ask(ask_type(7));
        EXPECT_NE(garbled, type_of(7)) << baud;
        EXPECT_FALSE(garbled.empty());
        ASSERT_EQ(line.tap->traffic.size(), 3U);
        for (std::size_t i = 1; i < 3; ++i) {
            EXPECT_TRUE(line.tap->traffic[i].collided);
            EXPECT_EQ(line.tap->traffic[i].direction, Direction::answer);
            EXPECT_EQ(line.tap->traffic[i].meter, i - 1);
            EXPECT_NE(line.tap->traffic[i].bytes, type_of(7));
        }
        EXPECT_FALSE(line.tap->traffic[0].collided);
        EXPECT_EQ(line.ask(ask_type(9)), type_of(9)) << "the others are not touched";
        Line again{{twin, twin, {9, baud, Parity::none}}};
        EXPECT_EQ(again.ask(ask_type(7)), garbled) << "the same bits each time";
    }
}

TEST(Bus, ThreeOfOneAddress) {
    const meter::LineConfig twin{7, 19'200, Parity::none};
    Line line{{twin, twin, twin}};
    EXPECT_NE(line.ask(ask_type(7)), type_of(7));
    EXPECT_EQ(line.tap->traffic.size(), 4U);
}

// Rows: the meter's settings; columns: the client's. Only the diagonal is answered.
TEST(Bus, AClientAtAnotherRateHearsNothing) {
    for (const std::uint32_t own : kRates) {
        for (const std::uint32_t theirs : kRates) {
            Line line{{{1, own, Parity::none}}};
            SeenFormat seen;
            seen.baud = theirs;
            seen.stop_half_bits = 2;
            const Bytes answer = line.ask(ask_type(1), seen);
            EXPECT_EQ(answer, own == theirs ? type_of(1) : Bytes{}) << own << ' ' << theirs;
            EXPECT_EQ(line.tap->traffic[0].remark.empty(), own == theirs);
            EXPECT_EQ(line.tap->traffic[0].bytes == ask_type(1), own == theirs);
            EXPECT_EQ(line.ask(ask_type(1)), type_of(1)) << "nothing is left of it";
        }
    }
}

TEST(Bus, AClientWithAnotherParityHearsNothing) {
    for (const Parity own : kParities) {
        for (const UartParity theirs :
             {UartParity::none, UartParity::even, UartParity::odd, UartParity::space}) {
            Line line{{{1, 9'600, own}}};
            SeenFormat seen;
            seen.parity = theirs;
            const bool same = format_of({1, 9'600, own}).parity == theirs;
            EXPECT_EQ(line.ask(ask_type(1), seen), same ? type_of(1) : Bytes{})
                << int(own) << int(theirs);
        }
    }
}

// A mark is a second stop bit for a meter without parity: it answers, and the client's UART finds
// the next start bit where its stop bit should be.
TEST(Bus, AClientWithMarkParityHearsGarbage) {
    Line line{{{1, 9'600, Parity::none}}};
    SeenFormat seen;
    seen.parity = UartParity::mark;
    const Bytes answer = line.ask(ask_type(1), seen);
    EXPECT_FALSE(answer.empty());
    EXPECT_NE(answer, type_of(1));
}

TEST(Bus, TwoStopBitsAreEnough) {
    Line line;
    SeenFormat seen;
    seen.baud = 19'200;
    seen.stop_half_bits = 4;
    EXPECT_EQ(line.ask(ask_type(1), seen), type_of(1));
}

TEST(Bus, WhoeverNeverSetsARateCanBeUnderstood) {
    Line line{{{1, 9'600, Parity::even}}};
    Bus::Port port;
    port.any_format = true;
    std::vector<Delivery> delivered;
    port.deliver = [&](std::span<const std::uint8_t> bytes, bool) {
        delivered.push_back({line.now, {bytes.begin(), bytes.end()}});
    };
    const std::size_t number = line.bus.add_port(port);
    SeenFormat seen;
    seen.baud = 38'400;
    line.send(ask_type(1), {1'000}, number, seen);
    line.settle();
    EXPECT_EQ(Line::joined(delivered), type_of(1));
}

// Each is heard by those who listen as it speaks: a pty shows no parity.
TEST(Bus, MetersOfDifferentSettingsShareALine) {
    Line line{{{1, 9'600, Parity::none}, {2, 9'600, Parity::even}, {3, 38'400, Parity::none}}};
    for (const int address : {1, 2, 3, 2, 1})
        EXPECT_EQ(line.ask(ask_type(address)), type_of(address)) << address;
    SeenFormat slow;
    slow.baud = 9'600;
    EXPECT_EQ(line.ask(ask_type(1), slow), type_of(1));
    EXPECT_EQ(line.ask(ask_type(2), slow), type_of(2));
    EXPECT_THAT(line.ask(ask_type(3), slow), IsEmpty());
}

TEST(Bus, PortsKeepOutOfEachOthersWay) {
    Line line{{{1, 19'200, Parity::none}, {2, 19'200, Parity::none}}};
    std::vector<Delivery> second;
    std::vector<Delivery> third;
    const std::size_t b = line.add_port("second", second);
    const std::size_t c = line.add_port("third", third);
    line.send(ask_type(1), {1'000});
    line.send(ask_type(2), {1'010}, b);
    line.send(ask_type(1), {1'300}, c);  // while the first answer is on the wire
    line.settle();
    EXPECT_EQ(line.answer(), type_of(1));
    EXPECT_EQ(Line::joined(second), type_of(2));
    EXPECT_EQ(Line::joined(third), type_of(1));
    for (const Traffic& traffic : line.tap->traffic) EXPECT_FALSE(traffic.collided);
    EXPECT_EQ(line.tap->traffic.back().client.port, "third");
}

TEST(Bus, AClientThatTalksIntoItsAnswerCollides) {
    Line line{{{1, 1'200, Parity::none}}};
    line.send(with_crc({1, 3, 0, 0, 0, 52}), {0});
    line.run_until({10'000});  // the answer is on the wire
    ASSERT_FALSE(line.delivered.empty());
    line.send(ask_type(1), {10'001});
    line.settle();
    EXPECT_NE(line.answer().size(), 109U);
    int collided = 0;
    for (const Traffic& traffic : line.tap->traffic) collided += traffic.collided ? 1 : 0;
    EXPECT_EQ(collided, 2);
    EXPECT_EQ(line.ask(ask_type(1)), type_of(1));
}

TEST(Bus, OthersAnswersAreNoRequests) {
    Line line{{{1, 19'200, Parity::none}, {2, 19'200, Parity::none}}};
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(line.ask(with_crc({2, 3, 0, 0, 0, 52})).size(), 109U);
        ASSERT_EQ(line.ask(with_crc({2, 6, 0, 0x82, 0x01, 0x90})).size(), 8U);
    }
    EXPECT_EQ(line.stations[0]->meter().points().config.ct_primary, 100);
    EXPECT_EQ(line.ask(ask_type(1)), type_of(1));
}

TEST(Bus, RealSerialLinesHaveTheirOwnTime) {
    Line line{{{1, 19'200, Parity::none}}, true};
    line.send(ask_type(1), {1'000});
    line.settle();
    ASSERT_EQ(line.delivered.size(), 1U);
    EXPECT_EQ(line.delivered[0].bytes, type_of(1));
    EXPECT_EQ(line.delivered[0].at.ticks, 1'000 + silence_of(19'200) + kTurnaround)
        << "handed over as it begins; the request had taken its time before it came";
    EXPECT_EQ(line.tap->traffic.at(0).end.ticks, 1'000);
}

TEST(Bus, OnARealSerialLineTheClientKnowsWhenTheAnswerIsOver) {
    Line line{{{1, 19'200, Parity::none}}, true};
    line.send(ask_type(1), {1});  // it began before the line clock did
    for (int i = 0; i < 5; ++i) {
        while (line.delivered.empty()) line.run_until(*line.bus.deadline());
        EXPECT_EQ(line.answer(), type_of(1)) << i;
        line.delivered.clear();
        line.send(ask_type(1), line.now + Ticks{20});  // an adapter that is faster than its wire
    }
    line.settle();
    EXPECT_EQ(line.answer(), type_of(1));
    for (const Traffic& traffic : line.tap->traffic) EXPECT_FALSE(traffic.collided);
}

// Whatever a client sends: no more than a bounded part of it waits.
TEST(Bus, AFloodIsDropped) {
    Line line;
    for (int i = 0; i < 200; ++i) line.send(Bytes(512, 0x55), {1'000});
    line.settle();
    EXPECT_LT(line.bus.load().request_characters, 10'000);
    EXPECT_EQ(line.ask(ask_type(1)), type_of(1));
}

// At any moment of an exchange: what was under way comes to nothing, what is asked afterwards is
// answered by the new meters, and what waited at another port too.
TEST(Bus, OthersTakeTheStationsPlaces) {
    Line untouched;
    untouched.send(ask_type(1), {1'000});
    untouched.settle();
    const std::int64_t end = untouched.tap->traffic.back().end.ticks;
    for (std::int64_t at = 1'000; at < end; at += 7) {
        SCOPED_TRACE(at);
        Line line;
        std::vector<Delivery> second;
        line.add_port("second", second);
        line.send(ask_type(1), {1'000});
        line.send(ask_type(2), {1'001}, 1);
        line.run_until({at});
        line.bus.clear_stations();
        line.stations.clear();
        meter::Config config;
        config.line.address = 2;
        line.stations.push_back(std::make_unique<MeterStation>(line.bus, config));
        line.settle();
        EXPECT_LT(line.answer().size(), type_of(1).size()) << "nobody is there to end it";
        EXPECT_EQ(Line::joined(second), type_of(2));
        EXPECT_EQ(line.ask(ask_type(2)), type_of(2));
        EXPECT_EQ(line.ask(ask_type(1)), Bytes{});
    }
}

}  // namespace
}  // namespace line
