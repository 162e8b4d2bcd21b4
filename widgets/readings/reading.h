// One row of the readings table: what the meter says, what is true.
#pragma once

#include <QString>
#include <cmath>
#include <limits>
#include <vector>

namespace widgets {

inline constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

struct Reading {
    QString name;
    QString unit;
    double measured = kNoValue;   // NaN: not valid in the system type
    double truth = kNoValue;      // NaN: unknown
    double reference = kNoValue;  // what the error is a percentage of; NaN: of the truth
    int decimals = 2;
};

using Readings = std::vector<Reading>;

// (measured - truth) / |reference| in %; NaN when one of them is missing or the reference is 0.
inline double error_percent(const Reading& reading) {
    const double reference = std::isnan(reading.reference) ? reading.truth : reading.reference;
    if (!(std::abs(reference) > 0.0)) return kNoValue;
    return 100.0 * (reading.measured - reading.truth) / std::abs(reference);
}

}  // namespace widgets
