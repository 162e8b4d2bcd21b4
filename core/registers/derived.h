// What follows from the settings alone: scales (138..141), theoretical maximum power (135),
// pulse closure time (145). Pure functions in integers.
#pragma once

#include <cstdint>

#include "core/registers/config.h"
#include "core/registers/points.h"

namespace meter {

// Everything below at once. `config` is valid, or at least in range (core/registers/rules.h).
[[nodiscard]] Derived derive(const Config& config);

// Theoretical maximum system power in uW (meter.md 2.2; the formulas are inferred):
// system voltage * CT primary, times sqrt(3) in types 31 and 40. 410e6 .. 2.8e14, relative
// error of the integer sqrt(3) below 3e-10. 0 when there is no such system type.
[[nodiscard]] std::int64_t max_power_uw(const Config& config);

// Closure times the meter chooses from, slowest first, in ms (meter.md 5.1).
inline constexpr std::uint16_t kPulseMs[] = {500, 250, 100, 50, 25, 10};
inline constexpr std::uint16_t kFastestPulseMs = 10;

// Whether pulses of `wh` Wh, `closure_ms` closed and as long open, keep up with `power_uw`:
// P <= 1'800'000 * Wh / ms watts (meter.md 5.1).
[[nodiscard]] constexpr bool pulses_keep_up(std::int64_t power_uw, std::uint16_t wh,
                                            std::uint16_t closure_ms) {
    return power_uw * closure_ms <= std::int64_t{1'800'000'000'000} * wh;
}

}  // namespace meter
