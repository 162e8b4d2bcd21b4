#include "widgets/scope/scope_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace widgets {

namespace {

constexpr double kKeepAbove = 0.4;  // of full scale
constexpr std::array kSteps{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

constexpr double kLeft = 62, kRight = 14, kTop = 24, kBetween = 26, kBottom = 22;

// Of the cursors' box: from the pane's corner, around the cells, between two columns.
constexpr double kInset = 4, kPad = 3, kColumns = 14;

double between_samples(const std::vector<float>& s, double position) {
    const auto i = static_cast<std::size_t>(position);
    const double t = position - static_cast<double>(i);
    const auto at = [&s](std::size_t k) {
        return static_cast<double>(s[std::min(k, s.size() - 1)]);
    };
    const double p0 = at(i == 0 ? 0 : i - 1), p1 = at(i), p2 = at(i + 1), p3 = at(i + 2);
    const double a = 0.5 * (3 * (p1 - p2) + p3 - p0);
    const double b = p0 - 2.5 * p1 + 2 * p2 - 0.5 * p3;
    const double c = 0.5 * (p2 - p0);
    return ((a * t + b) * t + c) * t + p1;
}

struct Scale {
    QRectF pane;
    double per_unit;
    [[nodiscard]] double y(double value) const {
        return std::clamp(pane.center().y() - value * per_unit, pane.top(), pane.bottom());
    }
};

QPolygonF through_samples(const ScopeTrace& trace, const TimeWindow& window, const Scale& scale,
                          double step) {
    const QRectF& pane = scale.pane;
    const int count = std::max(2, static_cast<int>(pane.width() / step) + 1);
    QPolygonF points;
    points.reserve(count);
    for (int i = 0; i < count; ++i) {
        const double across = static_cast<double>(i) / (count - 1);
        const double value = value_at(trace, window.start + across * window.span);
        if (!std::isnan(value))
            points.append({pane.left() + across * pane.width(), scale.y(value)});
    }
    return points;
}

QPolygonF through_parts(const ScopeTrace& trace, const TimeWindow& window, const Scale& scale) {
    QPolygonF points;
    points.reserve(static_cast<qsizetype>(2 * trace.least.size()));
    for (std::size_t i = 0; i < trace.least.size(); ++i) {
        const double time = trace.first + (static_cast<double>(i) + 0.5) * trace.step;
        if (std::isnan(trace.least[i]) || time < window.start || time > window.end()) continue;
        const double x = x_of(time, window, scale.pane);
        const double low = scale.y(trace.least[i]), high = scale.y(trace.most[i]);
        points.append({x, i % 2 == 0 ? low : high});
        points.append({x, i % 2 == 0 ? high : low});
    }
    return points;
}

}  // namespace

TimeWindow zoomed(TimeWindow window, double factor, double at) {
    const double span = std::clamp(window.span * factor, kLeastSpan, kMostSpan);
    return {window.start + (window.span - span) * at, span};
}

TimeWindow panned(TimeWindow window, double part) {
    window.start += part * window.span;
    return window;
}

double next_span(double span, int direction) {
    constexpr std::array kSpans{1.0, 2.5, 5.0};
    const double decade = std::pow(10.0, std::floor(std::log10(span) + 1e-9));
    std::vector<double> choices;
    for (const double power : {decade / 10, decade, decade * 10})
        for (const double digit : kSpans) choices.push_back(digit * power);
    const double slack = 1e-6 * span;
    if (direction > 0) {
        const auto next = std::find_if(choices.begin(), choices.end(),
                                       [&](double c) { return c > span + slack; });
        return std::clamp(*next, kLeastSpan, kMostSpan);
    }
    const auto next =
        std::find_if(choices.rbegin(), choices.rend(), [&](double c) { return c < span - slack; });
    return std::clamp(*next, kLeastSpan, kMostSpan);
}

double units_per_division(double peak, double present) {
    if (!(peak > 0.0) || !std::isfinite(peak)) return 1.0;
    const double full = present * kHalfDivisions;
    if (peak <= full && peak >= kKeepAbove * full) return present;
    const double wanted = peak / kHalfDivisions;
    const double decade = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double step : kSteps) {
        if (step * decade >= wanted) return step * decade;
    }
    return 10.0 * decade;
}

double peak_of(const ScopePicture& picture, int pane) {
    double peak = 0.0;
    for (const ScopeTrace& trace : picture.traces) {
        if (trace.pane != pane) continue;
        for (const float low : trace.least)
            if (!std::isnan(low)) peak = std::max(peak, std::abs(static_cast<double>(low)));
        for (const float high : trace.most)
            if (!std::isnan(high)) peak = std::max(peak, std::abs(static_cast<double>(high)));
    }
    return peak;
}

