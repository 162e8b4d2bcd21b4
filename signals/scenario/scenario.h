// A scenario: the meter's settings and the installation on its terminals.
//
// The TOML names are fixed (README, scenario format); scenario_file.h reads them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "signals/scenario/fault.h"

namespace signals {

// One harmonic of all three phases. Angles are degrees of the harmonic itself, at the positive
// zero crossing of the fundamental of its own phase (voltage for voltage, current for current).
struct Harmonic {
    int order = 2;                 // 2..40
    double voltage_percent = 0.0;  // of the fundamental
    double current_percent = 0.0;
    double voltage_angle = 0.0;
    double current_angle = 0.0;

    bool operator==(const Harmonic&) const = default;
};

// What is connected to the terminals. Voltages are V rms at the meter's L-N terminals
// (after the PTs), currents A rms in the conductors.
struct Installation {
    double frequency = 60.0;                                  // Hz
    std::array<double, 3> voltage{277.0, 277.0, 277.0};       // V rms
    std::array<double, 3> current{120.0, 120.0, 120.0};       // A rms
    std::array<double, 3> angle{30.0, 30.0, 30.0};            // degrees, current lags its voltage
    std::array<double, 3> voltage_angle{0.0, -120.0, 120.0};  // degrees of each phase voltage
    std::vector<Harmonic> harmonics;

    bool operator==(const Installation&) const = default;
};

// The analog front end: nominal values are the model's defaults; every error can be switched off.
struct FrontEndSettings {
    double coil_mutual_uh =
        0.3183099;  // Rogowski M, uH: 100 mV/kA at 50 Hz (metrology.md 2.2; assumed)
    std::array<double, 3> coil_gain_error{};   // relative
    std::array<double, 3> coil_phase_error{};  // degrees at 60 Hz, lag of the current; a delay
    // Capacitive pick-up: mA that the rope seems to carry per V of its own phase, in phase with it
    // (k/M of metrology.md 2.2). A rope of a replayed recording has none.
    std::array<double, 3> coil_pickup_ma_per_v{};
    std::array<double, 7> gain_error{};  // relative, per slot
    std::array<double, 7> offset_uv{};   // uV at the converter pin, per slot
    double noise_uv = 0.5;               // uV rms at the converter pin, every slot
    double chop_uv = 0.0;                // amplifier offset, alternating sign every frame
    bool noise = true;
    bool quantization = true;
    bool clipping = true;
    std::uint64_t seed = 1;

    bool operator==(const FrontEndSettings&) const = default;
};

// Raw settings as a person writes them; checked by the meter's own rules when applied.
struct MeterSettings {
    int system_type = 40;
    int ct_primary = 400;      // A
    int system_voltage = 480;  // V
    double pt_ratio = 1.0;
    bool operator==(const MeterSettings&) const = default;
};

struct Scenario {
    MeterSettings meter;
    Installation installation;
    FrontEndSettings front_end;
    std::vector<Fault> faults;  // of the line, asked in this order
    bool operator==(const Scenario&) const = default;
};

}  // namespace signals
