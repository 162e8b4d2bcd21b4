// A plot as a laboratory draws it: error over load, with the limits as lines. Plain SVG; colours
// come from CSS variables of the page (--ink, --grid, --limit, --s0 .. --s5).
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace typetest {

struct Curve {
    std::string name;
    std::vector<std::pair<double, double>> points;  // ascending x
};

// A symmetrical pair of limits between two abscissas.
struct LimitStep {
    double from;
    double to;
    double limit;
};

struct Plot {
    std::string title;
    std::string abscissa;
    bool logarithmic = false;
    double half_range = 1.0;  // ordinate: -half_range .. half_range, percent
    std::vector<Curve> curves;
    std::vector<LimitStep> limits;
};

std::string to_svg(const Plot& plot);

// The smallest of 1, 2, 5 times a power of ten that is not below `value`; 0.001 at least.
double round_range(double value);

std::string escaped(const std::string& text);  // for HTML and SVG

}  // namespace typetest
