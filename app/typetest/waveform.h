// The waveforms of the influence tests (metrology.md 3.3, 3.5), in closed form.
//
// Two families. Shaped ones are a fundamental with a few harmonics in voltage and current: an
// Installation says them, and its own truth holds. Gated ones are a sine current that conducts in
// parts of its cycle only, on a pure sine voltage: no Installation says them, a Fourier series
// does.
#pragma once

#include <complex>
#include <span>
#include <vector>

#include "signals/scenario/scenario.h"

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

// Degrees of the current's own phase, in which it conducts.
struct Conduction {
    double from;
    double to;
};
struct Gate {
    int cycles = 1;  // of the fundamental in one period of the pattern
    std::vector<Conduction> conducts;
};
// Empty `conducts` for waves that are not gated.
Gate gate_of(Wave wave);

// Line k of a periodic current at k / cycles times the fundamental, rms phasor in the convention of
// signals/wiring/phasors.h, for a full sine of 1 A rms that rises through zero at phase 0.
struct Line {
    int order = 1;
    std::complex<double> current;
};
// Lines 1 .. highest * cycles, those that are zero left out. The constant part is left out too: a
// rope does not see it.
std::vector<Line> lines_of(const Gate& gate, int highest);

}  // namespace typetest
