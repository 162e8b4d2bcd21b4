// The format of a slot, written down a second time from the picture in core/storage/journal.h.
#pragma once

#include <cstdint>

#include "core/storage/journal.h"
#include "tests/core/storage/nv_board.h"

namespace meter::test {

// CRC-32 by its definition, bit by bit.
inline std::uint32_t crc32_by_definition(const Bytes& bytes) {
    std::uint32_t crc = 0xFFFF'FFFFU;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB8'8320U : 0U);
    }
    return ~crc;
}

inline void append32(Bytes& to, std::uint32_t value) {
    for (int i = 0; i < 4; ++i) to.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

// The 256 bytes of a slot that holds this record.
inline Bytes slot_image(std::uint32_t sequence, std::uint8_t id, std::uint8_t version,
                        const Bytes& payload) {
    Bytes image;
    append32(image, sequence);
    image.push_back(id);
    image.push_back(version);
    image.push_back(static_cast<std::uint8_t>(payload.size() % 256));
    image.push_back(static_cast<std::uint8_t>(payload.size() / 256));
    image.insert(image.end(), payload.begin(), payload.end());
    const std::uint32_t crc = crc32_by_definition(image);
    image.resize(248, 0xFF);
    append32(image, crc);
    append32(image, sequence);
    return image;
}

inline void put_slot(NvBoard& board, std::size_t slot, const Bytes& image) {
    std::copy(image.begin(), image.end(),
              board.memory.begin() + static_cast<std::ptrdiff_t>(slot * 256));
}

inline Bytes get_slot(const Bytes& memory, std::size_t slot) {
    const auto at = memory.begin() + static_cast<std::ptrdiff_t>(slot * 256);
    return {at, at + 256};
}

}  // namespace meter::test
