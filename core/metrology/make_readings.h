// From the means of a closed window to readings in uV, uA, uW, uvar, uVA, uHz.
//
// Once per window: 64-bit integers with 128-bit products (core/wide.h); relative precision 2^-29.
#pragma once

#include <cstdint>

#include "core/metrology/readings.h"
#include "core/metrology/system_type.h"
#include "core/metrology/window.h"

namespace meter {

// What scales a window's numbers besides the window itself.
struct ReadingScale {
    const SystemType* type = nullptr;
    std::uint16_t pt_ratio = 100;  // hundredths
    std::uint8_t preamp = 1;
};

// The factor that undoes the 90 degree path's amplitude at a frequency:
// 32 tan(pi f / fs) / kQuadratureGain, Q30; 60 Hz where f is 0. For 0 <= f <= 80 Hz within 1e-7.
std::uint64_t quadrature_factor_q30(std::int32_t frequency_uhz);

// Apparent power of the system from its real and reactive power and its phases' apparent powers:
// the vector sum. Siblings report it, total kVAh integrates it (inferred; issue "metering core").
// The one place to change: return the arithmetic sum `phases_uva` instead.
std::int64_t total_apparent_uva(std::int64_t real_uw, std::int64_t reactive_uvar,
                                std::int64_t phases_uva);

// `sequence` counts windows, see Readings.
Readings make_readings(const ClosedWindow& window, const ReadingScale& scale,
                       std::uint32_t sequence);

}  // namespace meter
