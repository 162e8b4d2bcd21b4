// Register 146: what is wrong right now (meter.md 3.5).
//
// Bits 0..13 follow the newest readings and are never latched. Bits 14 and 15 come from the pulse
// output. Bits of phases that the system type does not use stay 0; in type 11 the voltage bits of A
// and B are used, since both ends of its load are measured (inferred).
#pragma once

#include <cstdint>

#include "core/registers/points.h"

namespace meter {

// All bits, from points.config and points.readings; 0 before the first reading.
// `pulse_overrun`: pulses wait that the contact could not send (bit 14).
[[nodiscard]] std::uint16_t evaluate_alerts(const Points& points, bool pulse_overrun);

}  // namespace meter
