// What the meter says, as a master reads it: from the registers, through the words on the wire.
#pragma once

#include "app/analysis/values.h"
#include "core/registers/points.h"

namespace analysis {

enum class Registers : std::uint8_t { integer, floating };

// Values of one kind of registers. P and Q carry the sign of the readings behind them: registers
// have magnitudes only. Points without a register, or invalid, are NaN.
Values values_of(const meter::Points& points, Registers kind);

}  // namespace analysis
