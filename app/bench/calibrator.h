// Automatic calibration: what a factory's bench does with a meter that has just been built.
//
// The bench knows the true voltage, current and angle; of the meter it looks at registers only.
// Per phase, all phases at once (metrology.md 1.6):
//   1. voltage error E_V and energy errors E0 and E60 (current lags by 0 and 60 degrees) at In
//          tan(phi) = (E60 - E0) / ((1 + E0) tan 60)      lag to add to the current
//          A_V = 1 + E_V,  A_I = (1 + E0) / (A_V cos phi)
//      PHADJ from phi by the published formula (1.5), started from the PHADJ that is there; the
//      phase filter's change of gain goes into the current gain.
//   2. energy at low current, at full and at half voltage: what exceeds truth is k V^2 + o; k is
//      the voltage pick-up, o the power offset.
//   3. step 1 again, with the pick-up gone; and again for what rounding and noise left.
//   4. the noise in the square of the current, at low current.
// Deterministic: front end noise is a function of its seed.
//
// A rope's phase error is a delay (signals/coil/coil.h) and PHADJ is a lag that falls as 1/f, so
// what fits at the calibration's frequency does not at another: 2 degrees at 60 Hz leave 0.08
// degrees at 61.2 Hz. That is how the real part works; docs/design.md says what it means.
#pragma once

#include <array>

#include "core/metrology/calibration.h"
#include "signals/scenario/scenario.h"

namespace bench {

// What the bench applies.
struct CalibrationLoad {
    int ct_primary = 100;  // A; decides the meter's preamplifier
    double voltage = 277.0;
    double current = 100.0;
    double low_current = 2.0;
    double frequency = 60.0;
};

// The usual load for a CT setting: In, and 2 % of it.
CalibrationLoad calibration_load(int ct_primary, double voltage, double frequency);

// Errors of one phase, percent of truth.
struct PhaseErrors {
    double voltage = 0.0;
    double energy_0 = 0.0;     // at In, 0 degrees
    double energy_60 = 0.0;    // at In, 60 degrees lag
    double energy_low = 0.0;   // at the low current, 0 degrees
    double current_low = 0.0;  // rms at the low current
};
using Errors = std::array<PhaseErrors, 3>;

// Measures a meter with this front end and calibration at the calibration's own points.
// Throws std::invalid_argument when front end or load cannot be.
Errors measure_errors(const signals::FrontEndSettings& front_end, const CalibrationLoad& load,
                      const meter::Calibration& calibration);

// Throws std::invalid_argument as above, and std::runtime_error, in words, when the errors are
// larger than the calibration registers can take back.
meter::Calibration calibrate(const signals::FrontEndSettings& front_end,
                             const CalibrationLoad& load);

// Lag of the phase filter at `frequency`, radians, and the PHADJ that has it (metrology.md 1.5).
double phase_filter_lag(double adjust, double frequency);
double phase_filter_gain(double adjust, double frequency);
double phase_adjust_for(double lag, double frequency);

}  // namespace bench
