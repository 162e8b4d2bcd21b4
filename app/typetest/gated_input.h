// A gated current on a pure sine voltage, as a waveform on a rig's terminals.
//
// A Fourier series of the current to the 40th harmonic. What lies above fs/2 = 1260 Hz folds back,
// as in the synthesizer (signals/synth/synthesizer.h): the worst case of a converter without an
// anti-alias filter. It carries no power, because the voltage is a pure sine, and so cutting the
// series changes the true power by nothing: P = V Re(I_1), and all of the ideal waveform's P.
// Slow next to the synthesizer (one rotation per line and frame), fast enough for three tests.
#pragma once

#include <memory>

#include "app/bench/rig.h"
#include "app/typetest/waveform.h"

namespace typetest {

inline constexpr int kHighestHarmonic = 40;

// `installation` gives voltages, angles, frequency and the rms of the ungated sine; it has no
// harmonics. `front_end` gives what the ropes do to the current (delay, pick-up).
std::unique_ptr<bench::Input> gated_input(const signals::Gate& gate,
                                          const signals::Installation& installation,
                                          const signals::FrontEndSettings& front_end);

}  // namespace typetest
