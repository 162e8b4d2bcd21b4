#include "core/storage/crc32.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace meter {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::uint32_t crc_of(const Bytes& bytes) {
    Crc32 crc;
    crc.add(bytes);
    return crc.value();
}

struct Case {
    std::string_view text;
    std::uint32_t crc;
};

const Case kCases[] = {
    {"", 0x0000'0000},
    {"123456789", 0xCBF4'3926},                                    // check value of CRC-32/ISO-HDLC
    {"The quick brown fox jumps over the lazy dog", 0x414F'A339},  // as cksum tools print it
};

TEST(Crc32, KnownValues) {
    for (const Case& c : kCases) EXPECT_EQ(crc_of({c.text.begin(), c.text.end()}), c.crc) << c.text;
}

// The definition, bit by bit.
std::uint32_t by_definition(const Bytes& bytes) {
    std::uint32_t crc = 0xFFFF'FFFFU;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB8'8320U : 0U);
    }
    return ~crc;
}

TEST(Crc32, InPiecesOfAnySize) {
    Bytes bytes;
    for (int i = 0; i < 600; ++i) bytes.push_back(static_cast<std::uint8_t>(i * 167 + i / 256));
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        Crc32 crc;
        crc.add(std::span{bytes}.first(cut));
        crc.add(std::span{bytes}.subspan(cut));
        ASSERT_EQ(crc.value(), by_definition(bytes)) << cut;
    }
}

}  // namespace
}  // namespace meter