double value_at(const ScopeTrace& trace, double time) {
    if (trace.least.empty()) return kNothing;
    const double position = (time - trace.first) / trace.step;
    const auto size = static_cast<double>(trace.least.size());
    if (!trace.exact) {
        if (position < 0.0 || position >= size) return kNothing;
        const auto i = static_cast<std::size_t>(position);
        return (static_cast<double>(trace.least[i]) + static_cast<double>(trace.most[i])) / 2;
    }
    if (position < 0.0 || position > size - 1) return kNothing;
    return between_samples(trace.least, position);
}

QPolygonF polyline(const ScopeTrace& trace, const TimeWindow& window, double per_division,
                   const QRectF& pane, double step) {
    if (trace.least.empty() || pane.width() <= 0) return {};
    const Scale scale{pane, pane.height() / 2 / (kHalfDivisions * per_division)};
    return trace.exact ? through_samples(trace, window, scale, step)
                       : through_parts(trace, window, scale);
}

std::optional<QPointF> first_peak(const QPolygonF& line, const QRectF& pane) {
    constexpr double kFlat = 12.0;   // pixels above the zero line that a peak must reach
    constexpr double kAsHigh = 1.0;  // pixels by which an earlier peak may be lower
    std::optional<QPointF> best;
    for (const QPointF& point : line) {
        if (point.x() < pane.left() + kPeakMargin || point.x() > pane.right() - kPeakMargin)
            continue;
        if (pane.center().y() - point.y() < kFlat) continue;
        const bool same_peak = best && point.x() - best->x() < kPeakMargin;
        if (!best || point.y() < best->y() - (same_peak ? 0.0 : kAsHigh)) best = point;
    }
    return best;
}

std::array<QRectF, kScopePanes> scope_panes(const QSizeF& size) {
    const double width = std::max(size.width() - kLeft - kRight, 1.0);
    const double height = std::max((size.height() - kTop - kBetween - kBottom) / 2, 1.0);
    return {QRectF{kLeft, kTop, width, height},
            QRectF{kLeft, kTop + height + kBetween, width, height}};
}

QRectF scope_head(const QRectF& pane) {
    constexpr double kHigh = 20, kAbove = 1;
    return {pane.left(), pane.top() - kAbove - kHigh, pane.width(), kHigh};
}

double x_of(double time, const TimeWindow& window, const QRectF& pane) {
    return pane.left() + (time - window.start) / window.span * pane.width();
}

double time_at(double x, const TimeWindow& window, const QRectF& pane) {
    return window.start + (x - pane.left()) / pane.width() * window.span;
}

CursorBox cursor_box(const QRectF& pane, int cells, const QSizeF& cell) {
    const double wide = pane.width() - 2 * (kInset + kPad);
    const double high = pane.height() - 2 * (kInset + kPad);
    const int most_rows = static_cast<int>(high / cell.height());
    const int most_columns =
        std::max(1, static_cast<int>((wide + kColumns) / (cell.width() + kColumns)));
    CursorBox out;
    out.width = std::min(cell.width(), wide);
    out.height = cell.height();
    out.cells = std::min(cells, most_rows * most_columns);
    if (out.cells <= 0 || wide <= 0.0) return {};
    const int columns = (out.cells + most_rows - 1) / most_rows;
    out.rows = (out.cells + columns - 1) / columns;
    const QSizeF size{columns * (out.width + kColumns) - kColumns + 2 * kPad,
                      out.rows * out.height + 2 * kPad};
    out.rect = {{pane.right() - kInset - size.width(), pane.top() + kInset}, size};
    return out;
}

QRectF CursorBox::cell(int n) const {
    return {rect.left() + kPad + n / rows * (width + kColumns),
            rect.top() + kPad + n % rows * height, width, height};
}

QString duration_text(double seconds) {
    const double magnitude = std::abs(seconds);
    if (magnitude < 1e-3) return QStringLiteral("%1 \u00b5s").arg(seconds * 1e6, 0, 'g', 4);
    if (magnitude < 1.0) return QStringLiteral("%1 ms").arg(seconds * 1e3, 0, 'g', 5);
    if (magnitude < 60.0) return QStringLiteral("%1 s").arg(seconds, 0, 'g', 5);
    const auto tenths = static_cast<qint64>(std::llround(magnitude * 10));
    return QStringLiteral("%1%2:%3:%4.%5")
        .arg(seconds < 0 ? QStringLiteral("-") : QString{})
        .arg(tenths / 36'000, 2, 10, QLatin1Char{'0'})
        .arg(tenths / 600 % 60, 2, 10, QLatin1Char{'0'})
        .arg(tenths / 10 % 60, 2, 10, QLatin1Char{'0'})
        .arg(tenths % 10);
}

}  // namespace widgets
