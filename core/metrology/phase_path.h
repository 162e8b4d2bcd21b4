// What a frame's counts go through: the filters of one phase, or of the three side by side.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/adc_frame.h"
#include "core/metrology/filters.h"
#include "core/metrology/sample.h"
#include "core/metrology/scaling.h"
#include "core/metrology/system_type.h"

namespace meter {

// One phase: its current, its voltage and its quadrature. T is std::int64_t, or Lanes.
template <class T>
struct PhasePath {
    AllPass<T> align_i{};
    Fir3<T> fir{};
    LeakyTrapezoid<T> integrator{};
    DcBlocker<T> block_i{};
    PhaseFilter<T> adjust_i{};
    AllPass<T> align_v{};
    DcBlocker<T> block_v{};
    LeakyTrapezoid<T> quadrature{};
    PhaseFilter<T> adjust_v90{};
    T current_gain{};
    T voltage_gain{};
    T phase_adjust{};

    struct Coefficients {
        T a1, a2;
    };

    // Aligned volts of this frame, before any reference is taken off.
    // |raw| <= 2^20 times a gain below 2^25 is below 2^45, / 2^11 below 2^34.
    [[gnu::always_inline]] T volts(const T& raw, const Coefficients& c) {
        align_v.step((clamp_to(raw, kAdcClip) * voltage_gain) >> 11, c.a1, c.a2);
        return align_v.y2;  // one frame later: Fir3 delays the current by one
    }

    // A sample of the current. |aligned| < 2^33, FIR3 out < 2^37, integral < 2^48, blocked / 2^8
    // < 2^41, times a gain below 2^21.7 < 2^63; amperes < 2^44.
    [[gnu::always_inline]] T current(const T& raw, const Coefficients& c) {
        align_i.step(clamp_to(raw, kAdcClip) * 4096, c.a1, c.a2);
        const T blocked = block_i.step(integrator.step(fir.step(align_i)));
        return to_sample(adjust_i.step(((blocked >> 8) * current_gain) >> 19, phase_adjust));
    }

    // A sample of the voltage against its reference. |volts| < 2^35.
    [[gnu::always_inline]] T voltage(const T& volts) { return block_v.step(volts); }

    // The same, delayed by 90 degrees. |v| < 2^36, integral < 2^47, / 2^5 < 2^42.
    [[gnu::always_inline]] T delayed(const T& v) {
        constexpr std::int64_t kQuadratureAdjust = 1025;  // takes the leak's lead back
        return adjust_v90.step(quadrature.step(v) >> 5, T{} + kQuadratureAdjust);
    }

    [[gnu::always_inline]] static T to_sample(const T& path) {
        return clamp_to(shift_rounded(path, 8), kSampleLimit);
    }

    // For another preamp: what the current path remembers.
    void rescale_current(std::int64_t numerator, std::int64_t denominator) {
        for (T* state : {&align_i.x1, &align_i.x2, &align_i.y1, &align_i.y2, &fir.x2,
                         &integrator.sum, &integrator.x1, &block_i.mean, &adjust_i.s}) {
            *state = *state / denominator * numerator;
        }
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("align_i", align_i);
        visit("fir", fir);
        visit("integrator", integrator);
        visit("block_i", block_i);
        visit("adjust_i", adjust_i);
        visit("align_v", align_v);
        visit("block_v", block_v);
        visit("quadrature", quadrature);
        visit("adjust_v90", adjust_v90);
        visit("current_gain", current_gain);
        visit("voltage_gain", voltage_gain);
        visit("phase_adjust", phase_adjust);
    }
};

struct Gains {
    std::int64_t voltage;
    std::int64_t current;
    std::int64_t phase_adjust;
};

// Voltages against the reference of the system type; |v| < 2^34 in, below 2^35 out.
template <class Volts>
[[gnu::always_inline]] inline void refer(Volts& v, VoltageReference reference) {
    constexpr std::int64_t kThird = 0x5555'5555;  // 2^32 / 3
    switch (reference) {
        case VoltageReference::neutral:
            break;
        case VoltageReference::phase_b:
            v = Volts{v[0] - v[1], 0, 0};
            break;
        case VoltageReference::virtual_neutral: {
            // The sum is below 2^36; a third of it by multiplication is right to 2^4 of 156 nV.
            const std::int64_t common = ((v[0] + v[1] + v[2]) >> 4) * kThird >> 28;
            v = Volts{v[0] - common, v[1] - common, v[2] - common};
            break;
        }
    }
}

}  // namespace meter
