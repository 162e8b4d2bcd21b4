#include "widgets/wiring/wiring_diagram.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "widgets/copying/copying.h"
#include "widgets/picture/picture_colours.h"

namespace widgets {

namespace {

constexpr double kReach = 15.0;
constexpr int kNameGap = 6;  // between a conductor and its name, and twice of it to the edge
constexpr double kRopeWidth = 11.0, kRopeHeight = 17.0;  // half axes

void paint_arrow(QPainter& painter, const QPointF& at, bool reversed) {
    const double s = reversed ? -1.0 : 1.0;
    painter.drawLine(at - QPointF{7 * s, 0}, at + QPointF{7 * s, 0});
    painter.drawLine(at + QPointF{7 * s, 0}, at + QPointF{2 * s, -4});
    painter.drawLine(at + QPointF{7 * s, 0}, at + QPointF{2 * s, 4});
}

}  // namespace

WiringDiagram::WiringDiagram(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("wiring"));
    setAccessibleName(tr("Wiring diagram"));
    setToolTip(
        tr("Drag a lead or a rope (Rogowski current sensor) to another conductor; Shift swaps two, "
           "away from all opens it; double-click turns a rope round. Keys: Page Up/Down, A B C N, "
           "O open, R reverse"));
    setMinimumSize(300, 170);
    setFocusPolicy(Qt::StrongFocus);
    offer_copying(*this, {[this] { return wiring_faults(picture_).join(QLatin1Char{'\n'}); },
                          {},
                          true,
                          QStringLiteral("wiring")});
}

void WiringDiagram::show_wiring(const WiringPicture& picture) {
    if (dragged_to_) return;
    picture_ = picture;
    if (!exists(picture_, selected_)) selected_ = {};
    const QStringList faults = wiring_faults(picture_);
    setAccessibleDescription(faults.isEmpty() ? tr("wired correctly")
                                              : faults.join(QStringLiteral("; ")));
    update();
}

QString WiringDiagram::name_of(int conductor) {
    return tr("source %1").arg(phase_letter(conductor));
}

WiringGeometry WiringDiagram::geometry_now() const {
    int names = fontMetrics().horizontalAdvance(tr("load"));
    for (int i = 0; i < kWiringConductors; ++i)
        names = std::max(names, fontMetrics().horizontalAdvance(name_of(i)));
    return {QSizeF{size()}, static_cast<double>(names + 2 * kNameGap)};
}

QPointF WiringDiagram::end_now(const WiringGeometry& g, Lead lead) const {
    return dragged_to_ && lead == selected_ ? *dragged_to_ : g.end_of(picture_, lead);
}

QPen WiringDiagram::lead_pen(const PictureColours& c, Lead lead) const {
    const bool right = conductor_of(picture_, lead) == lead.index;
    return right ? QPen{c.phase[static_cast<std::size_t>(lead.index)], 2}
                 : QPen{c.warning, 2, Qt::DashLine};
}

void WiringDiagram::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const PictureColours& colours = picture_colours(palette());
    painter.fillRect(rect(), colours.ground);
    const WiringGeometry geometry = geometry_now();
    paint_conductors(painter, geometry, colours);
    paint_meter(painter, geometry, colours);
    for (int i = 0; i < 3; ++i) {
        if (exists(picture_, {LeadKind::voltage, i})) paint_voltage(painter, geometry, colours, i);
        if (exists(picture_, {LeadKind::rope, i})) paint_rope(painter, geometry, colours, i);
    }
    if (!hasFocus()) return;
    painter.setPen(QPen{colours.accent, 1.5, Qt::DotLine});
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(end_now(geometry, selected_), 20, 20);
}

void WiringDiagram::paint_conductors(QPainter& painter, const WiringGeometry& g,
                                     const PictureColours& c) const {
    const WiringType& type = wiring_type(picture_.system_type);
    for (int i = 0; i < kWiringConductors; ++i) {
        if (i == kNeutral ? !type.neutral : i >= type.conductors) continue;
        const double y = g.conductor_y(i);
        painter.setPen(QPen{c.phase[static_cast<std::size_t>(i)], 3});
        painter.drawLine(QPointF{g.left(), y}, QPointF{g.right(), y});
        painter.setPen(c.text);
        painter.drawText(QRectF{0, y - 9, g.left() - kNameGap, 18},
                         Qt::AlignRight | Qt::AlignVCenter, name_of(i));
        painter.drawText(QRectF{g.right() + kNameGap, y - 9, g.left() - kNameGap, 18},
                         Qt::AlignLeft | Qt::AlignVCenter, tr("load"));
    }
}

