// Frames as a master and a meter write them, put together here byte by byte.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "app/line/traffic.h"

namespace line::test {

using Frame = std::vector<std::uint8_t>;

// The definition: polynomial 0xA001 reflected, start 0xFFFF, bit by bit.
inline std::uint16_t crc(const Frame& bytes) {
    unsigned crc = 0xFFFF;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xA001 : crc >> 1;
    }
    return static_cast<std::uint16_t>(crc);
}

inline Frame rtu(Frame body) {
    const std::uint16_t sum = crc(body);
    body.push_back(static_cast<std::uint8_t>(sum & 0xFF));
    body.push_back(static_cast<std::uint8_t>(sum >> 8));
    return body;
}

// `body` begins with the unit.
inline Frame mbap(std::uint16_t transaction, const Frame& body) {
    Frame out{
        static_cast<std::uint8_t>(transaction >> 8), static_cast<std::uint8_t>(transaction), 0, 0,
        static_cast<std::uint8_t>(body.size() >> 8), static_cast<std::uint8_t>(body.size())};
    out.insert(out.end(), body.begin(), body.end());
    return out;
}

inline Frame operator+(Frame a, const Frame& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

inline Frame cut(const Frame& frame, std::size_t from, std::size_t to) {
    return {frame.begin() + static_cast<std::ptrdiff_t>(from),
            frame.begin() + static_cast<std::ptrdiff_t>(to)};
}

}  // namespace line::test
