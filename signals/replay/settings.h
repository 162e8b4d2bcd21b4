// Meter settings that suit a recording: what an installer would set for its PTs and ropes.
#pragma once

#include <string>
#include <vector>

#include "signals/replay/aligned.h"
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
// `played`: the same six channels as they are played (playable.h); slopes are taken from it.
ReplaySettings choose_settings(const Series& record, const Series& played, double frequency,
                               const std::string& file);

}  // namespace signals
