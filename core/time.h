// Time in the meter: integer counts of the 32768 Hz crystal, nothing else.
//
// `Ticks` is a duration, `Instant` a point on one of the meter's two clocks:
//   - the metering clock, moved by Meter::frame(), 13 ticks a frame
//     (fs = 32768/13 = 2520.615 Hz; metrology.md 1.1);
//   - the line clock, moved by the board. On hardware both are the same
//     crystal; on a host the line follows the wall so that a client is served
//     at any simulation speed (docs/design.md, two clocks).
// Rounding is in the name of every conversion: a tick is 30.5 us.
#pragma once

#include <compare>
#include <cstdint>

namespace meter {

inline constexpr std::int64_t kCrystalHz = 32'768;
inline constexpr std::int64_t kTicksPerFrame = 13;

struct Ticks {
    std::int64_t count = 0;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("count", count);
    }
    constexpr auto operator<=>(const Ticks&) const = default;
};

struct Instant {
    std::int64_t ticks = 0;  // since the clock's power-on
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("ticks", ticks);
    }
    constexpr auto operator<=>(const Instant&) const = default;
};

constexpr Ticks operator+(Ticks a, Ticks b) { return {a.count + b.count}; }
constexpr Ticks operator-(Ticks a, Ticks b) { return {a.count - b.count}; }
constexpr Ticks operator*(std::int64_t n, Ticks t) { return {n * t.count}; }
constexpr Ticks operator-(Instant later, Instant earlier) { return {later.ticks - earlier.ticks}; }
constexpr Instant operator+(Instant at, Ticks after) { return {at.ticks + after.count}; }
constexpr Instant operator-(Instant at, Ticks before) { return {at.ticks - before.count}; }

// The longest whole number of ticks inside `us` microseconds; here and below, 0 <= us < 2^47.
constexpr Ticks ticks_rounded_down(std::int64_t us) { return {us * kCrystalHz / 1'000'000}; }
// The shortest whole number of ticks that lasts at least `us` microseconds.
constexpr Ticks ticks_rounded_up(std::int64_t us) {
    return {(us * kCrystalHz + 999'999) / 1'000'000};
}
constexpr Ticks seconds(std::int64_t s) { return {s * kCrystalHz}; }
constexpr Ticks frames(std::int64_t n) { return {n * kTicksPerFrame}; }

}  // namespace meter
