#include "core/modbus/framer.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/state.h"
#include "tests/core/modbus/frames.h"

namespace meter::modbus {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// 19200 8N1 in ticks: character 18, neighbours at most 46 apart, frame end 66.
constexpr std::int64_t kNear = 46;
constexpr std::int64_t kEnd = 66;
constexpr std::int64_t kPatience = 8'192;  // 250 ms

struct Piece {
    std::int64_t gap;  // ticks from the byte before to the first of these; the others are 18 apart
    Bytes bytes;
};

const Bytes kA = with_crc({0x01, 0x03, 0x00, 0x00, 0x00, 0x02});
const Bytes kB = with_crc({0x01, 0x06, 0x00, 0x82, 0x01, 0x90});

Bytes head(const Bytes& b, std::size_t n) { return {b.begin(), b.begin() + static_cast<long>(n)}; }
Bytes tail(const Bytes& b, std::size_t n) { return {b.begin() + static_cast<long>(n), b.end()}; }

// Frames that come out, with ended() asked every `step` ticks, or only when due when 0.
std::vector<Bytes> frames(LineTolerance tolerance, const std::vector<Piece>& pieces,
                          std::int64_t step = 0) {
    Framer framer{tolerance};
    std::vector<Bytes> out;
    const auto take = [&](Instant now) {
        const auto frame = framer.ended(now);
        if (frame.empty()) return;
        out.emplace_back(frame.begin(), frame.end());
        framer.clear();
    };
    Instant now{1'000};
    const auto advance = [&](Instant to) {
        for (; step > 0 && now + Ticks{step} < to; now = now + Ticks{step}) take(now);
        now = to;
        take(now);
    };
    for (const Piece& piece : pieces) {
        std::int64_t gap = piece.gap;
        for (const std::uint8_t byte : piece.bytes) {
            advance(now + Ticks{gap});
            framer.receive(byte, now);
            gap = 18;
        }
    }
    advance(now + Ticks{2 * kPatience});
    EXPECT_TRUE(framer.idle());
    return out;
}

struct Case {
    const char* what;
    std::vector<Piece> pieces;
    std::vector<Bytes> strict;
    std::vector<Bytes> lenient;
};

const Case kCases[] = {
    {"one request", {{500, kA}}, {kA}, {kA}},
    {"two, t3.5 apart", {{500, kA}, {kEnd, kB}}, {kA, kB}, {kA, kB}},
    {"two, closer than t3.5 (the slave separates them)", {{500, kA}, {kEnd - 1, kB}}, {}, {}},
    {"gap of t1.5", {{0, head(kA, 4)}, {kNear, tail(kA, 4)}}, {kA}, {kA}},
    {"gap above t1.5", {{0, head(kA, 4)}, {kNear + 1, tail(kA, 4)}}, {}, {kA}},
    {"gap of t3.5", {{0, head(kA, 4)}, {kEnd, tail(kA, 4)}}, {}, {kA}},
    {"gap just below the patience", {{0, head(kA, 4)}, {kPatience - 1, tail(kA, 4)}}, {}, {kA}},
    {"gap of the patience", {{0, head(kA, 4)}, {kPatience, tail(kA, 4)}}, {}, {}},
    {"byte by byte",
     {{0, head(kA, 1)}, {900, {kA[1]}}, {900, {kA[2]}}, {900, {kA[3]}}, {900, tail(kA, 4)}},
     {},
     {kA}},
    {"a broken frame, then a good one", {{0, head(kA, 7)}, {kEnd, kB}}, {kB}, {kB}},
    {"noise, then a frame", {{0, {0x55}}, {kEnd, kA}}, {kA}, {kA}},
    {"noise glued to a frame", {{0, {0x55}}, {18, kA}}, {}, {}},
    {"a frame after glued noise", {{0, {0x55}}, {18, kA}, {kEnd, kB}}, {kB}, {kB}},
    {"wrong CRC", {{0, head(kA, 7)}, {18, {0xEE}}}, {}, {}},
    {"three bytes with a right CRC", {{0, with_crc({0x01})}}, {}, {}},
    {"four bytes",
     {{0, with_crc({0x01, 0x11})}},
     {with_crc({0x01, 0x11})},
     {with_crc({0x01, 0x11})}},
    {"256 bytes",
     {{0, with_crc(Bytes(254, 7))}},
     {with_crc(Bytes(254, 7))},
     {with_crc(Bytes(254, 7))}},
    {"257 bytes", {{0, with_crc(Bytes(255, 7))}}, {}, {}},
    {"257 bytes, the first 256 a frame", {{0, with_crc(Bytes(254, 7))}, {18, {0}}}, {}, {}},
    {"a flood, then a frame", {{0, Bytes(5'000, 0x01)}, {kEnd, kA}}, {kA}, {kA}},
};

TEST(Framer, CutsBySilence) {
    for (const Case& c : kCases) {
        EXPECT_EQ(frames(LineTolerance::strict, c.pieces), c.strict) << c.what;
        EXPECT_EQ(frames(LineTolerance::lenient, c.pieces), c.lenient) << c.what;
    }
}

TEST(Framer, AskingMoreOftenChangesNothing) {
    for (const Case& c : kCases) {
        for (const std::int64_t step : {1, 7, 65}) {
            EXPECT_EQ(frames(LineTolerance::strict, c.pieces, step), c.strict) << c.what << step;
            EXPECT_EQ(frames(LineTolerance::lenient, c.pieces, step), c.lenient) << c.what << step;
        }
    }
}

// A port that reads a whole request at once stamps its bytes alike.
TEST(Framer, EqualStamps) {
    for (const LineTolerance tolerance : {LineTolerance::strict, LineTolerance::lenient}) {
        Framer framer{tolerance};
        for (const std::uint8_t byte : kA) framer.receive(byte, {77});
        EXPECT_EQ(framer.deadline(), Instant{77 + kEnd});
        EXPECT_THAT(framer.ended({77 + kEnd - 1}), IsEmpty());
        EXPECT_THAT(framer.ended({77 + kEnd}), testing::ElementsAreArray(kA));
    }
}

TEST(Framer, TimeRunningBackwardsIsNoTime) {
    Framer framer{LineTolerance::strict};
    std::int64_t now = 1'000;
    for (const std::uint8_t byte : kA) framer.receive(byte, {now--});
    EXPECT_EQ(framer.deadline(), Instant{1'000 + kEnd});
    EXPECT_THAT(framer.ended({1'000 + kEnd}), testing::ElementsAreArray(kA));
}

TEST(Framer, WaitsForTheRestInLenientModeOnly) {
    Framer lenient{LineTolerance::lenient};
    lenient.receive(0x01, {100});
    EXPECT_THAT(lenient.ended({100 + kEnd}), IsEmpty());
    EXPECT_EQ(lenient.deadline(), Instant{100 + kPatience});
    EXPECT_THAT(lenient.ended({100 + kPatience}), IsEmpty());
    EXPECT_EQ(lenient.deadline(), std::nullopt);

    Framer strict{LineTolerance::strict};
    strict.receive(0x01, {100});
    EXPECT_THAT(strict.ended({100 + kEnd}), IsEmpty());
    EXPECT_EQ(strict.deadline(), std::nullopt);
}

TEST(Framer, SpoiledFramesAreDroppedAtTheirEnd) {
    Framer framer{LineTolerance::lenient};
    for (const std::uint8_t byte : kA) framer.receive(byte, {0});
    framer.spoil();
    EXPECT_THAT(framer.received(), IsEmpty());
    EXPECT_THAT(framer.ended({kEnd}), IsEmpty());
    EXPECT_TRUE(framer.idle());
}

TEST(Framer, AnotherRateDropsWhatHasComeIn) {
    Framer framer{LineTolerance::lenient};
    framer.receive(0x01, {0});
    framer.configure(line_timing({1, 1'200, Parity::none}));
    EXPECT_TRUE(framer.idle());
    for (const std::uint8_t byte : kA) framer.receive(byte, {0});
    EXPECT_EQ(framer.deadline(), Instant{1'052});  // 38.5 bits at 1200: 1051.3 ticks
}

TEST(Framer, IdleHasNoMemory) {
    Framer fresh{LineTolerance::lenient};
    Framer used{LineTolerance::lenient};
    for (const std::uint8_t byte : kA) used.receive(byte, {5'000});
    EXPECT_NE(digest_of(used), digest_of(fresh));
    ASSERT_FALSE(used.ended({9'000}).empty());
    used.clear();
    used.receive(0x55, {10'000});
    EXPECT_THAT(used.ended({50'000}), IsEmpty());
    EXPECT_EQ(digest_of(used), digest_of(fresh));
}

}  // namespace
}  // namespace meter::modbus
