// A scenario: the meter's settings, the installation on its terminals, what happens to it, and what
// the meter must show of it.
//
// The TOML names are fixed (README, scenario format); scenario_file.h reads them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "signals/scenario/fault.h"
#include "signals/timeline/event.h"

namespace signals {

// One harmonic of some phases, usually of all. Angles are degrees of the harmonic itself, at the
// positive zero crossing of the fundamental of its own phase (voltage for voltage, current for
// current).
struct Harmonic {
    int order = 2;                 // 2..40
    double voltage_percent = 0.0;  // of the fundamental
    double current_percent = 0.0;
    double voltage_angle = 0.0;
    double current_angle = 0.0;
    Phases phases = kAllPhases;  // an order may be there once for each phase

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
    // Per slot, on top of the two above: noise adds in squares, chop adds.
    std::array<double, 7> channel_noise_uv{};
    std::array<double, 7> channel_chop_uv{};
    // Where a slot clips, of full scale (kAdcClip).
    std::array<double, 7> channel_clip_percent{100, 100, 100, 100, 100, 100, 100};
    // Conductor off the rope's middle: relative, as a gain error (metrology.md 2.2: +-1 %).
    std::array<double, 3> coil_position_error{};
    // Relative per degree away from 25 degC, in ppm/K (metrology.md 2.2: 30 to 80).
    std::array<double, 3> coil_temperature_ppm{};
    std::array<double, 7> gain_temperature_ppm{};   // per slot
    std::array<double, 7> offset_temperature_uv{};  // per slot, uV at the converter pin and K
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

// Where something stands in its file, for messages; 0: nowhere. Makes nothing different.
struct Place {
    int line = 0;
    int column = 0;

    bool operator==(const Place&) const { return true; }
};

// What the meter must show at a time. Registers have the names of `metertwin-cli map`; the bench
// looks them up (bench/expectation.h).
struct Expectation {
    double at = 0.0;              // s after power-up
    std::string register_name;    // empty: about alerts or contact only
    std::optional<double> value;  // in the register's units; nothing: the truth
    double percent = 0.1;         // tolerance, of the value (or of the truth's reference)
    double absolute = 0.0;        // tolerance besides, in the register's units
    std::optional<std::vector<std::string>> alerts;  // exactly these of register 146
    std::optional<bool> alarm_closed;                // the alarm contact
    Place place;

    bool operator==(const Expectation&) const = default;
};

struct Scenario {
    MeterSettings meter;
    Installation installation;
    FrontEndSettings front_end;
    std::vector<Fault> faults;  // of the line, asked in this order
    Timeline timeline;
    std::string title;
    std::string teaches;  // a sentence
    std::vector<Expectation> expect;
    bool operator==(const Scenario&) const = default;
};

}  // namespace signals
