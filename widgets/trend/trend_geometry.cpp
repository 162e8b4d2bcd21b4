#include "widgets/trend/trend_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace widgets {

namespace {

constexpr double kSpare = 0.05;
constexpr double kLeft = 70, kRight = 12, kTop = 8, kBottom = 22;

void widen(TrendRange& range, const std::vector<float>& values) {
    for (const float value : values) {
        if (std::isnan(value)) continue;
        range.low = std::min(range.low, static_cast<double>(value));
        range.high = std::max(range.high, static_cast<double>(value));
    }
}

TrendRange with_room(TrendRange range) {
    if (range.low > range.high) return {};
    const double span = range.high - range.low;
    const double flat = std::max(std::abs(range.high) * 1e-3, 1e-6);
    const double room = span > flat ? span * kSpare : flat;
    return {range.low - room, range.high + room};
}

}  // namespace

double TrendRange::y_of(double value, const QRectF& pane) const {
    return pane.bottom() - (value - low) / (high - low) * pane.height();
}

std::map<QString, TrendRange> trend_ranges(const std::vector<TrendCurve>& curves) {
    constexpr double kFar = std::numeric_limits<double>::max();
    std::map<QString, TrendRange> ranges;
    for (const TrendCurve& curve : curves) {
        TrendRange& range = ranges.try_emplace(curve.unit, TrendRange{kFar, -kFar}).first->second;
        widen(range, curve.least);
        widen(range, curve.most);
    }
    for (auto& [unit, range] : ranges) range = with_room(range);
    return ranges;
}

std::vector<QPolygonF> trend_lines(const TrendCurve& curve, const TimeWindow& window,
                                   const TrendRange& range, const QRectF& pane) {
    std::vector<QPolygonF> lines(1);
    for (std::size_t i = 0; i < curve.least.size(); ++i) {
        if (std::isnan(curve.least[i])) {
            if (!lines.back().isEmpty()) lines.emplace_back();
            continue;
        }
        const double x = x_of(curve.first + static_cast<double>(i) * curve.step, window, pane);
        const double low = range.y_of(curve.least[i], pane);
        const double high = range.y_of(curve.most[i], pane);
        lines.back().append({x, i % 2 == 0 ? low : high});
        if (low != high) lines.back().append({x, i % 2 == 0 ? high : low});
    }
    if (lines.back().isEmpty()) lines.pop_back();
    return lines;
}

double trend_value(const TrendCurve& curve, double time) {
    const double position = std::floor((time - curve.first) / curve.step);
    if (position < 0.0 || position >= static_cast<double>(curve.least.size()))
        return std::numeric_limits<double>::quiet_NaN();
    const auto i = static_cast<std::size_t>(position);
    return (static_cast<double>(curve.least[i]) + static_cast<double>(curve.most[i])) / 2;
}

QRectF trend_pane(const QSizeF& size) {
    return {kLeft, kTop, std::max(size.width() - kLeft - kRight, 1.0),
            std::max(size.height() - kTop - kBottom, 1.0)};
}

}  // namespace widgets
