// How a UART sends a character, and how long that takes.
//
//   idle ‾‾\__/D0 D1 D2 D3 D4 D5 D6 D7 [P]/‾‾ stop ‾‾
//          start
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/line/wire_time.h"
#include "core/registers/config.h"

namespace line {

// Mark and space are a parity bit that is always 1, always 0.
enum class UartParity : std::uint8_t { none, odd, even, mark, space };

struct UartFormat {
    std::uint32_t baud = 19'200;  // bit/s, > 0
    std::uint8_t data_bits = 8;   // 5..8
    UartParity parity = UartParity::none;
    std::uint8_t stop_half_bits = 2;  // 2, 3 or 4 halves of a bit

    constexpr bool operator==(const UartFormat&) const = default;
};

// What a port can tell of its client's UART; what it cannot is taken to be right.
struct SeenFormat {
    std::optional<std::uint32_t> baud;
    std::optional<std::uint8_t> data_bits;
    std::optional<UartParity> parity;
    std::optional<std::uint8_t> stop_half_bits;

    bool operator==(const SeenFormat&) const = default;
};

// From the start bit to the end of the last stop bit.
constexpr std::int64_t half_bits_of_character(const UartFormat& format) {
    const int parity = format.parity == UartParity::none ? 0 : 1;
    return 2 * (1 + format.data_bits + parity) + format.stop_half_bits;
}

// Rounded to the nearest; exact at every rate that divides kWireHz / 2.
constexpr WireSpan half_bits(std::int64_t count, std::uint32_t baud) {
    return {(count * kWireHz + baud) / (2 * static_cast<std::int64_t>(baud))};
}

// Of `count` characters one right after the other; counted from the first, so nothing adds up.
constexpr WireSpan characters(std::int64_t count, const UartFormat& format) {
    return half_bits(count * half_bits_of_character(format), format.baud);
}

// The meter's own UART: 8 data bits, 1 stop bit (inferred, meter.md 1.4).
[[nodiscard]] UartFormat format_of(const meter::LineConfig& line);
// `seen`, with what is not seen as in `own`.
[[nodiscard]] UartFormat filled(const SeenFormat& seen, const UartFormat& own);
// "19200 8N1"
[[nodiscard]] std::string to_text(const UartFormat& format);

}  // namespace line
