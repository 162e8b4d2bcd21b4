// Time on the wire, in 1/7372800 s.
//
// A tick of the meter's crystal is 225 of these, and every common baud rate divides them (7.3728
// MHz is the crystal that UARTs are given for that reason), so that the end of any character of a
// run is exact: nothing is rounded until a meter is told, in ticks.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

#include "core/time.h"

namespace line {

inline constexpr std::int64_t kWireHz = 7'372'800;
inline constexpr std::int64_t kWirePerTick = kWireHz / meter::kCrystalHz;
static_assert(kWirePerTick * meter::kCrystalHz == kWireHz);

struct WireSpan {
    std::int64_t count = 0;
    constexpr auto operator<=>(const WireSpan&) const = default;
};

struct WireInstant {
    std::int64_t count = 0;  // since the line clock's start
    constexpr auto operator<=>(const WireInstant&) const = default;
};

// Before everything; what came with a client's first bytes may lie before the clock's start.
inline constexpr WireInstant kBeforeAll{std::numeric_limits<std::int64_t>::min()};

constexpr WireSpan operator+(WireSpan a, WireSpan b) { return {a.count + b.count}; }
constexpr WireSpan operator-(WireSpan a, WireSpan b) { return {a.count - b.count}; }
constexpr WireSpan operator-(WireInstant later, WireInstant earlier) {
    return {later.count - earlier.count};
}
constexpr WireInstant operator+(WireInstant at, WireSpan after) { return {at.count + after.count}; }
constexpr WireInstant operator-(WireInstant at, WireSpan before) {
    return {at.count - before.count};
}

constexpr WireSpan wire(meter::Ticks ticks) { return {ticks.count * kWirePerTick}; }
constexpr WireInstant wire(meter::Instant at) { return {at.ticks * kWirePerTick}; }

// The meter's next tick at or after `at` (0 or later).
constexpr meter::Instant tick_rounded_up(WireInstant at) {
    return {(at.count + kWirePerTick - 1) / kWirePerTick};
}
constexpr meter::Instant tick_rounded_down(WireInstant at) { return {at.count / kWirePerTick}; }

constexpr double in_seconds(WireSpan span) {
    return static_cast<double>(span.count) / static_cast<double>(kWireHz);
}

}  // namespace line
