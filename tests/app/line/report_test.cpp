// Masters with known habits, and what the report says of each.
#include "app/line/report.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/line/report_text.h"
#include "tests/app/line/conversation.h"

namespace line {
namespace {

using namespace test;
using test::Frame;
using testing::HasSubstr;

std::uint8_t low(unsigned value) { return static_cast<std::uint8_t>(value); }
std::uint8_t high(unsigned value) { return static_cast<std::uint8_t>(value >> 8); }

// Function 03, by register number.
Frame ask(unsigned first, unsigned count, std::uint8_t address = 1) {
    return rtu({address, 3, high(first - 1), low(first - 1), high(count), low(count)});
}

Frame said(unsigned count, std::uint8_t value = 0, std::uint8_t address = 1) {
    Frame body{address, 3, low(2 * count)};
    body.resize(3 + 2 * count, value);
    return rtu(body);
}

Frame refused(std::uint8_t code, std::uint8_t function = 3, std::uint8_t address = 1) {
    return rtu({address, static_cast<std::uint8_t>(function | 0x80), code});
}

Report report_of(const test::Conversation& talk) {
    PollReport report({.address = 1, .baud = 19'200, .parity = meter::Parity::none});
    for (const Record& record : talk.records) report.add(record);
    return report.result();
}

// The texts of findings of that kind in the first conversation.
std::vector<std::string> found(const Report& report, const std::string& kind) {
    std::vector<std::string> out;
    for (const Finding& finding : report.conversations.at(0).findings)
        if (finding.kind == kind) out.push_back(finding.text);
    return out;
}

// A healthy master: one block a second, and another every ten.
test::Conversation healthy() {
    test::Conversation talk;
    for (int second = 0; second < 30; ++second) {
        talk.at(second).ask(ask(257, 52)).answer(said(52, low(static_cast<unsigned>(second))));
        if (second % 10 == 0) talk.ask(ask(129, 26)).answer(said(26));
    }
    return talk;
}

TEST(PollReport, HealthyMaster) {
    const Report report = report_of(healthy());
    ASSERT_EQ(report.conversations.size(), 1U);
    const auto& talk = report.conversations[0];
    EXPECT_TRUE(talk.findings.empty()) << to_text(report);
    ASSERT_EQ(talk.blocks.size(), 2U);
    EXPECT_EQ(talk.blocks[1].registers, (Registers{257, 52}));
    EXPECT_EQ(talk.blocks[1].asked, 30);
    EXPECT_EQ(talk.blocks[1].answered, 30);
    EXPECT_DOUBLE_EQ(talk.blocks[1].period.mean(), 1.0);
    EXPECT_NEAR(talk.blocks[1].period.deviation(), 0.0, 1e-9);
    EXPECT_DOUBLE_EQ(talk.blocks[1].round_trip.mean(), 50.0 / 32'768.0);
    EXPECT_DOUBLE_EQ(talk.blocks[0].period.mean(), 10.0);
    // 60 + 6 frames of 100 ticks in 29 s and 250 ticks.
    EXPECT_NEAR(report.line_busy, 6'600.0 / (29.0 * 32'768 + 250), 1e-9);
}

TEST(PollReport, JitterIsTheDeviationOfPeriods) {
    test::Conversation talk;
    for (const double t : {0.0, 1.5, 2.0, 3.5, 4.0}) talk.at(t).ask(ask(257, 2)).answer(said(2));
    const Report report = report_of(talk);
    const Block& block = report.conversations[0].blocks[0];
    EXPECT_DOUBLE_EQ(block.period.mean(), 1.0);
    EXPECT_DOUBLE_EQ(block.period.deviation(), 0.5);
    EXPECT_DOUBLE_EQ(block.period.low, 0.5);
    EXPECT_DOUBLE_EQ(block.period.high, 1.5);
}

TEST(PollReport, RetriesAndTimeOuts) {
    test::Conversation talk;
    talk.at(0).ask(ask(257, 2)).answer(said(2));
    talk.at(1).ask(ask(257, 2)).at(2).ask(ask(257, 2)).answer(said(2));
    talk.at(3).ask(ask(257, 2)).answer({1, 3, 4, 0});
    talk.at(4).ask(ask(257, 2)).answer(refused(6));
    const Report report = report_of(talk);
    const Block& block = report.conversations[0].blocks[0];
    EXPECT_EQ(block.asked, 5);
    EXPECT_EQ(block.answered, 2);
    EXPECT_EQ(block.retries, 2);
    EXPECT_EQ(block.unanswered, 1);
    EXPECT_EQ(block.damaged, 1);
    EXPECT_EQ(block.codes.at(6), 1);
    EXPECT_THAT(found(report, "failures"),
                testing::ElementsAre("1 of 5 requests were not answered, 2 were retried; 1 answers "
                                     "were damaged (1 truncated)"));
}

// 19200 8N1: a character is 10/19200 s, t3.5 38.5 bits and the turnaround 2 ms, in whole ticks.
TEST(PollReport, LineTimeIsTheArithmeticOfCharacters) {
    const meter::LineConfig line{.address = 1, .baud = 19'200, .parity = meter::Parity::none};
    EXPECT_NEAR(read_seconds(line, 2), (8 + 9) * 10.0 / 19'200 + 2 * 66 / 32'768.0 + 66 / 32'768.0,
                1e-12);
    meter::LineConfig even = line;
    even.parity = meter::Parity::even;
    EXPECT_NEAR(read_seconds(even, 50) - read_seconds(even, 40), 20 * 11.0 / 19'200, 1e-12);
}

TEST(PollReport, WastedSingleReads) {
    test::Conversation talk;
    for (int second = 0; second < 5; ++second) {
        talk.at(second);
        for (const unsigned first : {261U, 263U, 265U, 307U})
            talk.ask(ask(first, 2)).answer(said(2));
    }
    const Report report = report_of(talk);
    const meter::LineConfig line{.address = 1, .baud = 19'200, .parity = meter::Parity::none};
    const double saved = 1000 * (3 * read_seconds(line, 2) - read_seconds(line, 6));
    char expected[64];
    std::snprintf(expected, sizeof expected,
                  "saves 2 requests and %.1f ms of line time at 19200 8N1", saved);
    const auto texts = found(report, "single-reads");
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_THAT(texts[0], HasSubstr("reads 261-262, 263-264, 265-266 in 3 requests; one request "
                                    "for 261-266 (wire address 260, count 6)"));
    EXPECT_THAT(texts[0], HasSubstr(expected));
}

TEST(PollReport, SinglesThatCannotBeJoined) {
    test::Conversation talk;  // 52 and 129 have a hole between them
    for (int second = 0; second < 5; ++second)
        talk.at(second).ask(ask(51, 2)).answer(said(2)).ask(ask(129, 1)).answer(said(1));
    EXPECT_TRUE(found(report_of(talk), "single-reads").empty());
}

struct Habit {
    const char* name;
    std::vector<std::pair<Frame, Frame>> talk;  // a request and its answer; empty: none
    const char* kind;
    const char* text;
};

void PrintTo(const Habit& habit, std::ostream* out) { *out << habit.name; }

class Habits : public testing::TestWithParam<Habit> {};

TEST_P(Habits, AreNamedWithTheirRecords) {
    test::Conversation talk;
    talk.at(0).ask(ask(1, 52)).answer(said(52));
    double time = 1;
    for (const auto& [request, answer] : GetParam().talk) {
        talk.at(time++).ask(request);
        if (!answer.empty()) talk.answer(answer);
    }
    const Report report = report_of(talk);
    bool any = false;
    for (const auto& conversation : report.conversations) {
        for (const Finding& finding : conversation.findings) {
            if (finding.kind != GetParam().kind) continue;
            any = true;
            EXPECT_THAT(finding.text, HasSubstr(GetParam().text));
            EXPECT_FALSE(finding.records.empty());
            for (const std::uint64_t number : finding.records) EXPECT_GT(number, 2U);
        }
    }
    EXPECT_TRUE(any) << to_text(report);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Masters, Habits, testing::Values(
    Habit{"low_half", {{ask(262, 1), said(1)}}, "half", "reads only the low word of f_kw_total (register 262 of 261-262): a Float needs both"},
    Habit{"high_half", {{ask(1, 1), said(1)}}, "half", "reads only the high word of real_energy_kwh (register 1 of 1-2): a ULong needs both"},
    Habit{"low_word_first", {{ask(262, 1), said(1)}, {ask(261, 1), said(1)}}, "word-order", "(261-262) by two requests, the low word first"},
    Habit{"torn", {{ask(261, 1), said(1)}, {ask(262, 1), said(1)}}, "torn-pair", "the two words of f_kw_total (261-262) by two requests: the value may change"},
    Habit{"off_by_one", {{ask(258, 2), said(2)}}, "off-by-one", "reads 258-259: it starts with the low word of f_real_energy_kwh and ends with the high word of f_real_energy_kwh_dup. Wire address 257 is register 258; a driver that counts registers from 1 has to ask for wire address 256 to get register 257"},
    Habit{"one_too_high", {{ask(346, 2), refused(2)}}, "hole", "asks for 346-347 and is refused (exception 02): the map has a hole there. One lower, 345-346, would be whole"},
    Habit{"hole", {{ask(60, 4), refused(2)}}, "hole", "asks for 60-63 and is refused (exception 02)"},
    Habit{"plc_reference", {{ask(40'262, 2), refused(2)}}, "hole", "40261 looks like a PLC reference: 40261 is register 261, wire address 260"},
    Habit{"reserved", {{ask(25, 1), said(1)}}, "reserved", "reads 25, which is reserved"},
    Habit{"energy_preset", {{rtu({1, 16, 0, 0, 0, 2, 4, 0, 0, 0, 5}), refused(2, 16)}}, "energy-preset", "writes to registers 1-2, the real energy, 1 times: it is read-only"},
    Habit{"refused_write", {{rtu({1, 6, 0, 129, 0, 41}), refused(3, 6)}}, "refused-write", "1 of 1 writes to 130 were refused: exception 03 (illegal data value)"},
    Habit{"coils", {{rtu({1, 1, 0, 0, 0, 8}), refused(1, 1)}}, "unknown-function", "uses function 01 (read coils), which the meter does not have"},
    Habit{"wrong_unit", {{ask(1, 52, 2), {}}, {ask(1, 52, 2), {}}}, "wrong-address", "address 2 has never answered (2 requests). These do: 1."},
    Habit{"broadcast_read", {{ask(1, 52, 0), {}}}, "broadcast-read", "asks address 0 for values"}),
    [](const auto& row) { return std::string(row.param.name); });
// clang-format on

TEST(PollReport, TooFast) {
    test::Conversation talk;
    for (int i = 0; i < 20; ++i)
        talk.at(0.25 * i).ask(ask(261, 2)).answer(said(2, low(static_cast<unsigned>(i / 4))));
    EXPECT_THAT(found(report_of(talk), "too-fast"),
                testing::ElementsAre("reads 261-262 every 0.250 s, but the meter renews its "
                                     "readings once a second: 15 of 20 answers were the same as "
                                     "the one before"));
}

TEST(PollReport, NobodyAnswersAtAll) {
    test::Conversation talk;
    talk.ask(ask(257, 2)).ask(ask(257, 2));
    EXPECT_THAT(found(report_of(talk), "wrong-address").at(0),
                HasSubstr("address 1 has never answered (2 requests). No other did either: compare "
                          "address, baud rate and parity"));
}

TEST(PollReport, GatewaySaysThatTheUnitIsNotThere) {
    test::Conversation talk({"127.0.0.1:1502", 1}, Framing::mbap);
    talk.ask(mbap(1, {9, 3, 0, 0, 0, 2})).answer(mbap(1, {9, 0x83, 0x0B}));
    EXPECT_THAT(found(report_of(talk), "wrong-address").at(0),
                HasSubstr("address 9 has never answered (1 requests, refused by the gateway)"));
}

TEST(PollReport, ClientsAreToldApart) {
    test::Conversation talk;
    talk.by({"127.0.0.1:1502", 1}, Framing::mbap).ask(mbap(1, {1, 3, 0, 0, 0, 2}));
    talk.by({"127.0.0.1:1502", 2}, Framing::mbap).ask(mbap(1, {1, 3, 0, 2, 0, 2}));
    EXPECT_EQ(report_of(talk).conversations.size(), 2U);
}

TEST(PollReport, CoverageCountsWholePoints) {
    test::Conversation talk;
    talk.ask(ask(2, 50)).answer(said(50));  // 2..51: without the halves at both ends
    const std::string text = to_text(report_of(talk));
    EXPECT_THAT(text, HasSubstr("never read: 1-2, 51-52, 129-154, 257-346, 7001-7002"));
    EXPECT_THAT(text, HasSubstr("coverage: 42 of "));
}

TEST(PollReport, TextAndJsonSayTheSame) {
    const Report report = report_of(healthy());
    const auto json = nlohmann::json::parse(to_json(report));
    EXPECT_EQ(json["conversations"][0]["port"], "/tmp/meter");
    EXPECT_EQ(json["conversations"][0]["requests"], 33);
    EXPECT_EQ(json["conversations"][0]["blocks"][1]["first_register"], 257);
    EXPECT_EQ(json["conversations"][0]["blocks"][1]["period"]["mean"], 1.0);
    EXPECT_EQ(json["conversations"][0]["findings"].size(), 0U);
    EXPECT_THAT(to_text(report), HasSubstr("/tmp/meter, address 1: 33 requests, 33 answered"));
    EXPECT_THAT(to_text(report), HasSubstr("nothing to remark"));
    const auto empty = nlohmann::json::parse(to_json(PollReport{}.result()));
    EXPECT_EQ(empty["records"], 0);
}

TEST(PollReport, MemoryIsBounded) {
    PollReport report;
    LogDecoder decoder;
    for (unsigned i = 0; i < 3'000; ++i)
        report.add(decoder.decode(traffic_of(Direction::request, Framing::rtu, ask(1 + i, 1))));
    const Report result = report.result();
    EXPECT_EQ(result.conversations[0].blocks.size(), PollReport::kMostBlocks);
    EXPECT_EQ(result.conversations[0].others, 1'000);
}

}  // namespace
}  // namespace line
