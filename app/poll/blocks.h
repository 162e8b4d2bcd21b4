// Few requests for many registers: neighbours are read together.
//
//   wanted   3 4 . . 9          131        257/258 261/262
//   blocks   [3 ....  9]        [131]      [257 ...... 262]
//
// A block never reaches into a hole of the map, which the meter would refuse as a whole (meter.md
// 1.4), never cuts a 32-bit value, and holds at most 125 registers. Registers nobody wants are read
// along when that is cheaper than a request of its own: a request and its answer cost 13 bytes and
// two silences of 3.5 characters, about as much as ten registers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/poll/selection.h"

namespace polling {

inline constexpr int kMostRegisters = 125;  // of one read (Modbus Application Protocol V1.1b3, 6.3)
inline constexpr int kMostWasted = 10;      // registers in a row that nobody wants

struct Block {
    std::uint16_t first;  // register number, base 1
    std::uint16_t count;

    bool operator==(const Block&) const = default;
};

// Blocks in ascending order that cover every row.
[[nodiscard]] std::vector<Block> blocks_of(std::span<const meter::RegisterRow* const> rows,
                                           int most_wasted = kMostWasted);

[[nodiscard]] constexpr bool covers(const Block& block, const meter::RegisterRow& row) {
    return row.number >= block.first && row.number + row.count <= block.first + block.count;
}

}  // namespace polling
