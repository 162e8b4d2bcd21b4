#include "widgets/scope/scope_widget.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/scope/scope_paint.h"

namespace widgets {

namespace {

constexpr double kWheelNotch = 120.0;  // QWheelEvent: eighths of a degree per notch
constexpr double kZoomPerNotch = 0.8;
constexpr double kGrab = 6.0;  // pixels within which a cursor is taken
constexpr double kKeyPan = 0.1;

}  // namespace

ScopeWidget::ScopeWidget(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scope"));
    setAccessibleName(tr("Scope"));
    setToolTip(
        tr("Wheel or + \u2212: zoom; drag or \u2190 \u2192: move in time; Home: newest; C: cursors "
           "(Ctrl or Shift with \u2190 \u2192 moves them)"));
    setMinimumSize(300, 160);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void ScopeWidget::show_picture(ScopePicture picture) {
    picture_ = std::move(picture);
    for (int pane = 0; pane < kScopePanes; ++pane) {
        double& scale = per_division_[static_cast<std::size_t>(pane)];
        scale = units_per_division(peak_of(picture_, pane), scale);
    }
    if (cursors_on_) setAccessibleDescription(cursor_text());
    update();
}

double ScopeWidget::per_division(int pane) const {
    return per_division_[static_cast<std::size_t>(pane)];
}

void ScopeWidget::show_cursors(bool on) {
    if (cursors_on_ == on) return;
    cursors_on_ = on;
    Q_EMIT cursors_toggled(on);
    update();
}

std::array<double, 2> ScopeWidget::cursor_times() const {
    const TimeWindow& w = picture_.window;
    return {w.start + cursors_[0] * w.span, w.start + cursors_[1] * w.span};
}

QStringList ScopeWidget::time_lines() const {
    const auto [first, second] = cursor_times();
    const double zero = picture_.trigger.value_or(picture_.window.start);
    const double between = second - first;
    QString difference = tr("\u0394t %1").arg(duration_text(between));
    if (between != 0.0)
        difference += QStringLiteral("   1/\u0394t %1 Hz").arg(1.0 / std::abs(between), 0, 'g', 5);
    return {tr("t1 %1   t2 %2").arg(duration_text(first - zero), duration_text(second - zero)),
            difference};
}

QString ScopeWidget::value_line(const ScopeTrace& trace) const {
    const auto [first, second] = cursor_times();
    const double a = value_at(trace, first), b = value_at(trace, second);
    return QStringLiteral("%1  %2  %3  \u0394 %4 %5")
        .arg(trace.name)
        .arg(a, 0, 'g', 5)
        .arg(b, 0, 'g', 5)
        .arg(b - a, 0, 'g', 5)
        .arg(picture_.units[static_cast<std::size_t>(trace.pane)]);
}

QStringList ScopeWidget::cursor_lines(int pane) const {
    QStringList out = pane == 0 ? time_lines() : QStringList{};
    for (const ScopeTrace& trace : picture_.traces)
        if (trace.pane == pane) out.append(value_line(trace));
    return out;
}

QString ScopeWidget::cursor_text() const {
    QStringList out{time_lines().join(QStringLiteral("   "))};
    for (const ScopeTrace& trace : picture_.traces) out.append(value_line(trace));
    return out.join(QLatin1Char{'\n'});
}

int ScopeWidget::columns() const {
    return std::max(1, static_cast<int>(scope_panes(size())[0].width()));
}

const PictureColours& ScopeWidget::colours() const { return picture_colours(palette()); }

void ScopeWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.fillRect(rect(), colours().ground);
    const auto panes = scope_panes(size());
    for (int pane = 0; pane < kScopePanes; ++pane) {
        paint_pane(painter, pane, panes[static_cast<std::size_t>(pane)]);
    }
    paint_foot(painter, panes.back());
    if (cursors_on_) paint_cursors(painter);
    if (hasFocus()) {
        painter.setPen(QPen{colours().accent, 1});
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ScopeWidget::paint_pane(QPainter& painter, int pane, const QRectF& rect) const {
    const double scale = std::max(per_division(pane), 1e-12);
    paint_scope_grid(painter, colours(), rect);
    paint_scope_axis(painter, colours(), rect, scale);
    paint_legend(painter, pane, rect);
    for (const ScopeTrace& trace : picture_.traces)
        if (trace.pane == pane) paint_trace(painter, trace, rect);
    if (!picture_.trigger) return;
    const double x = x_of(*picture_.trigger, picture_.window, rect);
    if (x >= rect.left() && x <= rect.right()) paint_trigger_mark(painter, colours(), rect, x);
}

void ScopeWidget::paint_trace(QPainter& painter, const ScopeTrace& trace,
                              const QRectF& rect) const {
    const double scale = std::max(per_division(trace.pane), 1e-12);
    const QPolygonF line = polyline(trace, picture_.window, scale, rect, 2.0);
    painter.setRenderHint(QPainter::Antialiasing, trace.exact);
    painter.setPen(
        QPen{colours().phase[static_cast<std::size_t>(trace.phase)], trace.exact ? 1.6 : 1.0});
    painter.drawPolyline(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (trace.exact) paint_letter(painter, colours(), line, rect, phase_letter(trace.phase));
}

void ScopeWidget::paint_legend(QPainter& painter, int pane, const QRectF& rect) const {
    const auto at = static_cast<std::size_t>(pane);
    const QRectF head = scope_head(rect);
    painter.setPen(colours().text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1   %2 %3/div")
                         .arg(picture_.titles[at])
                         .arg(per_division(pane))
                         .arg(picture_.units[at]));
    double right = rect.right();
    for (auto trace = picture_.traces.rbegin(); trace != picture_.traces.rend(); ++trace)
        if (trace->pane == pane)
            right = paint_legend_entry(painter, colours(), head, right, *trace);
}

void ScopeWidget::paint_foot(QPainter& painter, const QRectF& last) const {
    const TimeWindow& window = picture_.window;
    const QRectF foot{last.left(), last.bottom() + 3, last.width(), height() - last.bottom() - 4};
    painter.setPen(colours().text);
    painter.drawText(
        foot, Qt::AlignLeft,
        tr("%1/div   from %2")
            .arg(duration_text(window.span / kTimeDivisions), clock_text(window.start)));
    painter.drawText(foot, Qt::AlignRight,
                     picture_.trigger ? tr("Triggered at %1").arg(clock_text(*picture_.trigger))
                                      : tr("Not triggered"));
}

void ScopeWidget::paint_cursors(QPainter& painter) const {
    const auto panes = scope_panes(size());
    for (std::size_t i = 0; i < cursors_.size(); ++i) {
        const double x = panes[0].left() + cursors_[i] * panes[0].width();
        painter.setPen(QPen{colours().accent, 1, i == 0 ? Qt::SolidLine : Qt::DashLine});
        for (const QRectF& pane : panes)
            painter.drawLine(QPointF{x, pane.top()}, QPointF{x, pane.bottom()});
        painter.drawText(QPointF{x + 3, panes[0].top() + 12}, QString::number(i + 1));
    }
    for (int pane = 0; pane < kScopePanes; ++pane)
        paint_cursor_box(painter, colours(), panes[static_cast<std::size_t>(pane)],
                         cursor_lines(pane));
}

int ScopeWidget::cursor_near(double x) const {
    if (!cursors_on_) return -1;
    const QRectF pane = scope_panes(size())[0];
    for (int i = 1; i >= 0; --i) {
        const double at = pane.left() + cursors_[static_cast<std::size_t>(i)] * pane.width();
        if (std::abs(at - x) <= kGrab) return i;
    }
    return -1;
}

void ScopeWidget::move_cursor(int cursor, double at) {
    cursors_[static_cast<std::size_t>(cursor)] = std::clamp(at, 0.0, 1.0);
    setAccessibleDescription(cursor_text());
    update();
}

void ScopeWidget::wheelEvent(QWheelEvent* event) {
    const QRectF pane = scope_panes(size())[0];
    const double at = std::clamp((event->position().x() - pane.left()) / pane.width(), 0.0, 1.0);
    Q_EMIT zoom_requested(std::pow(kZoomPerNotch, event->angleDelta().y() / kWheelNotch), at);
    event->accept();
}

void ScopeWidget::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    drag_x_ = event->position().x();
    dragged_ = cursor_near(drag_x_);
    setCursor(dragged_ < 0 ? Qt::ClosedHandCursor : Qt::SizeHorCursor);
}

void ScopeWidget::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) == 0) return;
    const QRectF pane = scope_panes(size())[0];
    const double x = event->position().x();
    if (dragged_ >= 0) {
        move_cursor(dragged_, (x - pane.left()) / pane.width());
    } else {
        Q_EMIT pan_requested((drag_x_ - x) / pane.width());
    }
    drag_x_ = x;
}

void ScopeWidget::mouseReleaseEvent(QMouseEvent* /*event*/) { unsetCursor(); }

void ScopeWidget::keyPressEvent(QKeyEvent* event) {
    const int sideways = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const bool first = (event->modifiers() & Qt::ControlModifier) != 0;
    const bool second = (event->modifiers() & Qt::ShiftModifier) != 0;
    if (sideways != 0 && cursors_on_ && (first || second)) {
        const int cursor = first ? 0 : 1;
        move_cursor(cursor, cursors_[static_cast<std::size_t>(cursor)] +
                                sideways / static_cast<double>(columns()));
    } else if (sideways != 0) {
        Q_EMIT pan_requested(sideways * kKeyPan);
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) {
        Q_EMIT zoom_requested(kZoomPerNotch, 0.5);
    } else if (event->key() == Qt::Key_Minus) {
        Q_EMIT zoom_requested(1.0 / kZoomPerNotch, 0.5);
    } else if (event->key() == Qt::Key_Home) {
        Q_EMIT newest_requested();
    } else if (event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier) {
        show_cursors(!cursors_on_);
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace widgets
