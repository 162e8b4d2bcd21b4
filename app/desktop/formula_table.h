// THE table of formulas: one row per getter of the register table. The document's sections are
// named where a rule comes from one; total S and Q are inferred (docs/design.md, definitions).
#pragma once

#include <QCoreApplication>
#include <span>

#include "core/registers/table.h"

namespace desktop {

// When a number changes, and by which samples.
enum class Behind : std::uint8_t { window, energy, demand, pulses, settings, counter, nothing };

struct FormulaRow {
    meter::Getter get;
    const char* formula;  // translated when shown; %1 is the phase or pair
    const char* inputs;
    Behind behind;
    const char* which = "";  // A, B, C, AB, ...
};

// Null when there is none; tests hold that to every row of the register table.
[[nodiscard]] const FormulaRow* find_formula(meter::Getter get);

[[nodiscard]] const char* text_of(Behind behind);  // translated when shown

}  // namespace desktop
