// Which current preamplifier a CT setting uses: one row each (inferred; docs/design.md, current
// preamplifier).
#pragma once

#include <array>
#include <cstdint>

namespace meter {

struct CurrentRange {
    std::uint16_t ct_primary_max;  // A, inclusive
    std::uint8_t preamp;           // gain in front of the converter
};

inline constexpr std::array<CurrentRange, 2> kCurrentRanges{{
    {200, 8},
    {5'000, 1},
}};

constexpr std::uint8_t preamp_for(std::uint16_t ct_primary) {
    for (const CurrentRange& row : kCurrentRanges) {
        if (ct_primary <= row.ct_primary_max) return row.preamp;
    }
    return kCurrentRanges.back().preamp;
}

}  // namespace meter
