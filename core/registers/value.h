// A register's value in the units of its row, exact: whole + nano / 10^9.
//
// Energies do not fit an int64 of millionths and powers are wanted to the last uW; a mixed
// number holds both (whole: up to 4.3e13 kWh).
#pragma once

#include <cstdint>

namespace meter {

struct Value {
    bool valid = false;      // false: QNAN, the point does not exist in this system type
    std::int64_t whole = 0;  // negative only when nano is 0
    std::uint32_t nano = 0;  // 0..999'999'999

    constexpr bool operator==(const Value&) const = default;
};

constexpr Value whole_value(std::int64_t whole) { return {true, whole, 0}; }

// |amount| / 10^9, e.g. uW to kW or ppb to a ratio. Any amount but the most negative.
constexpr Value magnitude_of_billionths(std::int64_t amount) {
    const std::int64_t magnitude = amount < 0 ? -amount : amount;
    return {true, magnitude / 1'000'000'000, static_cast<std::uint32_t>(magnitude % 1'000'000'000)};
}

// |amount| / 10^6, e.g. uV to V.
constexpr Value magnitude_of_millionths(std::int64_t amount) {
    const std::int64_t magnitude = amount < 0 ? -amount : amount;
    return {true, magnitude / 1'000'000, static_cast<std::uint32_t>(magnitude % 1'000'000) * 1'000};
}

}  // namespace meter
