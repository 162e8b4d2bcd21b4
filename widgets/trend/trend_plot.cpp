#include "widgets/trend/trend_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/copying/copying.h"
#include "widgets/picture/picture_colours.h"
#include "widgets/scope/scope_paint.h"

namespace widgets {

namespace {

constexpr double kWheelNotch = 120.0, kZoomPerNotch = 0.8, kKeyPan = 0.1;
constexpr int kLines = 4;

// Okabe and Ito; on light ground the light ones are darkened.
constexpr std::array kCurves{0xe69f00, 0x56b4e9, 0x009e73, 0xcc79a7, 0xd55e00, 0x0072b2};

// A dash where nothing was recorded.
QString number_text(double value) {
    return std::isnan(value) ? QStringLiteral("\u2013") : QString::number(value, 'g', 6);
}

}  // namespace

TrendPlot::TrendPlot(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("trend_plot"));
    setAccessibleName(tr("Trends"));
    setToolTip(
        tr("Wheel or + \u2212: zoom; drag or \u2190 \u2192: move in time; Home: newest; "
           "Ctrl with \u2190 \u2192 moves the cursor"));
    setMinimumSize(280, 120);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    offer_copying(*this, {[this] { return text(); }, [this] { return csv(); }, true,
                          QStringLiteral("trends")});
}

QPen TrendPlot::pen_of(int curve, const PictureColours& colours) {
    const int rgb = kCurves[static_cast<std::size_t>(curve) % kCurves.size()];
    QColor colour{rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff};
    if (colours.pane.lightness() > 128) colour = colour.darker(125);
    constexpr std::array kStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return {colour, 1.8, kStyles[static_cast<std::size_t>(curve) % kStyles.size()]};
}

void TrendPlot::show_curves(std::vector<TrendCurve> curves, const TimeWindow& window) {
    curves_ = std::move(curves);
    window_ = window;
    ranges_ = trend_ranges(curves_);
    setAccessibleDescription(text());
    update();
}

int TrendPlot::columns() const { return std::max(1, static_cast<int>(trend_pane(size()).width())); }

double TrendPlot::cursor_time() const {
    return window_.start + (cursor_ < 0.0 ? 1.0 : cursor_) * window_.span;
}

QString TrendPlot::text() const {
    QString out = clock_text(cursor_time()) + QLatin1Char{'\n'};
    for (const TrendCurve& curve : curves_)
        out += QStringLiteral("%1  %2 %3\n")
                   .arg(curve.name, number_text(trend_value(curve, cursor_time())), curve.unit);
    return out.trimmed();
}

QString TrendPlot::csv() const {
    QString out = QStringLiteral("time_s");
    for (const TrendCurve& curve : curves_)
        out += QStringLiteral(",%1_min_%2,%1_max_%2").arg(curve.name, curve.unit);
    const std::size_t rows = curves_.empty() ? 0 : curves_.front().least.size();
    for (std::size_t r = 0; r < rows; ++r) {
        const TrendCurve& front = curves_.front();
        out += QLatin1Char{'\n'} +
               QString::number(front.first + static_cast<double>(r) * front.step, 'f', 3);
        for (const TrendCurve& curve : curves_)
            out += QStringLiteral(",%1,%2")
                       .arg(curve.least[r], 0, 'g', 8)
                       .arg(curve.most[r], 0, 'g', 8);
    }
    return out + QLatin1Char{'\n'};
}

void TrendPlot::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    const PictureColours& colours = picture_colours(palette());
    painter.fillRect(rect(), colours.ground);
    const QRectF pane = trend_pane(size());
    paint_axes(painter, pane, colours);
    painter.setClipRect(pane);
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        painter.setPen(pen_of(static_cast<int>(i), colours));
        for (const QPolygonF& line :
             trend_lines(curves_[i], window_, ranges_[curves_[i].unit], pane))
            painter.drawPolyline(line);
    }
    painter.setClipping(false);
    if (cursor_ >= 0.0 && !curves_.empty()) paint_cursor(painter, pane, colours);
}

