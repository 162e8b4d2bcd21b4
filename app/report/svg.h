// The strokes that every picture of a report is made of: plain SVG, coloured by classes and CSS
// variables of the page (page.h), so that one picture serves light and dark.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

std::string escaped(std::string_view text);  // for HTML and SVG

// The smallest of 1, 2, 5 times a power of ten that is not below `value`; 0.001 at least.
double round_range(double value);

// Round numbers from `low` to `high`, about `count` of them.
std::vector<double> ticks(double low, double high, int count);

// "<svg …>" of a picture; `label` is what a screen reader says. The caller adds "</svg>".
std::string open_svg(double width, double height, std::string_view label);

std::string line(std::string_view style, double x1, double y1, double x2, double y2);
// `anchor`: start, middle, end.
std::string label(std::string_view anchor, double x, double y, std::string_view text);
std::string title(double x, double y, std::string_view text);  // right-aligned, bold
// A rectangle with a tool tip; nothing when it has no area.
std::string box(std::string_view style, double x, double y, double width, double height,
                std::string_view tip = {});
// `style` is the number of the page's series colour.
std::string polyline(std::size_t colour, const std::vector<std::pair<double, double>>& points);
// Dots and names in one row from x on.
std::string legend(double x, double y, const std::vector<std::string>& names);

inline constexpr std::size_t kColours = 6;  // --s0 .. --s5 of the page

// From values to pixels, both ways linear; low < high.
struct Scale {
    double low = 0.0, high = 1.0;
    double from = 0.0, to = 1.0;  // pixels at low and high

    [[nodiscard]] double at(double value) const {
        return from + (value - low) / (high - low) * (to - from);
    }
};

}  // namespace report
