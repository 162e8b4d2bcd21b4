// CRC-32 of IEEE 802.3 (polynomial 0x04C11DB7 reflected, start and final xor 0xFFFFFFFF), piece by
// piece. Every burst of up to 32 bits is seen; other damage passes with a chance of 2^-32. Sixteen
// entries instead of 256: a record is written once a second and flash is not free.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace meter {

inline constexpr std::array<std::uint32_t, 16> kCrc32OfNibble = [] {
    std::array<std::uint32_t, 16> table{};
    for (std::uint32_t nibble = 0; nibble < 16; ++nibble) {
        std::uint32_t crc = nibble;
        for (int bit = 0; bit < 4; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB8'8320U : 0U);
        table[nibble] = crc;
    }
    return table;
}();

class Crc32 {
 public:
    constexpr void add(std::span<const std::uint8_t> bytes) {
        for (const std::uint8_t byte : bytes) {
            state_ ^= byte;
            state_ = (state_ >> 4) ^ kCrc32OfNibble[state_ & 0xF];
            state_ = (state_ >> 4) ^ kCrc32OfNibble[state_ & 0xF];
        }
    }
    [[nodiscard]] constexpr std::uint32_t value() const { return ~state_; }

 private:
    std::uint32_t state_ = 0xFFFF'FFFFU;
};

}  // namespace meter