void TrendPlot::paint_axes(QPainter& painter, const QRectF& pane, const PictureColours& c) const {
    painter.fillRect(pane, c.pane);
    const QString unit = curves_.empty() ? QString{} : curves_.front().unit;
    const auto found = ranges_.find(unit);
    for (int i = 0; i <= kLines; ++i) {
        const double y = pane.bottom() - pane.height() * i / kLines;
        painter.setPen(QPen{i == 0 ? c.zero : c.grid, 1});
        painter.drawLine(QPointF{pane.left(), y}, QPointF{pane.right(), y});
        if (found == ranges_.end()) continue;
        const auto& [low, high] = found->second;
        painter.setPen(c.text);
        painter.drawText(QRectF{0, std::clamp(y - 8, 0.0, height() - 34.0), pane.left() - 5, 16},
                         Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1 %2")
                             .arg(low + (high - low) * i / kLines, 0, 'g', 5)
                             .arg(i == kLines ? unit : QString{}));
    }
    for (int i = 0; i <= kTimeDivisions; ++i) {
        const double x = pane.left() + pane.width() * i / kTimeDivisions;
        painter.setPen(QPen{c.grid, 1});
        painter.drawLine(QPointF{x, pane.top()}, QPointF{x, pane.bottom()});
    }
    painter.setPen(c.text);
    const QRectF foot{pane.left(), pane.bottom() + 3, pane.width(), 18};
    painter.drawText(foot, Qt::AlignLeft, clock_text(window_.start));
    painter.drawText(foot, Qt::AlignHCenter,
                     tr("%1/div").arg(duration_text(window_.span / kTimeDivisions)));
    painter.drawText(foot, Qt::AlignRight, clock_text(window_.end()));
}

void TrendPlot::paint_cursor(QPainter& painter, const QRectF& pane, const PictureColours& c) const {
    const double x = pane.left() + cursor_ * pane.width();
    painter.setPen(QPen{c.accent, 1});
    painter.drawLine(QPointF{x, pane.top()}, QPointF{x, pane.bottom()});
    paint_cursor_box(painter, c, pane, text().split(QLatin1Char{'\n'}));
}

void TrendPlot::wheelEvent(QWheelEvent* event) {
    const QRectF pane = trend_pane(size());
    const double at = std::clamp((event->position().x() - pane.left()) / pane.width(), 0.0, 1.0);
    Q_EMIT zoom_requested(std::pow(kZoomPerNotch, event->angleDelta().y() / kWheelNotch), at);
    event->accept();
}

void TrendPlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    drag_x_ = event->position().x();
}

void TrendPlot::mouseMoveEvent(QMouseEvent* event) {
    const QRectF pane = trend_pane(size());
    const double x = event->position().x();
    cursor_ = std::clamp((x - pane.left()) / pane.width(), 0.0, 1.0);
    if ((event->buttons() & Qt::LeftButton) != 0) {
        Q_EMIT pan_requested((drag_x_ - x) / pane.width());
        drag_x_ = x;
    }
    update();
}

void TrendPlot::keyPressEvent(QKeyEvent* event) {
    const int sideways = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (sideways != 0 && (event->modifiers() & Qt::ControlModifier) != 0) {
        cursor_ = std::clamp(
            (cursor_ < 0.0 ? 1.0 : cursor_) + sideways / static_cast<double>(columns()), 0.0, 1.0);
        setAccessibleDescription(text());
        update();
    } else if (sideways != 0) {
        Q_EMIT pan_requested(sideways * kKeyPan);
    } else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) {
        Q_EMIT zoom_requested(kZoomPerNotch, 1.0);
    } else if (event->key() == Qt::Key_Minus) {
        Q_EMIT zoom_requested(1.0 / kZoomPerNotch, 1.0);
    } else if (event->key() == Qt::Key_Home) {
        Q_EMIT newest_requested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace widgets
