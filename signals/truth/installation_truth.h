// Truth of an installation, in closed form from its phasors.
//
// Sums over orders h: V = sqrt(sum V_h^2), P = sum Re(V_h I_h*), Q = sum Im(V_h I_h*). Voltages
// between lines are differences of phasors order by order, so zero sequence harmonics (3, 9, ...)
// cancel there. Which points exist, and against what power is formed, is the system type's row in
// core/metrology/system_type.h:
//   11  one element: V_AB * I_A, shown as phase A
//   31  phase powers against the virtual neutral (V_A + V_B + V_C) / 3 (inferred, meter.md 2.1)
// Total: sums of |P| and |Q|, S = sqrt(P^2 + Q^2) of those, PF = P / S (docs/design.md,
// definitions). PF is 1 when S is 0. Frequency is no point while its voltage, the power
// reference of phase A, is 0.
// Voltages and powers are on the primary side of the PTs. Content above fs/2 counts in full.
//
// What is true is what the installation does: wrong wiring and errors of transformers, ropes and
// front end are errors of the measurement and not part of it. Inter-harmonics, DC and noise (by
// its expected value) are.
#pragma once

#include <cstdint>

#include "signals/scenario/scenario.h"
#include "signals/timeline/course.h"
#include "signals/truth/truth.h"

namespace signals {

// Of a steady installation. Throws std::invalid_argument for an unknown system type and as
// check(Installation).
Truth installation_truth(const Installation& installation, int system_type, double pt_ratio = 1.0);

// Over the reading window of `frames` frames that closed at `last_frame`. Where nothing changes it
// is the steady truth of that time. Else the means of squares and products are exact integrals of
// the waveforms, piece by piece in closed form, from the rising zero crossing of A's fundamental
// before the window's first frame to the one before its end, as the meter's own windows run
// (core/metrology/window.h); whole frames while A is dead. Q is then the time's mean of each
// piece's own, and frequency the turns over the time.
Truth course_truth(const Course& course, std::int64_t last_frame, int frames, int system_type,
                   double pt_ratio = 1.0);

}  // namespace signals
