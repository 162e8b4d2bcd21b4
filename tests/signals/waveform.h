// An installation evaluated the slow way: straight from its definition, in libm's long double.
// Shares nothing with the synthesis.
#pragma once

#include <cmath>
#include <numbers>

#include "signals/scenario/scenario.h"

namespace signals::test {

using Real = long double;

inline constexpr Real kPi = std::numbers::pi_v<Real>;
inline constexpr Real kSqrt2 = std::numbers::sqrt2_v<Real>;

inline Real radians(double degrees) { return Real{degrees} * kPi / 180; }

// theta = 2 pi f t, in radians; V.
inline Real voltage_at(const Installation& in, std::size_t x, Real theta) {
    const Real own = theta + radians(in.voltage_angle[x]);
    Real sum = std::sin(own);
    for (const Harmonic& h : in.harmonics) {
        sum += Real{h.voltage_percent} / 100 * std::sin(h.order * own + radians(h.voltage_angle));
    }
    return kSqrt2 * in.voltage[x] * sum;
}

// A.
inline Real current_at(const Installation& in, std::size_t x, Real theta) {
    const Real own = theta + radians(in.voltage_angle[x]) - radians(in.angle[x]);
    Real sum = std::sin(own);
    for (const Harmonic& h : in.harmonics) {
        sum += Real{h.current_percent} / 100 * std::sin(h.order * own + radians(h.current_angle));
    }
    return kSqrt2 * in.current[x] * sum;
}

// A/s.
inline Real slope_at(const Installation& in, std::size_t x, Real theta) {
    const Real own = theta + radians(in.voltage_angle[x]) - radians(in.angle[x]);
    Real sum = std::cos(own);
    for (const Harmonic& h : in.harmonics) {
        sum += Real{h.current_percent} / 100 * h.order *
               std::cos(h.order * own + radians(h.current_angle));
    }
    return 2 * kPi * in.frequency * kSqrt2 * in.current[x] * sum;
}

inline Installation unbalanced_with_harmonics() {
    return {.frequency = 49.37,
            .voltage = {231.0, 228.5, 239.9},
            .current = {12.5, 80.25, 3.0},
            .angle = {31.0, -47.0, 88.0},
            .voltage_angle = {3.0, -118.0, 121.5},
            .harmonics = {{2, 1.0, 3.0, 15.0, -20.0},
                          {3, 4.0, 22.0, 100.0, 45.0},
                          {5, 10.0, 40.0, 0.0, 0.0},
                          {7, 3.0, 15.0, -77.0, 160.0},
                          {23, 1.5, 4.0, 12.0, 34.0},
                          {40, 0.5, 2.0, -130.0, 60.0}}};
}

}  // namespace signals::test
