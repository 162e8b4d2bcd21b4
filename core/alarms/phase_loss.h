// Phase loss: level and imbalance of the voltages of a system type (meter.md 2.3).
//
//   expected   L-L: system voltage Vs; L-N: Vs (type 10), Vs/2 (type 12, inferred), Vs/sqrt(3) (40)
//   level      lost below expected * (1 - r142/100)
//   imbalance  lost below the highest of its set by more than r143 percent of the highest
//              (definition inferred); sets as in the table of meter.md 2
//
// A lost L-N voltage is its phase's. Lost pairs are both their phases', unless exactly two pairs
// are lost: then only the phase they share (inferred).
#pragma once

#include "core/metrology/readings.h"
#include "core/metrology/system_type.h"
#include "core/registers/config.h"

namespace meter {

// Phases lost, from readings on the primary side.
[[nodiscard]] PhaseSet lost_phases(const Config& config, const SystemType& type,
                                   const Readings& readings);

}  // namespace meter
