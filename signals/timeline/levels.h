// What holds on the conductors and between them and the meter at one frame.
#pragma once

#include <array>
#include <vector>

#include "signals/scenario/scenario.h"
#include "signals/synth/phase.h"
#include "signals/wiring/wiring.h"

namespace signals {

using PerPhase = std::array<double, 3>;

// A harmonic with its own numbers in each phase; meanings as Harmonic's.
struct PhaseHarmonic {
    int order = 2;
    PerPhase voltage_percent{};
    PerPhase current_percent{};
    PerPhase voltage_angle{};
    PerPhase current_angle{};
};

// A wave of a frequency of its own. Its phase counts from frame 0, where it is 0.
struct Tone {
    double hertz = 0.0;
    ThreePhasors voltage{};
    ThreePhasors current{};
};

// Errors of voltage or current transformers, per phase: (1 + ratio) and a lead, which is modelled
// as an advance in time: order h leads by h times as much.
struct TransformerError {
    PerPhase ratio{};
    PerPhase degrees{};

    [[nodiscard]] bool none() const { return *this == TransformerError{}; }
    bool operator==(const TransformerError&) const = default;
};

struct Levels {
    double frequency = 60.0;
    PerPhase voltage{};
    PerPhase current{};
    PerPhase angle{};
    PerPhase voltage_angle{};
    std::vector<PhaseHarmonic> harmonics;  // ascending orders
    PerPhase dc_voltage{};
    PerPhase dc_current{};
    PerPhase noise_voltage{};         // V rms
    PerPhase noise_current{};         // A rms
    std::vector<OrderPhasors> added;  // load currents on top; voltages are 0
    std::vector<Tone> tones;
    Wiring wiring;  // from conductors to terminals, with what is wrong in it
    TransformerError pt;
    TransformerError ct;
};

// All orders of the conductors, ascending, the fundamental first, zero ones left out.
std::vector<OrderPhasors> orders_of(const Levels& levels);

// What arrives at the terminals.
struct TerminalWaves {
    std::vector<OrderPhasors> orders;
    std::vector<Tone> tones;
    PerPhase dc_voltage{};
    PerPhase dc_current{};
    PerPhase noise_voltage{};  // V rms; wiring does not change noise
    PerPhase noise_current{};
};
TerminalWaves terminal_waves(const Levels& levels);

// The steady part of an installation.
Levels levels_of(const Installation& installation, const Wiring& wiring);

// The same as rows of an installation, one for phases that are alike; without those that have
// nothing of it, unless none has.
std::vector<Harmonic> harmonics_of(const PhaseHarmonic& row);

// A phasor of length `rms`.
Phasor polar(double rms, Phase angle);

}  // namespace signals
