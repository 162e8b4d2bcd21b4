#include "widgets/scope/scope_widget.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "widgets/phase_colours.h"

namespace widgets {

namespace {

constexpr QColor kScreen{0x10, 0x16, 0x1f};
constexpr QColor kPaneGround{0x0b, 0x10, 0x17};
constexpr QColor kGrid{0x2a, 0x35, 0x44};
constexpr QColor kZero{0x5b, 0x6b, 0x80};
constexpr QColor kText{0xc9, 0xd3, 0xdf};

struct Pane {
    const char* title;  // translated when shown
    const char* unit;
    std::array<const char*, 3> names;
};
constexpr std::array<Pane, kScopePanes> kPanes{{
    {QT_TRANSLATE_NOOP("widgets::ScopeWidget", "Voltage"), "V", {"VA", "VB", "VC"}},
    {QT_TRANSLATE_NOOP("widgets::ScopeWidget", "Current"), "A", {"IA", "IB", "IC"}},
}};

void paint_grid(QPainter& painter, const QRectF& rect) {
    painter.fillRect(rect, kPaneGround);
    painter.setPen(QPen{kGrid, 1});
    for (int i = 0; i <= kTimeDivisions; ++i) {
        const double x = rect.left() + rect.width() * i / kTimeDivisions;
        painter.drawLine(QPointF{x, rect.top()}, QPointF{x, rect.bottom()});
    }
    for (int i = -kHalfDivisions; i <= kHalfDivisions; ++i) {
        const double y = rect.center().y() + rect.height() / 2 * i / kHalfDivisions;
        painter.setPen(QPen{i == 0 ? kZero : kGrid, 1});
        painter.drawLine(QPointF{rect.left(), y}, QPointF{rect.right(), y});
    }
}

void paint_axis(QPainter& painter, const QRectF& rect, double per_division) {
    painter.setPen(kText);
    const double height = QFontMetricsF{painter.font()}.height();
    for (int i = -kHalfDivisions; i <= kHalfDivisions; i += 2) {
        const double y = rect.center().y() - rect.height() / 2 * i / kHalfDivisions;
        painter.drawText(QRectF{0, y - height / 2, rect.left() - 6, height},
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(i * per_division));
    }
}

// The phase's letter at its first peak, so that a trace is known without its colour.
void paint_letter(QPainter& painter, const QPolygonF& line, const QRectF& rect, QChar letter) {
    const std::optional<QPointF> peak = first_peak(line, rect);
    if (!peak) return;
    const QRectF box{peak->x() - 6, std::max(peak->y() - 7, rect.top() + 1), 12, 14};
    painter.fillRect(box, kPaneGround);
    painter.drawText(box, Qt::AlignCenter, letter);
}

}  // namespace

ScopeWidget::ScopeWidget(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("scope"));
    setAccessibleName(tr("Scope"));
    setToolTip(tr("Terminal voltages in V and conductor currents in A over %1 ms, "
                  "triggered by the rising zero crossing of VA")
                   .arg(kScopeSpan * 1000));
    setMinimumSize(320, 220);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void ScopeWidget::show_record(ScopeRecord record) {
    record_ = std::move(record);
    const std::optional<double> start = rising_zero(record_.channels[0], record_.frame_rate);
    triggered_ = start.has_value();
    start_ = start.value_or(0.0);
    for (int pane = 0; pane < kScopePanes; ++pane) {
        double& scale = per_division_[static_cast<std::size_t>(pane)];
        scale = units_per_division(peak_of(record_, pane), scale);
    }
    update();
}

double ScopeWidget::per_division(int pane) const {
    return per_division_[static_cast<std::size_t>(pane)];
}

void ScopeWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), kScreen);
    const auto panes = scope_panes(size());
    for (int pane = 0; pane < kScopePanes; ++pane) {
        paint_pane(painter, pane, panes[static_cast<std::size_t>(pane)]);
    }
    const QRectF& last = panes.back();
    const QRectF foot{last.left(), last.bottom() + 4, last.width(), height() - last.bottom() - 6};
    painter.setPen(kText);
    painter.drawText(foot, Qt::AlignLeft, tr("%1 ms/div").arg(kSecondsPerDivision * 1000));
    painter.drawText(
        foot, Qt::AlignRight,
        triggered_ ? tr("Trigger: VA rising") : tr("No trigger: VA has no zero crossing"));
}

void ScopeWidget::paint_pane(QPainter& painter, int pane, const QRectF& rect) const {
    const Pane& names = kPanes[static_cast<std::size_t>(pane)];
    const double scale = std::max(per_division(pane), 1e-12);
    paint_grid(painter, rect);
    paint_axis(painter, rect, scale);
    const QRectF head{rect.left(), rect.top() - 22, rect.width(), 20};
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1   %2 %3/div").arg(tr(names.title)).arg(scale).arg(names.unit));
    double legend = rect.right();
    for (int i = 2; i >= 0; --i) {
        const auto phase = static_cast<std::size_t>(i);
        const auto& channel = record_.channels[static_cast<std::size_t>(3 * pane) + phase];
        const QPolygonF line = trace(channel, record_.frame_rate, start_, scale, rect, 1.5);
        painter.setPen(QPen{kPhaseColours[phase], 1.8});
        painter.drawPolyline(line);
        paint_letter(painter, line, rect, QChar{u'A' + static_cast<char16_t>(i)});
        const QString name = QString::fromLatin1(names.names[phase]);
        const double width = QFontMetricsF{painter.font()}.horizontalAdvance(name);
        legend -= width;
        painter.drawText(QRectF{legend, head.top(), width + 1, head.height()}, Qt::AlignVCenter,
                         name);
        legend -= 22;
        painter.drawLine(QPointF{legend, head.center().y()},
                         QPointF{legend + 17, head.center().y()});
        legend -= 12;
    }
}

}  // namespace widgets
