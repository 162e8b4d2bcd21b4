// Phase as an integer: 2^64 units are one turn, and unsigned arithmetic is exact modulo a turn.
//
// A phase after n frames is start + n * increment with no rounding, so any frame can be reached
// directly and a year of frames drifts by nothing.
#pragma once

#include <cstdint>

namespace signals {

struct Phase {
    std::uint64_t bits = 0;  // 2^-64 turn

    constexpr bool operator==(const Phase&) const = default;
};

constexpr Phase operator+(Phase a, Phase b) { return {a.bits + b.bits}; }
constexpr Phase operator-(Phase a, Phase b) { return {a.bits - b.bits}; }
constexpr Phase operator*(std::int64_t n, Phase p) {
    return {static_cast<std::uint64_t>(n) * p.bits};
}

// Nearest phase below 2^-63 turn; any whole turns are dropped. |turns| < 2^62.
Phase phase_from_turns(double turns);
// |degrees| < 2^62. Multiples of 45 degrees are exact.
Phase phase_from_degrees(double degrees);

// How far the phase of a wave of `hertz` moves in one frame: hertz / fs * 2^64. Exact for
// 8 <= hertz < fs / 2; below 8 Hz rounded down to a multiple of 13 units.
Phase phase_per_frame(double hertz);

// Cosine and sine of a phase.
struct Direction {
    double cosine = 1.0;
    double sine = 0.0;
};

// Same bits on every machine and compiler: +, - and * only, no libm. Absolute error below 3e-16;
// exact at multiples of a quarter turn.
Direction direction(Phase phase);

}  // namespace signals
