#include "app/report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace report {
namespace {

constexpr double kLegendStep = 60.0;
constexpr double kLetter = 6.4;  // pixels, the widest on average

std::string tip_of(std::string_view tip) {
    return tip.empty() ? std::string{} : fmt::format("<title>{}</title>", escaped(tip));
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

double round_range(double value) {
    double range = 0.001;
    for (int i = 0; range < value * 0.999'999; ++i) range *= i % 3 == 1 ? 2.5 : 2.0;
    return range;
}

std::vector<double> ticks(double low, double high, int count) {
    std::vector<double> out;
    if (!(high > low) || count < 1) return out;
    const double rough = (high - low) / count;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = power;
    for (const double factor : {2.0, 5.0, 10.0}) {
        if (step < rough) step = factor * power;
    }
    const double end = high + 1e-9 * step;
    for (double i = std::ceil(low / step - 1e-9); i * step <= end; i += 1.0)
        out.push_back(i * step);
    return out;
}

std::string open_svg(double width, double height, std::string_view text) {
    return fmt::format(
        "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
        "aria-label=\"{2}\">",
        width, height, escaped(text));
}

std::string line(std::string_view style, double x1, double y1, double x2, double y2) {
    return fmt::format(
        "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>", style, x1,
        y1, x2, y2);
}

std::string label(std::string_view anchor, double x, double y, std::string_view text) {
    return fmt::format("<text text-anchor=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", anchor, x, y,
                       escaped(text));
}

std::string title(double x, double y, std::string_view text) {
    return fmt::format(
        "<text class=\"title\" text-anchor=\"end\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>", x, y,
        escaped(text));
}

std::string box(std::string_view style, double x, double y, double width, double height,
                std::string_view tip) {
    if (!(width > 0.0) || !(height > 0.0)) return {};
    return fmt::format(
        "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">{}</rect>",
        style, x, y, width, height, tip_of(tip));
}

std::string polyline(std::size_t colour, const std::vector<std::pair<double, double>>& points) {
    std::string out =
        fmt::format("<polyline style=\"--c:var(--s{})\" points=\"", colour % kColours);
    for (const auto& [x, y] : points) out += fmt::format("{:.1f},{:.1f} ", x, y);
    return out + "\"/>";
}

std::string legend(double x, double y, const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += fmt::format(
            "<g style=\"--c:var(--s{})\"><circle r=\"4\" cx=\"{:.1f}\" cy=\"{:.1f}\"/></g>",
            i % kColours, x + 4.0, y - 4.0);
        out += label("start", x + 12.0, y, names[i]);
        x += std::max(kLegendStep, 26.0 + kLetter * static_cast<double>(names[i].size()));
    }
    return out;
}

}  // namespace report
