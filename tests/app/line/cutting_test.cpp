// A transport cuts and glues as it likes: three frames in every pair of cuts, at several paces.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/line/bus_fixture.h"

namespace line {
namespace {

using namespace line::test;

struct Frames {
    const char* what;
    std::vector<Bytes> requests;
    std::vector<Bytes> answers;
};

const Frames kFrames[] = {
    {"three reads", {ask_type(1), ask_type(2), ask_type(1)}, {type_of(1), type_of(2), type_of(1)}},
    {"a broadcast between reads",
     {ask_type(1), with_crc({0, 6, 0, 0x82, 0x01, 0x90}), with_crc({2, 3, 0, 0x82, 0, 1})},
     {type_of(1), with_crc({2, 3, 2, 0x01, 0x90})}},
    {"a frame for nobody between a write and an identity",
     {with_crc({1, 16, 0, 0x82, 0, 1, 2, 0x01, 0x90}), ask_type(99),
      with_crc({1, 0x2B, 0x0E, 4, 1})},
     {with_crc({1, 16, 0, 0x82, 0, 1}),
      with_crc({1,   0x2B, 0x0E, 4,   0x01, 0,   0,   1,   1,   11, 'S',
                'e', 'r',  'i',  'e', 's',  ' ', '4', '0', '0', '0'})}},
};

Bytes joined(const std::vector<Bytes>& parts) {
    Bytes all;
    for (const Bytes& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes part(const Bytes& bytes, std::size_t from, std::size_t to) {
    return {bytes.begin() + std::ptrdiff_t(from), bytes.begin() + std::ptrdiff_t(to)};
}

// `gap` ticks between pieces.
Bytes answers_to(const Bytes& all, std::size_t first, std::size_t second, std::int64_t gap) {
    Line line{{{1, 19'200, meter::Parity::none}, {2, 19'200, meter::Parity::none}}};
    std::int64_t at = 1'000;
    for (const Bytes& piece :
         {part(all, 0, first), part(all, first, second), part(all, second, all.size())}) {
        if (!piece.empty()) line.send(piece, {at});
        at += gap;
    }
    line.settle();
    return line.answer();
}

// At once; while the piece before is still on the wire; after every answer, within the patience of
// a quarter of a second (8192 ticks).
TEST(Cutting, ThreeFramesInEveryPairOfCuts) {
    for (const Frames& frames : kFrames) {
        const Bytes all = joined(frames.requests);
        const Bytes expected = joined(frames.answers);
        for (const std::int64_t gap : {0, 12, 3'000}) {
            for (std::size_t first = 0; first <= all.size(); ++first)
                for (std::size_t second = first; second <= all.size(); ++second)
                    ASSERT_EQ(answers_to(all, first, second, gap), expected)
                        << frames.what << ", cut at " << first << " and " << second << ", gap "
                        << gap;
        }
    }
}

TEST(Cutting, ByteByByte) {
    for (const Frames& frames : kFrames) {
        for (const std::int64_t gap : {0, 17, 60}) {
            Line line{{{1, 19'200, meter::Parity::none}, {2, 19'200, meter::Parity::none}}};
            std::int64_t at = 1'000;
            for (const Bytes& request : frames.requests) {
                for (const std::uint8_t byte : request) line.send({byte}, {at += gap});
                if (gap != 0) at += 3'000;
            }
            line.settle();
            EXPECT_EQ(line.answer(), joined(frames.answers)) << frames.what << gap;
        }
    }
}

}  // namespace
}  // namespace line
