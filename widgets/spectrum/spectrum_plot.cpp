#include "widgets/spectrum/spectrum_plot.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "widgets/copying/copying.h"
#include "widgets/picture/picture_colours.h"

namespace widgets {

namespace {

// Bars are told by their filling too.
QBrush filling(const QColor& colour, int phase) {
    constexpr std::array kPatterns{Qt::SolidPattern, Qt::Dense3Pattern, Qt::BDiagPattern,
                                   Qt::HorPattern};
    return {colour, kPatterns[static_cast<std::size_t>(phase)]};
}

QString percent_text(const SpectrumSeries& series, int order) {
    const auto i = static_cast<std::size_t>(order - 1);
    return i < series.percent.size() ? QString::number(series.percent[i], 'f', 3) : QString{};
}

}  // namespace

SpectrumPlot::SpectrumPlot(const QString& title, QWidget* parent) : QWidget(parent), title_(title) {
    setAccessibleName(title);
    setToolTip(
        tr("Harmonics in % of the fundamental. THD: total harmonic distortion, root of the sum "
           "of the squares of orders 2 to 40"));
    setMinimumSize(240, 90);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    offer_copying(*this, {[this] { return text(); }, [this] { return csv(); }, true,
                          QStringLiteral("spectrum")});
}

void SpectrumPlot::show_series(std::vector<SpectrumSeries> series) {
    series_ = std::move(series);
    full_ = full_percent(series_);
    setAccessibleDescription(text());
    update();
}

QString SpectrumPlot::table(QChar separator) const {
    QStringList head{tr("order")};
    for (const SpectrumSeries& one : series_) head.append(one.name + QStringLiteral(" %"));
    QString out = head.join(separator) + QLatin1Char{'\n'};
    for (int order = 1; order <= kSpectrumOrders; ++order) {
        QStringList cells{QString::number(order)};
        for (const SpectrumSeries& one : series_) cells.append(percent_text(one, order));
        out += cells.join(separator) + QLatin1Char{'\n'};
    }
    QStringList thd{QStringLiteral("THD")};
    for (const SpectrumSeries& one : series_) thd.append(QString::number(one.thd, 'f', 3));
    return out + thd.join(separator) + QLatin1Char{'\n'};
}

QString SpectrumPlot::text() const { return table(QLatin1Char{'\t'}); }

QString SpectrumPlot::csv() const { return table(QLatin1Char{','}); }

void SpectrumPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    const PictureColours& colours = picture_colours(palette());
    painter.fillRect(rect(), colours.ground);
    const int count = static_cast<int>(series_.size());
    const SpectrumGeometry geometry{QSizeF{size()}, count, full_};
    paint_axes(painter, geometry, colours);
    for (int i = 0; i < count; ++i) {
        const SpectrumSeries& one = series_[static_cast<std::size_t>(i)];
        const QColor& colour = colours.phase[static_cast<std::size_t>(one.phase)];
        painter.setPen(QPen{colour, 1});
        painter.setBrush(filling(colour, one.phase));
        for (int order = 2; order <= static_cast<int>(one.percent.size()); ++order) {
            const QRectF bar =
                geometry.bar(order, i, one.percent[static_cast<std::size_t>(order - 1)]);
            if (bar.height() > 0.2) painter.drawRect(bar);
        }
    }
    paint_head(painter, geometry, colours);
}

void SpectrumPlot::paint_axes(QPainter& painter, const SpectrumGeometry& g,
                              const PictureColours& c) const {
    painter.fillRect(g.pane, c.pane);
    constexpr int kLines = 2;
    for (int i = 0; i <= kLines; ++i) {
        const double y = g.pane.bottom() - g.pane.height() * i / kLines;
        painter.setPen(QPen{i == 0 ? c.zero : c.grid, 1});
        painter.drawLine(QPointF{g.pane.left(), y}, QPointF{g.pane.right(), y});
        painter.setPen(c.text);
        painter.drawText(QRectF{0, y - 8, g.pane.left() - 5, 16}, Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1 %").arg(full_ * i / kLines));
    }
    painter.setPen(c.text);
    const bool narrow = g.pane.width() < 700;
    for (int order = 3; order <= kSpectrumOrders; order += order < 39 ? 2 : 1) {
        const QRectF bar = g.bar(order, 0, 0.0);
        if (narrow && ((order % 4 == 1 && order != 5) || order == 39)) continue;
        painter.drawText(QRectF{bar.left() - 12, g.pane.bottom() + 2, 36, 16}, Qt::AlignHCenter,
                         QString::number(order));
    }
}

void SpectrumPlot::paint_head(QPainter& painter, const SpectrumGeometry& g,
                              const PictureColours& c) const {
    const QRectF head{g.pane.left(), 1, g.pane.width(), g.pane.top() - 2};
    double right = head.right();
    for (auto one = series_.rbegin(); one != series_.rend(); ++one) {
        const QString label = tr("%1 THD %2 %").arg(one->name).arg(one->thd, 0, 'f', 2);
        const double width = painter.fontMetrics().horizontalAdvance(label);
        right -= width;
        painter.setPen(c.text);
        painter.drawText(QRectF{right, head.top(), width + 1, head.height()}, Qt::AlignVCenter,
                         label);
        right -= 15;
        const QColor& colour = c.phase[static_cast<std::size_t>(one->phase)];
        painter.setPen(QPen{colour, 1});
        painter.setBrush(filling(colour, one->phase));
        painter.drawRect(QRectF{right, head.center().y() - 5, 10, 10});
        right -= 12;
    }
    painter.setPen(c.text);
    const QRectF left{head.left(), head.top(), std::max(0.0, right - head.left()), head.height()};
    painter.drawText(
        left, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(title_, Qt::ElideRight, static_cast<int>(left.width())));
}

bool SpectrumPlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto& help = static_cast<QHelpEvent&>(*event);
    const SpectrumGeometry geometry{QSizeF{size()}, static_cast<int>(series_.size()), full_};
    const int order = geometry.order_at(help.pos());
    if (order == 0) return QWidget::event(event);
    QString text = tr("Order %1").arg(order);
    for (const SpectrumSeries& one : series_)
        text += QStringLiteral("\n%1  %2 %").arg(one.name, percent_text(one, order));
    QToolTip::showText(help.globalPos(), text, this);
    return true;
}

}  // namespace widgets
