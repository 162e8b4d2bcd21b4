// The test matrix of metrology.md section 3 as a list of points.
//
// Not in it, because the model has no such effect: temperature, auxiliary supply, magnetic fields,
// radio frequency, self-heating.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/typetest/point.h"

namespace typetest {

// A section of the report.
struct Group {
    const char* key;
    const char* title;
    const char* clause;    // where its limits are from
    const char* abscissa;  // of its plot; nullptr: no plot
    bool logarithmic;
};
std::span<const Group> groups();

// `nominal_hz` is the reference condition. References come before the points that need them.
std::vector<Point> test_matrix(double nominal_hz);

}  // namespace typetest
