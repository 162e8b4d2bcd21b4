#include "core/modbus/crc.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace meter::modbus {
namespace {

using Bytes = std::vector<std::uint8_t>;

struct Case {
    Bytes bytes;
    std::uint16_t crc;
};

const Case kCases[] = {
    {{}, 0xFFFF},
    {{'1', '2', '3', '4', '5', '6', '7', '8', '9'}, 0x4B37},  // check value of CRC-16/MODBUS
    {{0x01, 0x11}, 0x2CC0},                                   // sent C0 2C (meter.md 7)
    {{0x01, 0x03, 0x00, 0x00, 0x00, 0x0A}, 0xCDC5},           // sent C5 CD, the textbook request
    {{0x02, 0x07}, 0x1241},                                   // Modbus over serial line, appendix B
};

TEST(Crc, KnownValues) {
    for (const Case& c : kCases) EXPECT_EQ(crc16(c.bytes), c.crc);
}

// By the definition of metrology.md 4.1, bit by bit.
std::uint16_t by_definition(const Bytes& bytes) {
    std::uint16_t crc = 0xFFFF;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            const bool out = (crc & 1) != 0;
            crc = static_cast<std::uint16_t>(crc >> 1);
            if (out) crc ^= 0xA001;
        }
    }
    return crc;
}

TEST(Crc, EveryByteValueInEveryState) {
    Bytes bytes;
    for (int i = 0; i < 2'000; ++i) {
        bytes.push_back(static_cast<std::uint8_t>(i * 167 + i / 256));
        ASSERT_EQ(crc16(bytes), by_definition(bytes)) << i;
    }
}

TEST(Crc, MatchesOnlyItsOwnFrame) {
    Bytes frame{0x01, 0x11, 0xC0, 0x2C};
    EXPECT_TRUE(crc_matches(frame));
    for (std::size_t byte = 0; byte < frame.size(); ++byte) {
        for (int bit = 0; bit < 8; ++bit) {
            Bytes wrong = frame;
            wrong[byte] = static_cast<std::uint8_t>(wrong[byte] ^ (1 << bit));
            EXPECT_FALSE(crc_matches(wrong)) << byte << ':' << bit;
        }
    }
    EXPECT_FALSE(crc_matches(Bytes{0xFF, 0xFF}));  // the CRC of nothing is no frame
    EXPECT_FALSE(crc_matches(Bytes{}));
}

}  // namespace
}  // namespace meter::modbus
