#include "widgets/phasor/phasor_dial.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/copying/copying.h"
#include "widgets/installation/installation_settings.h"
#include "widgets/picture/picture_colours.h"

namespace widgets {

namespace {

constexpr double kReach = 14.0;  // pixels from a tip that take it
constexpr double kTurn = 1.0;    // degrees per key
constexpr double kGrow = 0.01;   // per key
constexpr int kDegreesPerSpoke = 30;

QString name_of(Quantity quantity, int phase) {
    return QChar{quantity == Quantity::voltage ? u'V' : u'I'} + QString{phase_letter(phase)};
}

void paint_arrow(QPainter& painter, const QPointF& from, const QPointF& to, bool filled,
                 double size) {
    const QPointF arm = to - from;
    const double length = std::hypot(arm.x(), arm.y());
    if (length < 2.0) return;
    const QPointF along = arm / length * std::min(size, length), across{-along.y(), along.x()};
    painter.drawLine(from, to - along * (filled ? 0.6 : 0.0));
    const QPolygonF head{to, to - along + across * 0.38, to - along - across * 0.38};
    QPen pen = painter.pen();
    painter.save();
    pen.setStyle(Qt::SolidLine);
    painter.setPen(pen);
    painter.setBrush(filled ? QBrush{pen.color()} : QBrush{Qt::NoBrush});
    filled ? painter.drawPolygon(head) : painter.drawPolyline({{head[1], head[0], head[2]}});
    painter.restore();
}

double step_of(Qt::KeyboardModifiers modifiers) {
    if ((modifiers & Qt::ShiftModifier) != 0) return 10.0;
    return (modifiers & Qt::ControlModifier) != 0 ? 0.1 : 1.0;
}

}  // namespace

PhasorDial::PhasorDial(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("phasor_dial"));
    setAccessibleName(tr("Phasor dial"));
    setMinimumSize(150, 150);
    offer_copying(*this, {[this] { return text(); }, [this] { return csv(); }, true,
                          QStringLiteral("phasors")});
}

void PhasorDial::set_editable(bool on) {
    editable_ = on;
    setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
    setMouseTracking(on);
    setToolTip(on ? tr("Phasors: rms value as length, angle against phase A. Drag a tip (Shift: "
                       "only length, Ctrl: only angle), or Page Up/Down and arrow keys")
                  : tr("Phasors: rms value as length, angle against phase A; filled heads are "
                       "voltages, open heads currents"));
}

void PhasorDial::show_reference(const std::optional<Dial>& dial) {
    reference_ = dial;
    update();
}

void PhasorDial::show_dial(const Dial& dial) {
    const DialPhasor held = at(selected_);
    dial_ = dial;
    if (dragging_) at(selected_) = held;
    if (!dragging_) {
        voltage_full_ = full_scale(dial_.voltage, voltage_full_);
        current_full_ = full_scale(dial_.current, current_full_);
    }
    setAccessibleDescription(text());
    update();
}

DialGeometry PhasorDial::geometry_now() const {
    return {QSizeF{size()}, voltage_full_, current_full_};
}

DialPhasor& PhasorDial::at(Handle handle) {
    return const_cast<DialPhasor&>(dial_.at(handle.quantity, handle.phase));
}

QString PhasorDial::text() const {
    QString out;
    for (const Quantity quantity : {Quantity::voltage, Quantity::current}) {
        for (int phase = 0; phase < 3; ++phase) {
            const DialPhasor& phasor = dial_.at(quantity, phase);
            if (!phasor.shown) continue;
            out +=
                QStringLiteral("%1  %2 %3  %4\u00b0\n")
                    .arg(name_of(quantity, phase))
                    .arg(phasor.rms, 0, 'f', 2)
                    .arg(quantity == Quantity::voltage ? QStringLiteral("V") : QStringLiteral("A"))
                    .arg(phasor.degrees, 0, 'f', 1);
        }
    }
    return out;
}

QString PhasorDial::csv() const {
    QString out = QStringLiteral("phasor,rms,angle_deg\n");
    for (const Quantity quantity : {Quantity::voltage, Quantity::current})
        for (int phase = 0; phase < 3; ++phase)
            out += QStringLiteral("%1,%2,%3\n")
                       .arg(name_of(quantity, phase))
                       .arg(dial_.at(quantity, phase).rms)
                       .arg(dial_.at(quantity, phase).degrees);
    return out;
}

void PhasorDial::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const PictureColours& colours = picture_colours(palette());
    painter.fillRect(rect(), colours.ground);
    const DialGeometry geometry = geometry_now();
    paint_rings(painter, geometry, colours);
    if (reference_) paint_phasors(painter, geometry, colours, *reference_, true);
    paint_phasors(painter, geometry, colours, dial_, false);
}

