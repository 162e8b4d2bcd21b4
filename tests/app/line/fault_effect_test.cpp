// Every kind of fault in both framings, byte by byte.
#include "app/line/fault_effect.h"

#include <gmock/gmock.h>

#include "tests/app/line/exchange.h"

namespace line {
namespace {

using namespace test;
using test::Frame;

struct Piece {
    Ticks pause;
    Frame bytes;
};

struct Row {
    const char* name;
    const char* fault;
    std::vector<Piece> rtu;
    std::vector<Piece> mbap;
    std::optional<std::size_t> power_cut_rtu{};
    Ticks power_cut_for{};
    Ticks stuck_for{};
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class EveryKind : public testing::TestWithParam<Row> {
 protected:
    static void expect(const AnswerPlan& plan, const std::vector<Piece>& pieces) {
        ASSERT_EQ(plan.pieces.size(), pieces.size());
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            EXPECT_EQ(plan.pieces[i].bytes, pieces[i].bytes) << i;
            EXPECT_EQ(plan.pieces[i].pause, pieces[i].pause) << i;
        }
        EXPECT_EQ(plan.power_cut_for, GetParam().power_cut_for);
        EXPECT_EQ(plan.stuck_for, GetParam().stuck_for);
    }
};

TEST_P(EveryKind, Rtu) {
    const AnswerPlan plan = plan_of(GetParam().fault, kRequest, kAnswer);
    expect(plan, GetParam().rtu);
    EXPECT_EQ(plan.power_cut_after, GetParam().power_cut_rtu);
}

TEST_P(EveryKind, Mbap) {
    expect(plan_of(GetParam().fault, kTcpRequest, kTcpAnswer), GetParam().mbap);
}

Frame inverted_crc() {
    Frame frame = kAnswer;
    frame[7] ^= 0xFF;
    frame[8] ^= 0xFF;
    return frame;
}

const Frame kTcpGaveUp = mbap(0x1234, {5, 0x83, 0x0B});

// clang-format off
INSTANTIATE_TEST_SUITE_P(Kinds, EveryKind, testing::Values(
    Row{"no_answer", "no-answer", {}, {}},
    Row{"delay", "delay:time=0.25", {{{8192}, kAnswer}}, {{{8192}, kTcpAnswer}}},
    Row{"delay_default", "delay", {{{16384}, kAnswer}}, {{{16384}, kTcpAnswer}}},
    Row{"bad_crc", "bad-crc", {{kNone, inverted_crc()}}, {{kNone, kTcpGaveUp}}},
    Row{"truncated_to_half", "truncated", {{kNone, cut(kAnswer, 0, 4)}}, {{kNone, cut(kTcpAnswer, 0, 6)}}},
    Row{"truncated", "truncated:bytes=8", {{kNone, cut(kAnswer, 0, 8)}}, {{kNone, cut(kTcpAnswer, 0, 8)}}},
    Row{"truncated_longer", "truncated:bytes=200", {{kNone, kAnswer}}, {{kNone, kTcpAnswer}}},
    Row{"split", "split", {{kNone, cut(kAnswer, 0, 4)}, {kTwentyMs, cut(kAnswer, 4, 9)}},
                          {{kNone, cut(kTcpAnswer, 0, 6)}, {kTwentyMs, cut(kTcpAnswer, 6, 13)}}},
    Row{"split_at", "split:bytes=1,pause=1", {{kNone, {5}}, {{32768}, cut(kAnswer, 1, 9)}},
                                             {{kNone, {0x12}}, {{32768}, cut(kTcpAnswer, 1, 13)}}},
    Row{"wrong_address", "wrong-address", {{kNone, rtu({6, 3, 4, 0x42, 0xAC, 0xB8, 0x0A})}},
                                          {{kNone, mbap(0x1234, {6, 3, 4, 0x42, 0xAC, 0xB8, 0x0A})}}},
    Row{"wrong_address_as", "wrong-address:answer_address=77", {{kNone, rtu({77, 3, 4, 0x42, 0xAC, 0xB8, 0x0A})}},
                                          {{kNone, mbap(0x1234, {77, 3, 4, 0x42, 0xAC, 0xB8, 0x0A})}}},
    Row{"echo", "echo", {{kNone, kRequest}, {kTwentyMs, kAnswer}}, {{kNone, kTcpRequest}, {kTwentyMs, kTcpAnswer}}},
    Row{"echo_glued", "echo:pause=0", {{kNone, kRequest + kAnswer}}, {{kNone, kTcpRequest + kTcpAnswer}}},
    Row{"echo_instead", "echo:instead=true", {{kNone, kRequest}}, {{kNone, kTcpRequest}}},
    Row{"stuck_line", "stuck-line:time=2", {{kNone, kAnswer}}, {{kNone, kTcpAnswer}}, {}, {}, {65536}},
    Row{"noise_everywhere", "noise:rate=1",
        {{kNone, {0xFA, 0xFC, 0xFB, 0xBD, 0x53, 0x47, 0xF5, static_cast<std::uint8_t>(~kAnswer[7]), static_cast<std::uint8_t>(~kAnswer[8])}}},
        {{kNone, Frame{0x12, 0x34, 0, 0, 0, 7, 5} + Frame{0xFC, 0xFB, 0xBD, 0x53, 0x47, 0xF5}}}},
    Row{"noise_nowhere", "noise:rate=0", {{kNone, kAnswer}}, {{kNone, kTcpAnswer}}},
    Row{"power_cut", "power-cut:bytes=3,time=0.5", {{kNone, kAnswer}}, {{kNone, kTcpAnswer}}, 3, {16384}, {}},
    Row{"power_cut_half", "power-cut", {{kNone, kAnswer}}, {{kNone, kTcpAnswer}}, 4, {32768}, {}}),
    [](const auto& row) { return std::string(row.param.name); });
// clang-format on

struct Junk {
    const char* fault;
    std::size_t before;
    std::size_t after;
    std::vector<std::size_t> pieces;  // sizes
};

TEST(Faults, JunkAroundAnIntactAnswer) {
    const Junk rows[] = {
        {"junk-before", 3, 0, {12}},       {"junk-before:bytes=5,pause=0.02", 5, 0, {5, 9}},
        {"junk-after", 0, 3, {12}},        {"junk-after:bytes=1,pause=0.02", 0, 1, {9, 1}},
        {"junk-after:bytes=0", 0, 0, {9}},
    };
    for (const Junk& row : rows) {
        const AnswerPlan plan = plan_of(row.fault, kRequest, kAnswer);
        Frame all;
        std::vector<std::size_t> sizes;
        for (const AnswerPiece& piece : plan.pieces) {
            all = all + piece.bytes;
            sizes.push_back(piece.bytes.size());
            EXPECT_EQ(piece.pause, sizes.size() == 1 ? kNone : kTwentyMs) << row.fault;
        }
        EXPECT_EQ(sizes, row.pieces) << row.fault;
        ASSERT_EQ(all.size(), row.before + 9 + row.after) << row.fault;
        EXPECT_EQ(cut(all, row.before, row.before + 9), kAnswer) << row.fault;
    }
}

TEST(Faults, RefuseBeforeTheMeterSees) {
    for (const auto& [text, code] :
         {std::pair{"busy", 6}, std::pair{"exception:code=11", 11}, std::pair{"exception", 4},
          std::pair{"exception:code=255", 255}}) {
        FaultEngine engine;
        engine.add(signals::parse_fault(text));
        for (const Frame& request : {kRequest, kTcpRequest}) {
            EXPECT_EQ(engine.refuse(exchange_of(request, {})), code) << text;
            EXPECT_EQ(engine.plan(exchange_of(request, kAnswer)).pieces.front().bytes, kAnswer);
        }
        EXPECT_EQ(engine.rules()[0].counts.hits, 2);
    }
    FaultEngine engine;
    engine.add(signals::parse_fault("no-answer"));
    EXPECT_EQ(engine.refuse(exchange_of(kRequest, {})), std::nullopt);
}

TEST(Faults, HealthyPlan) {
    FaultEngine engine;
    const AnswerPlan plan = engine.plan(exchange_of(kRequest, kAnswer));
    ASSERT_EQ(plan.pieces.size(), 1U);
    EXPECT_EQ(plan.pieces[0].bytes, kAnswer);
    EXPECT_EQ(plan.power_cut_after, std::nullopt);
    EXPECT_EQ(engine.refuse(exchange_of(kRequest, {})), std::nullopt);
}

}  // namespace
}  // namespace line
