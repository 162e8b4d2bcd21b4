// Which registers have a truth, and what their error is measured against: one row each.
#pragma once

#include <optional>
#include <string_view>

#include "signals/truth/truth.h"

namespace cli {

struct TruthPoint {
    std::string_view name;                   // of the integer row; the float twin is "f_" + name
    std::string_view label;                  // for people
    double (*value)(const signals::Truth&);  // in the units of the row; NaN when there is none
    double (*reference)(const signals::Truth&);  // 100 % of the error
};

// The row of a register, by its own name or its integer twin's; null when it has no truth.
const TruthPoint* find_truth_point(std::string_view register_name);

// (measured - truth) / reference in percent. Nothing when the reference is zero or missing.
std::optional<double> error_percent(double measured, const TruthPoint& point,
                                    const signals::Truth& truth);

}  // namespace cli
