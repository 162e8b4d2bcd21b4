// Where a register's number comes from: formula, inputs, the samples behind it, the screens of
// the glass that show it.
//
// Formulas are a table with one row per getter of the register table, so that twins share theirs.
// Inputs that are registers and screens are not typed in: they are found by changing each field
// of Points and looking which registers and which screens change with it.
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

#include "core/registers/points.h"
#include "core/registers/table.h"

namespace desktop {

struct Origin {
    QString formula;              // never empty for a row of register_table()
    QString inputs;               // in words
    QString samples;              // which samples, and when the number changes
    std::vector<int> same_value;  // numbers of registers that show the same (twins)
    QStringList screens;          // "ABC W (power, first screen)"
};

// `points` decides what the screens look like (system type, IEEE or IEC labels).
[[nodiscard]] Origin origin_of(const meter::RegisterRow& row, const meter::Points& points);

// The same as HTML for a person; register numbers are links. `value`: what it says now.
[[nodiscard]] QString origin_html(const meter::RegisterRow& row, const Origin& origin,
                                  const QString& value);

}  // namespace desktop
