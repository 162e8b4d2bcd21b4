// Per-channel calibration of the front end: what the factory bench writes once.
//
// A gain of 1 and a phase_adjust of 1025 are right for the nominal front end, whose counts the
// chain's fixed scaling assumes (core/metrology/scaling.h).
#pragma once

#include <array>
#include <cstdint>

#include "core/adc_frame.h"

namespace meter {

struct PhaseCalibration {
    std::int32_t voltage_gain = 1 << 24;  // Q24, 0.5..1.9 times nominal
    std::int32_t current_gain = 1 << 24;  // Q24, 0.5..1.9 times nominal
    std::int32_t phase_adjust = 1025;     // PHADJ, 2^-20, |x| < 2^15: lag given to the current

    constexpr bool operator==(const PhaseCalibration&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("voltage_gain", voltage_gain);
        visit("current_gain", current_gain);
        visit("phase_adjust", phase_adjust);
    }
};

struct Calibration {
    std::array<PhaseCalibration, kPhases> phase{};

    constexpr bool operator==(const Calibration&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("phase", phase);
    }
};

}  // namespace meter
