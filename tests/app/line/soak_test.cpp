// 63 meters at 38400 baud, 10 registers of each every 2 s, for five minutes of line time: nothing
// missed, and the line is taken for exactly as long as characters, silences and turnarounds say.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/app/line/bus_fixture.h"

namespace line {
namespace {

using namespace line::test;

constexpr int kMeters = 63;
constexpr int kRounds = 150;
constexpr std::uint32_t kBaud = 38'400;
constexpr std::int64_t kPeriod = 65'536;  // ticks: 2 s
constexpr std::int64_t kSilence = 58;     // 1750 us, rounded up
constexpr std::int64_t kTurnaround = 66;  // 2 ms, rounded up
constexpr std::int64_t kRequest = 8;      // characters
constexpr std::int64_t kAnswer = 5 + 2 * 10;

// Wire units of `count` characters of 10 bits.
constexpr std::int64_t characters_of(std::int64_t count) { return count * 10 * kWireHz / kBaud; }

std::int64_t whole_ticks(std::int64_t units) { return (units + 224) / 225; }

// From the request's first bit, at a whole tick, until the line is free: the meter counts whole
// ticks from the tick at which the last character has ended.
std::int64_t taken_ticks() {
    const std::int64_t answer_begins =
        whole_ticks(characters_of(kRequest)) + kSilence + kTurnaround;
    return answer_begins + whole_ticks(characters_of(kAnswer)) + kSilence;
}

TEST(Soak, SixtyThreeMetersForFiveMinutesOfLineTime) {
    std::vector<meter::LineConfig> lines;
    for (int address = 1; address <= kMeters; ++address)
        lines.push_back({static_cast<std::uint8_t>(address), kBaud, meter::Parity::none});
    Line line{lines};
    for (int round = 0; round < kRounds; ++round) {
        for (int i = 0; i < kMeters; ++i) {
            const std::int64_t at = kPeriod * round + kPeriod * i / kMeters;
            line.delivered.clear();
            line.send(with_crc({i + 1, 3, 0, 0, 0, 10}), {1'000 + at});
            line.run_until({1'000 + at + kPeriod / kMeters - 1});
            ASSERT_EQ(line.answer().size(), static_cast<std::size_t>(kAnswer)) << round << ' ' << i;
            ASSERT_EQ(line.answer()[0], i + 1);
        }
        line.tap->traffic.clear();
    }
    const Load& load = line.bus.load();
    constexpr std::int64_t kExchanges = kMeters * kRounds;
    EXPECT_EQ(load.requests, kExchanges);
    EXPECT_EQ(load.answers, kExchanges);
    EXPECT_EQ(load.request_characters, kExchanges * kRequest);
    EXPECT_EQ(load.answer_characters, kExchanges * kAnswer);
    EXPECT_EQ(load.driven.count, kExchanges * characters_of(kRequest + kAnswer));
    // The bus waits for t3.5 as the slowest meter counts it: up to a tick more.
    EXPECT_NEAR(static_cast<double>(load.taken.count) / 225.0,
                static_cast<double>(kExchanges * taken_ticks()), 1.0 * kExchanges);
    RecordProperty("taken_percent",
                   std::to_string(100.0 * in_seconds(load.taken) / (kRounds * 2.0)));
}

// As fast as one master can go: back to back, the line is never free.
TEST(Soak, BackToBackTheLineIsNeverFree) {
    Line line{{{1, kBaud, meter::Parity::none}, {2, kBaud, meter::Parity::none}}};
    line.run_until({1'000});
    for (int i = 0; i < 1'000; ++i) {
        line.send(with_crc({1 + i % 2, 3, 0, 0, 0, 10}), line.now);
        line.delivered.clear();
        while (Line::joined(line.delivered).size() < static_cast<std::size_t>(kAnswer))
            line.run_until(*line.bus.deadline());
    }
    line.settle();
    const Load& load = line.bus.load();
    EXPECT_EQ(load.answers, 1'000);
    EXPECT_NEAR(in_seconds(load.taken), (static_cast<double>(line.now.ticks) - 1'000) / 32'768,
                0.001);
    EXPECT_NEAR(in_seconds(load.taken), 1'000.0 * static_cast<double>(taken_ticks()) / 32'768,
                1'000.0 * 1.0 / 32'768);
}

}  // namespace
}  // namespace line
