// The waveforms of the influence tests (metrology.md 3.3, 3.5), in closed form.
//
// Two families. Shaped ones are a fundamental with a few harmonics in voltage and current: an
// Installation says them, and its own truth holds. Gated ones are a sine current that conducts in
// parts of its cycle only, on a pure sine voltage: no Installation says them, a Fourier series
// does.
#pragma once

#include <span>

#include "signals/scenario/scenario.h"
#include "signals/synth/current_shapes.h"

namespace typetest {

enum class Wave {
    sine,
    fifth_harmonic,  // U5 10 %, I5 40 %, in phase: P = 1.04 P1
    quadriform,
    peaked,
    burst,        // two cycles on, two off: P = 1/2
    phase_fired,  // conducts 90..180 and 270..360 degrees: P = 1/2
    half_wave     // conducts 0..180 degrees: P = 1/2
};

// Harmonics of a shaped wave; empty for the others.
std::span<const signals::Harmonic> harmonics_of(Wave wave);

// Empty `conducts` for waves that are not gated.
signals::Gate gate_of(Wave wave);

}  // namespace typetest
