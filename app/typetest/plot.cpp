#include "app/typetest/plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace typetest {
namespace {

constexpr double kWidth = 520.0, kHeight = 300.0;
constexpr double kLeft = 62.0, kRight = 12.0, kTop = 30.0, kBottom = 66.0;
constexpr std::size_t kColours = 6;
constexpr int kTicks = 4;  // each side of zero
constexpr double kLegendStep = 84.0;

class Axes {
 public:
    explicit Axes(const Plot& plot) : plot_(plot) {
        std::set<double> seen;
        for (const Curve& curve : plot.curves) {
            for (const auto& [x, y] : curve.points) seen.insert(x);
        }
        xs_.assign(seen.begin(), seen.end());
        if (xs_.empty()) xs_ = {0.5, 1.0};
        low_ = place(xs_.front());
        high_ = std::max(place(xs_.back()), low_ + 1e-9);
    }
    [[nodiscard]] double x(double value) const {
        const double at = std::clamp((place(value) - low_) / (high_ - low_), -0.02, 1.02);
        return kLeft + 14.0 + at * (kWidth - kLeft - kRight - 28.0);
    }
    [[nodiscard]] double y(double value) const {
        const double at = std::clamp(value / plot_.half_range, -1.0, 1.0);
        return kTop + (1.0 - at) / 2.0 * (kHeight - kTop - kBottom);
    }
    [[nodiscard]] const std::vector<double>& xs() const { return xs_; }

 private:
    [[nodiscard]] double place(double value) const {
        return plot_.logarithmic ? std::log10(value) : value;
    }
    const Plot& plot_;
    std::vector<double> xs_;
    double low_ = 0.0, high_ = 1.0;
};

std::string line(const char* style, double x1, double y1, double x2, double y2) {
    return fmt::format(
        "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>", style, x1,
        y1, x2, y2);
}

std::string label(const char* anchor, double x, double y, const std::string& text) {
    return fmt::format("<text text-anchor=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", anchor, x, y,
                       escaped(text));
}

std::string grid(const Plot& plot, const Axes& axes) {
    std::string out;
    for (int i = -kTicks; i <= kTicks; ++i) {
        const double value = plot.half_range * i / kTicks;
        const double y = axes.y(value);
        out += line(i == 0 ? "zero" : "grid", kLeft, y, kWidth - kRight, y);
        if (i % 2 == 0)
            out += label("end", kLeft - 6.0, y + 4.0, i == 0 ? "0" : fmt::format("{:+g}", value));
    }
    double last = -100.0;
    for (const double value : axes.xs()) {
        const double x = axes.x(value);
        out += line("grid", x, kTop, x, kHeight - kBottom);
        if (x - last < 26.0) continue;  // no room for the number
        out += label("middle", x, kHeight - kBottom + 15.0, fmt::format("{:g}", value));
        last = x;
    }
    out += label("middle", (kLeft + kWidth) / 2.0, kHeight - kBottom + 31.0, plot.abscissa);
    return out + label("start", 6.0, kTop - 8.0, "error, %");
}

std::string limits(const Plot& plot, const Axes& axes) {
    std::string out;
    for (const LimitStep& step : plot.limits) {
        if (step.limit > plot.half_range) continue;
        for (const double side : {-step.limit, step.limit}) {
            out += line("limit", axes.x(step.from), axes.y(side), axes.x(step.to), axes.y(side));
        }
    }
    return out;
}

std::string curve(const Curve& c, std::size_t colour, const Axes& axes) {
    std::string points;
    std::string marks;
    for (const auto& [x, y] : c.points) {
        points += fmt::format("{:.1f},{:.1f} ", axes.x(x), axes.y(y));
        marks += fmt::format(
            "<circle r=\"2.6\" cx=\"{:.1f}\" cy=\"{:.1f}\"><title>{} at {:g}: "
            "{:+.4f} %</title></circle>",
            axes.x(x), axes.y(y), escaped(c.name), x, y);
    }
    return fmt::format("<g style=\"--c:var(--s{})\"><polyline points=\"{}\"/>{}</g>", colour,
                       points, marks);
}

std::string legend(const Plot& plot) {
    std::string out;
    double x = kLeft;
    const double y = kHeight - 12.0;
    for (std::size_t i = 0; i < plot.curves.size(); ++i) {
        out += fmt::format(
            "<g style=\"--c:var(--s{})\"><circle r=\"4\" cx=\"{:.1f}\" "
            "cy=\"{:.1f}\"/></g>",
            i % kColours, x + 4.0, y - 4.0);
        out += label("start", x + 12.0, y, plot.curves[i].name);
        x += std::max(kLegendStep / 1.4,
                      26.0 + 6.4 * static_cast<double>(plot.curves[i].name.size()));
    }
    return out;
}

}  // namespace

std::string to_svg(const Plot& plot) {
    const Axes axes(plot);
    std::string out = fmt::format(
        "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
        "aria-label=\"{2}\">",
        kWidth, kHeight, escaped(plot.title));
    out += fmt::format("<text class=\"title\" text-anchor=\"end\" x=\"{:.0f}\" y=\"16\">{}</text>",
                       kWidth - kRight, escaped(plot.title));
    out += grid(plot, axes) + limits(plot, axes);
    for (std::size_t i = 0; i < plot.curves.size(); ++i) {
        out += curve(plot.curves[i], i % kColours, axes);
    }
    return out + legend(plot) + "</svg>\n";
}

double round_range(double value) {
    double range = 0.001;
    for (int i = 0; range < value * 0.999'999; ++i) range *= i % 3 == 1 ? 2.5 : 2.0;
    return range;
}

std::string escaped(const std::string& text) {
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

}  // namespace typetest