void WiringDiagram::paint_meter(QPainter& painter, const WiringGeometry& g,
                                const PictureColours& c) const {
    painter.setPen(QPen{c.zero, 1.2});
    painter.setBrush(c.pane);
    painter.drawRoundedRect(g.meter(), 5, 5);
    painter.setPen(c.faint);
    painter.drawText(g.meter().adjusted(0, 0, -8, -2), Qt::AlignRight | Qt::AlignBottom,
                     QString::fromLatin1(wiring_type(picture_.system_type).label));
    painter.setPen(c.text);
    for (int i = 0; i < kWiringConductors; ++i) {
        const QPointF at = g.terminal(i);
        painter.drawText(QRectF{at.x() - 16, at.y() + 4, 32, 16}, Qt::AlignCenter,
                         QStringLiteral("V%1").arg(phase_letter(i)));
        if (i == kNeutral) continue;
        const QPointF rope = g.rope_input(i);
        painter.drawText(QRectF{rope.x() - 20, rope.y() + 4, 40, 16}, Qt::AlignCenter,
                         tr("CT %1").arg(phase_letter(i)));
    }
    if (!wiring_type(picture_.system_type).neutral) return;
    painter.setPen(QPen{c.phase[kNeutral], 2});
    painter.drawLine(g.terminal(kNeutral), g.neutral_end());
    painter.setBrush(c.phase[kNeutral]);
    painter.drawEllipse(g.neutral_end(), 3.5, 3.5);
}

void WiringDiagram::paint_voltage(QPainter& painter, const WiringGeometry& g,
                                  const PictureColours& c, int index) const {
    const Lead lead{LeadKind::voltage, index};
    const QPen pen = lead_pen(c, lead);
    const QPointF end = end_now(g, lead);
    painter.setPen(pen);
    painter.drawLine(g.terminal(index), end);
    painter.setPen(QPen{pen.color(), 2});
    painter.setBrush(conductor_of(picture_, lead) == kOpen ? QBrush{Qt::NoBrush}
                                                           : QBrush{pen.color()});
    painter.drawEllipse(end, 5, 5);
}

void WiringDiagram::paint_rope(QPainter& painter, const WiringGeometry& g, const PictureColours& c,
                               int index) const {
    const Lead lead{LeadKind::rope, index};
    const bool reversed = picture_.reversed[static_cast<std::size_t>(index)];
    const QPen pen = reversed ? QPen{c.warning, 2, Qt::DashLine} : lead_pen(c, lead);
    const QPointF end = end_now(g, lead);
    painter.setPen(pen);
    painter.drawLine(g.rope_input(index), end + QPointF{0, kRopeHeight});
    painter.setPen(QPen{pen.color(), 2.5});
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(end, kRopeWidth, kRopeHeight);
    painter.setPen(QPen{reversed ? c.warning : c.text, 1.6});
    paint_arrow(painter, end - QPointF{0, kRopeHeight + 7}, reversed);
}

void WiringDiagram::change(const WiringPicture& to) {
    if (to == picture_) return update();
    show_wiring(to);
    Q_EMIT edited(picture_);
}

void WiringDiagram::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const auto lead = geometry_now().lead_at(picture_, event->position(), kReach);
    if (!lead) return;
    selected_ = *lead;
    dragged_to_ = geometry_now().end_of(picture_, *lead);
    update();
}

void WiringDiagram::mouseMoveEvent(QMouseEvent* event) {
    if (!dragged_to_) return;
    dragged_to_ = event->position();
    update();
}

void WiringDiagram::mouseReleaseEvent(QMouseEvent* event) {
    if (!dragged_to_) return;
    const int conductor = geometry_now().conductor_at(*dragged_to_);
    dragged_to_.reset();
    const bool swap = (event->modifiers() & Qt::ShiftModifier) != 0;
    change(swap ? swapped(picture_, selected_, conductor)
                : connected(picture_, selected_, conductor));
}

void WiringDiagram::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto lead = geometry_now().lead_at(picture_, event->position(), kReach);
    dragged_to_.reset();
    if (lead && lead->kind == LeadKind::rope) change(turned_round(picture_, lead->index));
}

void WiringDiagram::select(int step) {
    int i = (selected_.kind == LeadKind::voltage ? 0 : 3) + selected_.index;
    do {
        i = (i + step + 6) % 6;
        selected_ = {i < 3 ? LeadKind::voltage : LeadKind::rope, i % 3};
    } while (!exists(picture_, selected_));
    update();
}

void WiringDiagram::keyPressEvent(QKeyEvent* event) {
    constexpr std::array kConductorKeys{Qt::Key_A, Qt::Key_B, Qt::Key_C, Qt::Key_N};
    for (int c = 0; c < kWiringConductors; ++c) {
        if (event->key() != kConductorKeys[static_cast<std::size_t>(c)]) continue;
        const bool swap = (event->modifiers() & Qt::ShiftModifier) != 0;
        if ((event->modifiers() & Qt::ControlModifier) != 0) continue;
        return change(swap ? swapped(picture_, selected_, c) : connected(picture_, selected_, c));
    }
    if (event->key() == Qt::Key_PageDown) return select(+1);
    if (event->key() == Qt::Key_PageUp) return select(-1);
    if (event->key() == Qt::Key_O) return change(connected(picture_, selected_, kOpen));
    if (event->key() == Qt::Key_R && selected_.kind == LeadKind::rope)
        return change(turned_round(picture_, selected_.index));
    QWidget::keyPressEvent(event);
}

}  // namespace widgets
