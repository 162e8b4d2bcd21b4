// A plot as a laboratory draws it: error over load, with the limits as lines. The
// strokes and colours are those of app/report.
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

}  // namespace typetest
