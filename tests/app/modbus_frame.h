// A master's frames, made without the code under test: CRC bit by bit, as the standard prints it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace test {

using Bytes = std::vector<std::uint8_t>;

inline Bytes with_crc(std::initializer_list<int> bytes) {
    Bytes out;
    std::uint16_t crc = 0xFFFF;
    for (const int byte : bytes) {
        out.push_back(static_cast<std::uint8_t>(byte));
        crc = static_cast<std::uint16_t>(crc ^ byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<std::uint16_t>((crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1);
    }
    out.push_back(static_cast<std::uint8_t>(crc & 0xFF));
    out.push_back(static_cast<std::uint8_t>(crc >> 8));
    return out;
}

// Reads register 130, the system type; the factory's is 40.
inline Bytes ask_system_type() { return with_crc({1, 3, 0x00, 0x81, 0x00, 0x01}); }
inline Bytes answer_system_type() { return with_crc({1, 3, 2, 0x00, 0x28}); }

}  // namespace test
