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
    // Voltage that the coil picks up: current sample LSB per voltage sample LSB at preamp 1, 2^-32.
    std::int32_t voltage_pickup = 0;
    // Constant taken off v*i, product LSB a frame, at preamp 1.
    std::int32_t power_offset = 0;
    // Noise taken off i*i, LSB^2 * 2^8 a frame; of the converter, so the same at either preamp.
    std::int32_t current_offset_q8 = 0;

    constexpr bool operator==(const PhaseCalibration&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("voltage_gain", voltage_gain);
        visit("current_gain", current_gain);
        visit("phase_adjust", phase_adjust);
        visit("voltage_pickup", voltage_pickup);
        visit("power_offset", power_offset);
        visit("current_offset_q8", current_offset_q8);
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
