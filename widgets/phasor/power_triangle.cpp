#include "widgets/phasor/power_triangle.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "widgets/copying/copying.h"
#include "widgets/picture/picture_colours.h"

namespace widgets {

namespace {

constexpr double kMargin = 16.0;
constexpr double kText = 66.0;  // four lines above the triangle

QString line(const QString& name, const Powers& p) {
    return QStringLiteral("%1\tP %2\tQ %3\tS %4\tPF %5\t\u03c6 %6\u00b0")
        .arg(name, with_prefix(p.real, QStringLiteral("W")),
             with_prefix(p.reactive, QStringLiteral("var")),
             with_prefix(p.apparent, QStringLiteral("VA")))
        .arg(p.power_factor, 0, 'f', 4)
        .arg(std::atan2(p.reactive, p.real) * 180.0 / M_PI, 0, 'f', 1);
}

void paint_side(QPainter& painter, const QPointF& from, const QPointF& to, const QString& name,
                const QPointF& aside, const QColor& text) {
    painter.drawLine(from, to);
    const QPen pen = painter.pen();
    painter.setPen(text);
    const QPointF at = (from + to) / 2 + aside;
    painter.drawText(QRectF{at.x() - 10, at.y() - 8, 20, 16}, Qt::AlignCenter, name);
    painter.setPen(pen);
}

}  // namespace

QString with_prefix(double value, const QString& unit) {
    struct Prefix {
        double factor;
        const char* name;
    };
    constexpr std::array<Prefix, 5> kPrefixes{
        {{1e9, "G"}, {1e6, "M"}, {1e3, "k"}, {1.0, ""}, {1e-3, "m"}}};
    for (const Prefix& prefix : kPrefixes) {
        if (std::abs(value) < prefix.factor && &prefix != &kPrefixes.back()) continue;
        const double shown = value / prefix.factor;
        const int decimals = std::abs(shown) >= 100 ? 1 : std::abs(shown) >= 10 ? 2 : 3;
        if (std::abs(shown) < 5e-4) break;
        return QStringLiteral("%1 %2%3")
            .arg(shown, 0, 'f', decimals)
            .arg(QString::fromLatin1(prefix.name), unit);
    }
    return QStringLiteral("0 ") + unit;
}

TriangleGeometry::TriangleGeometry(const QRectF& pane, const Powers& first, const Powers& second) {
    const double left = std::min({first.real, second.real, 0.0});
    const double right = std::max({first.real, second.real, 0.0});
    const double low = std::min({first.reactive, second.reactive, 0.0});
    const double high = std::max({first.reactive, second.reactive, 0.0});
    const double width = std::max(right - left, 1e-9), height = std::max(high - low, 1e-9);
    scale_ = std::min(pane.width() / width, pane.height() / height);
    origin_ = {pane.center().x() - (left + right) / 2 * scale_,
               pane.center().y() + (low + high) / 2 * scale_};
}

QPolygonF TriangleGeometry::corners(const Powers& powers) const {
    const QPointF end = origin_ + QPointF{powers.real * scale_, 0.0};
    return {{origin_, end, end - QPointF{0.0, powers.reactive * scale_}}};
}

PowerTriangle::PowerTriangle(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("power_triangle"));
    setAccessibleName(tr("Power triangle"));
    setToolTip(
        tr("P real power (does work), Q reactive power (swings to and fro, > 0 when the "
           "current lags), S apparent power (V rms times I rms), PF = P / S"));
    setMinimumSize(170, 150);
    setFocusPolicy(Qt::StrongFocus);
    offer_copying(*this, {[this] { return text(); }, [this] { return csv(); }, true,
                          QStringLiteral("power-triangle")});
}

void PowerTriangle::show_powers(const QString& what, const std::optional<Powers>& meter,
                                const std::optional<Powers>& truth) {
    if (what == what_ && meter == meter_ && truth == truth_) return;
    what_ = what;
    meter_ = meter;
    truth_ = truth;
    setAccessibleDescription(text());
    update();
}

QString PowerTriangle::text() const {
    QStringList lines{what_};
    if (meter_) lines.append(line(tr("meter"), *meter_));
    if (truth_) lines.append(line(tr("truth"), *truth_));
    return lines.join(QLatin1Char{'\n'});
}

QString PowerTriangle::csv() const {
    QString out = QStringLiteral("what,p_w,q_var,s_va,pf\n");
    const auto add = [&out](const QString& name, const Powers& p) {
        out += QStringLiteral("%1,%2,%3,%4,%5\n")
                   .arg(name)
                   .arg(p.real, 0, 'g', 10)
                   .arg(p.reactive, 0, 'g', 10)
                   .arg(p.apparent, 0, 'g', 10)
                   .arg(p.power_factor, 0, 'g', 10);
    };
    if (meter_) add(QStringLiteral("meter"), *meter_);
    if (truth_) add(QStringLiteral("truth"), *truth_);
    return out;
}

void PowerTriangle::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    const PictureColours& colours = picture_colours(palette());
    painter.fillRect(rect(), colours.ground);
    painter.setPen(colours.text);
    painter.drawText(QRectF{8, 3, width() - 16.0, kText}, Qt::AlignLeft,
                     text().replace(QLatin1Char{'\t'}, QStringLiteral("  ")));
    if (!meter_ && !truth_) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Powers meter = meter_ ? *meter_ : *truth_;
    const Powers truth = truth_.value_or(meter);
    const QRectF pane{kMargin, kText, width() - 2 * kMargin, height() - kText - kMargin};
    const TriangleGeometry geometry{pane, meter, truth};
    if (truth_) {
        painter.setPen(QPen{colours.zero, 1.5, Qt::DashLine});
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(geometry.corners(truth));
    }
    if (!meter_) return;
    const QPolygonF corners = geometry.corners(meter);
    const double below = meter.reactive >= 0 ? 10.0 : -10.0;
    painter.setPen(QPen{colours.phase[0], 2.4});
    paint_side(painter, corners[0], corners[1], QStringLiteral("P"), {0, below}, colours.text);
    painter.setPen(QPen{colours.phase[1], 2.4});
    paint_side(painter, corners[1], corners[2], QStringLiteral("Q"), {10, 0}, colours.text);
    painter.setPen(QPen{colours.phase[2], 2.4});
    paint_side(painter, corners[0], corners[2], QStringLiteral("S"), {-9, -below}, colours.text);
}

}  // namespace widgets
