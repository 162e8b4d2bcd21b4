// The installation as rms phasors, one row per order present.
//
// Convention, used by the synthesis and by the truth:
//
//     x(t) = sqrt2 * sum over h of Im( X_h * exp(j h theta(t)) ),   theta = 2 pi f t
//
// so an rms phasor of angle 0 is a sine that rises through zero where theta does.
//   voltage  V_1 at voltage_angle;  V_h at h * voltage_angle + the harmonic's voltage_angle
//   current  I_1 at voltage_angle - angle;  I_h at h * (voltage_angle - angle) + current_angle
// i.e. a harmonic's angle counts from the rising zero crossing of its own fundamental: the
// voltage's for voltages, the current's for currents. With angle 0 both are the same instant,
// and the standard's fifth harmonic test (metrology.md 3.3) is voltage_angle = current_angle = 0.
#pragma once

#include <array>
#include <complex>
#include <vector>

#include "signals/scenario/scenario.h"

namespace signals {

using Phasor = std::complex<double>;  // rms
using ThreePhasors = std::array<Phasor, 3>;

struct OrderPhasors {
    int order = 1;
    ThreePhasors voltage{};  // V
    ThreePhasors current{};  // A
};

// Ascending orders, the fundamental first; entries of equal order are added.
// Throws std::invalid_argument as check(Installation) does (scenario/check.h).
std::vector<OrderPhasors> phasors_of(const Installation& installation);

}  // namespace signals
