// Meter settings that suit a recording: what an installer would set for its PTs and ropes.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "signals/scenario/scenario.h"

namespace signals {

struct ReplaySettings {
    MeterSettings meter;
    std::vector<std::string> explanation;
};

// The registers shall show the recording's own values: its voltages are the PT's primary side,
// its currents the ropes'.
//   pt_ratio        1 while the strongest cycle of a phase is at most 347 V rms (the terminals'
//                   L-N rating, meter.md 1.2); else the smallest ratio of two digits that brings
//                   it there; at the largest ratio, 320, up to 600 V rms is let through
//   ct_primary      smallest standard size not below the strongest cycle's rms current, 5..5000 A;
//                   200 A and less only when the steepest slope does not clip their preamplifier
//   system_voltage  sqrt(3) times the middle phase's rms voltage over the first cycles, within
//                   what registers 133 and 134 allow together
//   system_type     40
// ReplayError: above 192 kV rms L-N (600 V * 320), or practically no signal at all (no voltage of
// 1 V and no current of 5 mA rms in any cycle).
struct RecordExtremes {
    double volts = 0.0;  // rms of the strongest cycle of any phase
    double amps = 0.0;
    double slope = 0.0;                   // A/s, the steepest of the currents as played
    std::array<double, 3> first_volts{};  // rms over the first cycles, at most ten
};
ReplaySettings choose_settings(const RecordExtremes& seen, const std::string& file);

}  // namespace signals
