#include "widgets/phasor/dial_geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace widgets {

namespace {

constexpr double kCurrentRing = 0.8;
constexpr double kMargin = 22.0;  // pixels for the angles outside the ring
constexpr double kKeepAbove = 0.4;
constexpr std::array kSteps{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
constexpr double kDegree = std::numbers::pi / 180.0;

}  // namespace

const DialPhasor& Dial::at(Quantity quantity, int phase) const {
    const auto i = static_cast<std::size_t>(phase);
    return quantity == Quantity::voltage ? voltage[i] : current[i];
}

DialGeometry::DialGeometry(const QSizeF& size, double voltage_full, double current_full)
    : centre_(size.width() / 2, size.height() / 2),
      radius_(std::max(10.0, std::min(size.width(), size.height()) / 2 - kMargin)),
      voltage_full_(voltage_full),
      current_full_(current_full) {}

double DialGeometry::full(Quantity quantity) const {
    return quantity == Quantity::voltage ? voltage_full_ : current_full_;
}

double DialGeometry::ring(Quantity quantity) const {
    return quantity == Quantity::voltage ? radius_ : kCurrentRing * radius_;
}

QPointF DialGeometry::tip(Quantity quantity, const DialPhasor& phasor) const {
    const double length = phasor.rms / full(quantity) * ring(quantity);
    const double angle = phasor.degrees * kDegree;
    return centre_ + QPointF{length * std::cos(angle), -length * std::sin(angle)};
}

DialPhasor DialGeometry::phasor_at(Quantity quantity, const QPointF& point) const {
    const QPointF arm = point - centre_;
    const double length = std::hypot(arm.x(), arm.y());
    return {length / ring(quantity) * full(quantity), std::atan2(-arm.y(), arm.x()) / kDegree,
            true};
}

std::optional<Handle> handle_at(const Dial& dial, const DialGeometry& geometry,
                                const QPointF& point, double reach) {
    std::optional<Handle> best;
    double nearest = reach;
    for (const Quantity quantity : {Quantity::voltage, Quantity::current}) {
        for (int phase = 0; phase < 3; ++phase) {
            const DialPhasor& phasor = dial.at(quantity, phase);
            if (!phasor.shown) continue;
            const QPointF off = geometry.tip(quantity, phasor) - point;
            const double distance = std::hypot(off.x(), off.y());
            if (distance > nearest) continue;
            nearest = distance;
            best = Handle{quantity, phase};
        }
    }
    return best;
}

double full_scale(const std::array<DialPhasor, 3>& phasors, double present) {
    double largest = 0.0;
    for (const DialPhasor& phasor : phasors)
        if (phasor.shown) largest = std::max(largest, phasor.rms);
    if (!(largest > 0.0) || !std::isfinite(largest)) return present > 0.0 ? present : 1.0;
    if (largest <= present && largest >= kKeepAbove * present) return present;
    const double decade = std::pow(10.0, std::floor(std::log10(largest)));
    for (const double step : kSteps)
        if (step * decade >= largest) return step * decade;
    return 10.0 * decade;
}

}  // namespace widgets
