#include "widgets/spectrum/spectrum_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

constexpr int kFirst = 2;
constexpr int kOrders = kSpectrumOrders - kFirst + 1;
constexpr double kLeft = 44, kRight = 10, kTop = 22, kBottom = 20;
constexpr double kFilled = 0.78;  // of an order's slot

}  // namespace

SpectrumGeometry::SpectrumGeometry(const QSizeF& size, int series, double full)
    : pane(kLeft, kTop, std::max(size.width() - kLeft - kRight, 1.0),
           std::max(size.height() - kTop - kBottom, 1.0)),
      slot_(pane.width() / kOrders),
      width_(slot_ * kFilled / std::max(series, 1)),
      full_(std::max(full, 1e-9)) {}

QRectF SpectrumGeometry::bar(int order, int series, double percent) const {
    const double height = std::clamp(std::isnan(percent) ? 0.0 : percent / full_, 0.0, 1.0);
    const double left = pane.left() + (order - kFirst) * slot_ + slot_ * (1 - kFilled) / 2;
    return {left + series * width_, pane.bottom() - height * pane.height(), width_,
            height * pane.height()};
}

int SpectrumGeometry::order_at(const QPointF& point) const {
    if (!pane.contains(point)) return 0;
    return std::min(kFirst + static_cast<int>((point.x() - pane.left()) / slot_), kSpectrumOrders);
}

double full_percent(const std::vector<SpectrumSeries>& series) {
    double most = 0.0;
    for (const SpectrumSeries& one : series)
        for (std::size_t i = 1; i < one.percent.size(); ++i)
            if (!std::isnan(one.percent[i])) most = std::max(most, one.percent[i]);
    constexpr std::array kDigits{1.0, 2.0, 5.0};
    for (double decade = 1.0; decade < 1e6; decade *= 10)
        for (const double digit : kDigits)
            if (digit * decade >= most) return digit * decade;
    return most;
}

}  // namespace widgets
