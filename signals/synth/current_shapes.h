// Currents that no sine draws, as Fourier series in closed form.
//
// A line is an rms phasor in the convention of signals/wiring/phasors.h, for a voltage that rises
// through zero at phase 0.
#pragma once

#include <complex>
#include <vector>

namespace signals {

// Degrees of the current's own phase, in which it conducts.
struct Conduction {
    double from;
    double to;
};
struct Gate {
    int cycles = 1;  // of the fundamental in one period of the pattern
    std::vector<Conduction> conducts;
};

// Line k of a periodic current at k / cycles times the fundamental.
struct Line {
    int order = 1;
    std::complex<double> current;
};

// A full sine of 1 A rms through a gate. Lines 1 .. highest * cycles, those that are zero left out.
// The constant part is left out too: a rope does not see it.
std::vector<Line> lines_of(const Gate& gate, int highest);

// Rectifiers, for a fundamental of 1 A rms in phase with its voltage.
enum class Rectifier {
    six_pulse,     // 120 degree blocks: orders 6k +- 1 at 1/h, without commutation
    twelve_pulse,  // orders 12k +- 1 at 1/h
    single_phase,  // a capacitor behind a bridge: a cosine pulse around each voltage peak
    half_wave      // half a sine per cycle: even orders, and a constant part that is left out
};
// `width`: degrees of a single phase pulse, the others have none.
std::vector<Line> lines_of(Rectifier type, double width, int highest);

}  // namespace signals
