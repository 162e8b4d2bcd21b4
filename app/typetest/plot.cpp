#include "app/typetest/plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/report/svg.h"

namespace typetest {
namespace {

using report::escaped;
using report::label;
using report::line;

constexpr double kWidth = 520.0, kHeight = 300.0;
constexpr double kLeft = 62.0, kRight = 12.0, kTop = 30.0, kBottom = 66.0;
constexpr int kTicks = 4;  // each side of zero

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
    std::vector<std::string> names;
    for (const Curve& c : plot.curves) names.push_back(c.name);
    return report::legend(kLeft, kHeight - 12.0, names);
}

}  // namespace

std::string to_svg(const Plot& plot) {
    const Axes axes(plot);
    std::string out = report::open_svg(kWidth, kHeight, plot.title);
    out += report::title(kWidth - kRight, 16.0, plot.title);
    out += grid(plot, axes) + limits(plot, axes);
    for (std::size_t i = 0; i < plot.curves.size(); ++i) {
        out += curve(plot.curves[i], i % report::kColours, axes);
    }
    return out + legend(plot) + "</svg>\n";
}

}  // namespace typetest
