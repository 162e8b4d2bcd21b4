// Per-channel calibration of the front end: what the factory bench writes once.
//
// Defaults are computed from the nominal front end (docs/design.md, sample chain scaling).
#pragma once

#include <array>
#include <cstdint>

#include "core/adc_frame.h"

namespace meter {

struct PhaseCalibration {
    std::int32_t voltage_gain = 1 << 24;  // Q24 relative to nominal, 0.5..1.9
    std::int32_t current_gain = 1 << 24;  // Q24 relative to nominal, 0.5..1.9
    std::int32_t phase_adjust = 1025;     // PHADJ, 2^-20: lag given to the current (metrology.md 1.5, 2.4)

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("voltage_gain", voltage_gain);
        visit("current_gain", current_gain);
        visit("phase_adjust", phase_adjust);
    }
};

struct Calibration {
    std::array<PhaseCalibration, kPhases> phase{};

    template <class V>
    constexpr void visit_state(V& visit) { visit("phase", phase); }
};

}  // namespace meter
