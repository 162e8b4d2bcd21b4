// CRC-16 of Modbus: polynomial 0x8005 reflected (0xA001), start 0xFFFF, sent low byte first
// (metrology.md 4.1). Sixteen entries instead of 256: the line is slow and flash is not free.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace meter::modbus {

inline constexpr std::array<std::uint16_t, 16> kCrcOfNibble = [] {
    std::array<std::uint16_t, 16> table{};
    for (std::uint16_t nibble = 0; nibble < 16; ++nibble) {
        std::uint16_t crc = nibble;
        for (int bit = 0; bit < 4; ++bit) {
            crc = static_cast<std::uint16_t>((crc >> 1) ^ ((crc & 1) != 0 ? 0xA001 : 0));
        }
        table[nibble] = crc;
    }
    return table;
}();

constexpr std::uint16_t crc16(std::span<const std::uint8_t> bytes) {
    std::uint16_t crc = 0xFFFF;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        crc = static_cast<std::uint16_t>((crc >> 4) ^ kCrcOfNibble[crc & 0xF]);
        crc = static_cast<std::uint16_t>((crc >> 4) ^ kCrcOfNibble[crc & 0xF]);
    }
    return crc;
}

// Whether the last two bytes are the CRC of those before them. Carrying a CRC over its own
// bytes leaves nothing.
constexpr bool crc_matches(std::span<const std::uint8_t> frame) {
    return frame.size() > 2 && crc16(frame) == 0;
}

}  // namespace meter::modbus
