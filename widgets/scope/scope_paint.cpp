#include "widgets/scope/scope_paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace widgets {

void paint_scope_grid(QPainter& painter, const PictureColours& colours, const QRectF& pane) {
    painter.fillRect(pane, colours.pane);
    painter.setPen(QPen{colours.grid, 1});
    for (int i = 0; i <= kTimeDivisions; ++i) {
        const double x = pane.left() + pane.width() * i / kTimeDivisions;
        painter.drawLine(QPointF{x, pane.top()}, QPointF{x, pane.bottom()});
    }
    for (int i = -kHalfDivisions; i <= kHalfDivisions; ++i) {
        const double y = pane.center().y() + pane.height() / 2 * i / kHalfDivisions;
        painter.setPen(QPen{i == 0 ? colours.zero : colours.grid, 1});
        painter.drawLine(QPointF{pane.left(), y}, QPointF{pane.right(), y});
    }
}

void paint_scope_axis(QPainter& painter, const PictureColours& colours, const QRectF& pane,
                      double per_division) {
    painter.setPen(colours.text);
    const double height = QFontMetricsF{painter.font()}.height();
    const int every = pane.height() < 5 * height ? 4 : 2;
    for (int i = -kHalfDivisions; i <= kHalfDivisions; i += every) {
        const double y = pane.center().y() - pane.height() / 2 * i / kHalfDivisions;
        painter.drawText(QRectF{0, y - height / 2, pane.left() - 6, height},
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(i * per_division));
    }
}

void paint_letter(QPainter& painter, const PictureColours& colours, const QPolygonF& line,
                  const QRectF& pane, QChar letter) {
    const std::optional<QPointF> peak = first_peak(line, pane);
    if (!peak) return;
    const QRectF box{peak->x() - 6, std::max(peak->y() - 7, pane.top() + 1), 12, 14};
    painter.fillRect(box, colours.pane);
    painter.drawText(box, Qt::AlignCenter, letter);
}

void paint_trigger_mark(QPainter& painter, const PictureColours& colours, const QRectF& pane,
                        double x) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawPolygon(QPolygonF{{x - 4, pane.top()}, {x + 4, pane.top()}, {x, pane.top() + 7}});
}

double paint_legend_entry(QPainter& painter, const PictureColours& colours, const QRectF& head,
                          double right, const ScopeTrace& trace) {
    constexpr double kStroke = 16, kGap = 5, kApart = 12;
    const double width = QFontMetricsF{painter.font()}.horizontalAdvance(trace.name);
    painter.setPen(QPen{colours.phase[static_cast<std::size_t>(trace.phase)], 2});
    const double left = right - width - kGap - kStroke;
    painter.drawLine(QPointF{left, head.center().y()}, QPointF{left + kStroke, head.center().y()});
    painter.setPen(colours.text);
    painter.drawText(QRectF{right - width, head.top(), width + 1, head.height()}, Qt::AlignVCenter,
                     trace.name);
    return left - kApart;
}

void paint_cursor_box(QPainter& painter, const PictureColours& colours, const QRectF& pane,
                      const QStringList& lines) {
    const QFontMetricsF metrics{painter.font()};
    double widest = 0.0;
    for (const QString& line : lines) widest = std::max(widest, metrics.horizontalAdvance(line));
    const auto count = static_cast<int>(lines.size());
    const CursorBox box = cursor_box(pane, count, {std::ceil(widest), metrics.height()});
    if (box.cells == 0) return;
    QColor ground = colours.ground;
    ground.setAlpha(225);
    painter.setPen(QPen{colours.grid, 1});
    painter.setBrush(ground);
    painter.drawRect(box.rect);
    painter.setPen(colours.text);
    for (int n = 0; n < box.cells; ++n) {
        const bool cut = n + 1 == box.cells && box.cells < count;
        const QString text = cut ? lines[n] + QStringLiteral(" \u2026") : lines[n];
        painter.drawText(box.cell(n), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideRight, box.width));
    }
}

QString clock_text(double seconds) {
    const auto thousandths = static_cast<qint64>(std::llround(std::max(seconds, 0.0) * 1'000));
    const auto part = [](qint64 n, int digits) {
        return QStringLiteral("%1").arg(n, digits, 10, QLatin1Char{'0'});
    };
    return QStringLiteral("%1:%2:%3.%4")
        .arg(part(thousandths / 3'600'000, 2), part(thousandths / 60'000 % 60, 2),
             part(thousandths / 1'000 % 60, 2), part(thousandths % 1'000, 3));
}

}  // namespace widgets
