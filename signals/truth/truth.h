// What a perfect meter would say: double precision, from coefficients or from the record's own
// samples, never from the meter's samples.
//
// Same definitions as the meter's registers (docs/design.md, definitions): magnitudes of P and Q
// (unidirectional), Q = sum over harmonics of V_h I_h sin(phi_h) (Budeanu), S = Vrms Irms per
// phase, total S as the vector sum. Points that the system type does not have are NaN.
#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace signals {

inline constexpr double kNoPoint = std::numeric_limits<double>::quiet_NaN();

struct TruePower {
    double real_w = 0.0;        // signed
    double reactive_var = 0.0;  // signed, > 0 when current lags
    double apparent_va = 0.0;
    double power_factor = 1.0;  // |P| / S
};

struct Truth {
    std::array<double, 3> voltage_ln{kNoPoint, kNoPoint, kNoPoint};  // V rms: AN BN CN
    std::array<double, 3> voltage_ll{kNoPoint, kNoPoint, kNoPoint};  // V rms: AB BC CA
    std::array<double, 3> current{kNoPoint, kNoPoint, kNoPoint};     // A rms
    std::array<TruePower, 3> power{};
    TruePower total{};  // sums of magnitudes; S and PF as the meter forms them
    double voltage_ll_average = kNoPoint;
    double voltage_ln_average = kNoPoint;
    double current_average = kNoPoint;
    double frequency = kNoPoint;  // Hz
};

}  // namespace signals
