#include "widgets/scope/scope_geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kArming = 0.1;     // of the peak, below zero
constexpr double kKeepAbove = 0.4;  // of full scale
constexpr std::array kSteps{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};

constexpr double kLeft = 62, kRight = 14, kTop = 26, kBetween = 30, kBottom = 26;

double peak_of(const std::vector<double>& samples) {
    double peak = 0.0;
    for (const double sample : samples) peak = std::max(peak, std::abs(sample));
    return peak;
}

}  // namespace

std::optional<double> rising_zero(const ScopeChannel& channel, double frame_rate) {
    const double arm = -kArming * peak_of(channel.samples);
    bool armed = false;
    for (std::size_t i = 1; i < channel.samples.size(); ++i) {
        const double before = channel.samples[i - 1];
        const double now = channel.samples[i];
        armed = armed || before < arm;
        if (!armed || before >= 0.0 || now < 0.0) continue;
        const double part = before / (before - now);
        return (static_cast<double>(i - 1) + part) / frame_rate + channel.delay;
    }
    return std::nullopt;
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

double peak_of(const ScopeRecord& record, int pane) {
    double peak = 0.0;
    for (int i = 3 * pane; i < 3 * pane + 3; ++i) {
        peak = std::max(peak, peak_of(record.channels[static_cast<std::size_t>(i)].samples));
    }
    return peak;
}

double value_at(const ScopeChannel& channel, double frame_rate, double time) {
    const auto& s = channel.samples;
    if (s.empty()) return 0.0;
    const double last = static_cast<double>(s.size() - 1);
    const double position = std::clamp((time - channel.delay) * frame_rate, 0.0, last);
    const auto i = static_cast<std::size_t>(position);
    const double t = position - static_cast<double>(i);
    const auto at = [&s](std::size_t k) { return s[std::min(k, s.size() - 1)]; };
    const double p0 = at(i == 0 ? 0 : i - 1), p1 = at(i), p2 = at(i + 1), p3 = at(i + 2);
    const double a = 0.5 * (3 * (p1 - p2) + p3 - p0);
    const double b = p0 - 2.5 * p1 + 2 * p2 - 0.5 * p3;
    const double c = 0.5 * (p2 - p0);
    return ((a * t + b) * t + c) * t + p1;
}

QPolygonF trace(const ScopeChannel& channel, double frame_rate, double start, double per_division,
                const QRectF& pane, double step) {
    QPolygonF points;
    if (channel.samples.empty() || pane.width() <= 0) return points;
    const int count = std::max(2, static_cast<int>(pane.width() / step) + 1);
    const double scale = pane.height() / 2 / (kHalfDivisions * per_division);
    points.reserve(count);
    for (int i = 0; i < count; ++i) {
        const double across = static_cast<double>(i) / (count - 1);
        const double value = value_at(channel, frame_rate, start + across * kScopeSpan);
        const double y = pane.center().y() - value * scale;
        points.append(
            {pane.left() + across * pane.width(), std::clamp(y, pane.top(), pane.bottom())});
    }
    return points;
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

}  // namespace widgets