void PhasorDial::paint_rings(QPainter& painter, const DialGeometry& g,
                             const PictureColours& c) const {
    painter.setBrush(c.pane);
    painter.setPen(QPen{c.zero, 1});
    painter.drawEllipse(g.centre(), g.radius(), g.radius());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{c.grid, 1});
    painter.drawEllipse(g.centre(), g.radius() / 2, g.radius() / 2);
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * 0.8);
    painter.setFont(font);
    for (int degrees = 0; degrees < 360; degrees += kDegreesPerSpoke) {
        const double full = g.full(Quantity::voltage);
        const QPointF end = g.tip(Quantity::voltage, {full, static_cast<double>(degrees)});
        painter.setPen(QPen{degrees % 90 == 0 ? c.zero : c.grid, 1});
        painter.drawLine(g.centre(), end);
        const QPointF label = g.centre() + (end - g.centre()) * (1.0 + 11.0 / g.radius());
        painter.setPen(c.faint);
        painter.drawText(QRectF{label.x() - 18, label.y() - 8, 36, 16}, Qt::AlignCenter,
                         QString::number(degrees > 180 ? degrees - 360 : degrees) + QChar{0x00b0});
    }
    painter.setPen(c.faint);
    painter.drawText(QRectF{2, 1, width() - 4.0, 16}, Qt::AlignLeft, tr("%1 V").arg(voltage_full_));
    painter.drawText(QRectF{2, 1, width() - 4.0, 16}, Qt::AlignRight,
                     tr("%1 A").arg(current_full_));
}

void PhasorDial::paint_phasors(QPainter& painter, const DialGeometry& g, const PictureColours& c,
                               const Dial& dial, bool faint) const {
    for (const Quantity quantity : {Quantity::voltage, Quantity::current}) {
        for (int phase = 0; phase < 3; ++phase) {
            const DialPhasor& phasor = dial.at(quantity, phase);
            if (!phasor.shown) continue;
            const bool voltage = quantity == Quantity::voltage;
            QPen pen{c.phase[static_cast<std::size_t>(phase)], voltage ? 2.2 : 1.8};
            if (!voltage) pen.setDashPattern({4, 2});
            QColor colour = pen.color();
            if (faint) colour.setAlpha(90);
            pen.setColor(colour);
            painter.setPen(pen);
            const QPointF tip = g.tip(quantity, phasor);
            paint_arrow(painter, g.centre(), tip, voltage, 11);
            if (faint) continue;
            const bool chosen = editable_ && hasFocus() && selected_ == Handle{quantity, phase};
            if (chosen) {
                painter.setPen(QPen{c.accent, 2});
                painter.setBrush(Qt::NoBrush);
                painter.drawEllipse(tip, 8, 8);
            }
            const QPointF arm = tip - g.centre();
            const double length = std::max(std::hypot(arm.x(), arm.y()), 1.0);
            const QPointF label =
                tip + QPointF{-arm.y(), arm.x()} / length * 12 - arm / length * 10;
            painter.setPen(c.text);
            painter.drawText(QRectF{label.x() - 14, label.y() - 8, 28, 16}, Qt::AlignCenter,
                             name_of(quantity, phase));
        }
    }
}

void PhasorDial::change(Handle handle, DialPhasor to) {
    to.rms =
        std::clamp(to.rms, 0.0,
                   handle.quantity == Quantity::voltage ? kVoltageRange.most : kCurrentRange.most);
    to.degrees = wrapped(to.degrees);
    at(handle) = to;
    setAccessibleDescription(text());
    update();
    Q_EMIT moved(handle, to.rms, to.degrees);
}

void PhasorDial::mousePressEvent(QMouseEvent* event) {
    if (!editable_ || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const auto handle = handle_at(dial_, geometry_now(), event->position(), kReach);
    if (!handle) return;
    selected_ = *handle;
    dragging_ = true;
    update();
}

void PhasorDial::mouseMoveEvent(QMouseEvent* event) {
    if (!dragging_) {
        const bool over = handle_at(dial_, geometry_now(), event->position(), kReach).has_value();
        setCursor(over ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    DialPhasor to = geometry_now().phasor_at(selected_.quantity, event->position());
    const DialPhasor& now = dial_.at(selected_.quantity, selected_.phase);
    if ((event->modifiers() & Qt::ShiftModifier) != 0) to.degrees = now.degrees;
    if ((event->modifiers() & Qt::ControlModifier) != 0) to.rms = now.rms;
    change(selected_, to);
}

void PhasorDial::mouseReleaseEvent(QMouseEvent* /*event*/) {
    dragging_ = false;
    show_dial(Dial{dial_});
}

void PhasorDial::select(int step) {
    int i = (selected_.quantity == Quantity::voltage ? 0 : 3) + selected_.phase;
    for (int tries = 0; tries < 6; ++tries) {
        i = (i + step + 6) % 6;
        selected_ = {i < 3 ? Quantity::voltage : Quantity::current, i % 3};
        if (at(selected_).shown) break;
    }
    update();
}

void PhasorDial::keyPressEvent(QKeyEvent* event) {
    if (!editable_) return QWidget::keyPressEvent(event);
    const double step = step_of(event->modifiers());
    DialPhasor to = at(selected_);
    switch (event->key()) {
        case Qt::Key_PageDown:
            return select(+1);
        case Qt::Key_PageUp:
            return select(-1);
        case Qt::Key_Left:
            to.degrees += kTurn * step;
            break;
        case Qt::Key_Right:
            to.degrees -= kTurn * step;
            break;
        case Qt::Key_Up:
            to.rms = std::max(to.rms * (1 + kGrow * step), to.rms + 0.01);
            break;
        case Qt::Key_Down:
            to.rms /= 1 + kGrow * step;
            break;
        default:
            return QWidget::keyPressEvent(event);
    }
    change(selected_, to);
}

}  // namespace widgets
