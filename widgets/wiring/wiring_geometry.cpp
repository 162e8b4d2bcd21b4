#include "widgets/wiring/wiring_geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kTop = 30.0;  // for the arrow above a rope on the first conductor
constexpr double kMeterHeight = 34.0;
constexpr double kLoose = 16.0;  // how far below the conductors a loose end hangs

}  // namespace

WiringGeometry::WiringGeometry(const QSizeF& size, double names)
    : left_(names), right_(std::max(size.width() - names, names + 100.0)), first_(kTop) {
    const double below = std::max(size.height() - kTop - kMeterHeight - 8.0, 80.0);
    pitch_ = below / (kWiringConductors + 0.6);
    meter_ = {left_ + 10, size.height() - kMeterHeight - 4, right_ - left_ - 20, kMeterHeight};
}

double WiringGeometry::conductor_y(int conductor) const { return first_ + conductor * pitch_; }

double WiringGeometry::x_of(Lead lead) const {
    const double share =
        lead.kind == LeadKind::voltage ? 0.08 + 0.09 * lead.index : 0.58 + 0.13 * lead.index;
    return meter_.left() + share * meter_.width();
}

QPointF WiringGeometry::terminal(int index) const {
    return {x_of({LeadKind::voltage, index}), meter_.top()};
}

QPointF WiringGeometry::rope_input(int rope) const {
    return {x_of({LeadKind::rope, rope}), meter_.top()};
}

QPointF WiringGeometry::end_of(const WiringPicture& picture, Lead lead) const {
    const int conductor = conductor_of(picture, lead);
    const double y = conductor == kOpen ? meter_.top() - kLoose : conductor_y(conductor);
    return {x_of(lead), y};
}

QPointF WiringGeometry::neutral_end() const {
    return {x_of({LeadKind::voltage, kNeutral}), conductor_y(kNeutral)};
}

std::optional<Lead> WiringGeometry::lead_at(const WiringPicture& picture, const QPointF& point,
                                            double reach) const {
    for (const LeadKind kind : {LeadKind::rope, LeadKind::voltage}) {
        for (int i = 0; i < 3; ++i) {
            const Lead lead{kind, i};
            const QPointF off = end_of(picture, lead) - point;
            if (exists(picture, lead) && std::hypot(off.x(), off.y()) <= reach) return lead;
        }
    }
    return std::nullopt;
}

int WiringGeometry::conductor_at(const QPointF& point) const {
    for (int c = 0; c < kWiringConductors; ++c)
        if (std::abs(point.y() - conductor_y(c)) <= pitch_ / 2) return c;
    return kOpen;
}

}  // namespace widgets
