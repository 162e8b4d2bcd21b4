// Truth of a steady installation, in closed form from its phasors.
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
#pragma once

#include "signals/scenario/scenario.h"
#include "signals/truth/truth.h"

namespace signals {

// Throws std::invalid_argument for an unknown system type and as check(Installation).
Truth installation_truth(const Installation& installation, int system_type, double pt_ratio = 1.0);

}  // namespace signals
