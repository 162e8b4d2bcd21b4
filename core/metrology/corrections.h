// What is done to a closed window before it is read or counted: calibration that needs no work in
// the sample path, and no-load suppression.
//
// Pick-up adds k*v to the current (metrology.md 2.2), so with sums over the window
//     v*i -= k v*v          i*i -= 2k v*i - k^2 v*v          v90*i is untouched (v90 and v are
// in quadrature). Energy sums and means get the same correction, to half an LSB of the sum.
//
// No load (creep): a phase whose sqrt(P^2 + Q^2) is not above V * kNoLoadPpm of CT primary has no
// P and no Q, and its energy does not move; its current reads 0 too unless it is well above the
// threshold (a phase without voltage still carries current). P and Q, not Irms, decide, since noise
// hardly reaches them. Thresholds inferred: half of the 0.001 In starting current.
#pragma once

#include <cstdint>

#include "core/metrology/calibration.h"
#include "core/metrology/system_type.h"
#include "core/metrology/window.h"

namespace meter {

inline constexpr std::int64_t kNoLoadPpm = 500;
inline constexpr std::uint64_t kNoLoadCurrentFactor = 4;

void correct(ClosedWindow& window, const Calibration& calibration, std::uint8_t preamp);

// Phases found without load; their sums and means of v*i and v90*i, and mostly i*i, become 0.
PhaseSet suppress_no_load(ClosedWindow& window, std::uint16_t ct_primary, std::uint8_t preamp);

}  // namespace meter
