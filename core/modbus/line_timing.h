// Times of a Modbus RTU line in ticks (metrology.md 4.1).
//
//   baud     t1.5        t3.5
//   <=19200  16.5 bits   38.5 bits     (of 11-bit characters, whatever the parity)
//   >19200   750 us      1750 us
//
// A character is 10 bits without parity and 11 with: 1 start, 8 data, parity, 1 stop
// (one stop bit always: inferred, meter.md 1.4).
#pragma once

#include "core/registers/config.h"
#include "core/time.h"

namespace meter::modbus {

struct LineTiming {
    Ticks character{};   // from start bit to the end of the stop bit, rounded up
    Ticks most_apart{};  // ends of neighbouring characters of one frame: character + t1.5, up
    Ticks frame_end{};   // t3.5, rounded up

    constexpr bool operator==(const LineTiming&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("character", character);
        visit("most_apart", most_apart);
        visit("frame_end", frame_end);
    }
};

constexpr Ticks half_bits_rounded_up(std::int64_t half_bits, std::int64_t baud) {
    return {(half_bits * kCrystalHz + 2 * baud - 1) / (2 * baud)};
}

// `line.baud` is one of the meter's rates (1200..38400).
constexpr LineTiming line_timing(const LineConfig& line) {
    const std::int64_t baud = line.baud;
    const std::int64_t character = line.parity == Parity::none ? 20 : 22;  // half bits
    if (baud > 19'200) {
        const Ticks own = half_bits_rounded_up(character, baud);
        return {own, own + ticks_rounded_up(750), ticks_rounded_up(1'750)};
    }
    return {half_bits_rounded_up(character, baud), half_bits_rounded_up(character + 33, baud),
            half_bits_rounded_up(77, baud)};
}

}  // namespace meter::modbus
