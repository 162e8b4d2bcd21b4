// What a UART makes of a wire on which somebody else's UART speaks, or two of them at once.
//
// The wire is a level over time: mark while nobody speaks, space where anybody drives it so
// (wired AND: on a biased RS-485 pair two drivers fight, and space winning is as good a rule as
// any, and repeatable). The receiver is the common one:
//   - it looks 16 times a bit, waits for a space, and looks again half a bit later whether it was a
//     start bit;
//   - then it takes each bit in its middle: data, parity, the first stop bit;
//   - a character whose parity is wrong or whose stop bit is a space is damaged;
//   - after a stop bit it looks for the next start bit at once, after a missing one it waits for
//     mark first.
// Where sender and receiver agree and nobody else speaks, this gives the sender's bytes.
//
// Not modelled: clocks are exact (crystals within 0.1 % change nothing), no noise, no slopes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/line/run.h"

namespace line {

struct HeardCharacter {
    std::uint8_t byte = 0;
    bool damaged = false;
    WireInstant end{};  // nominal end of its (first) stop bit

    bool operator==(const HeardCharacter&) const = default;
};

// Whether a receiver gets a sender's bytes as they are: the same but for stop bits, of which one is
// enough.
constexpr bool understands(const UartFormat& receiver, const UartFormat& sender) {
    return receiver.baud == sender.baud && receiver.data_bits == sender.data_bits &&
           receiver.parity == sender.parity;
}

// true: mark.
[[nodiscard]] bool level(const Run& run, WireInstant at);

// What a receiver hears of `runs`, in any order, from before the first to after the last.
[[nodiscard]] std::vector<HeardCharacter> listen(std::span<const Run> runs,
                                                 const UartFormat& receiver);

}  // namespace line
