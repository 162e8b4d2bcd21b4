#include "widgets/lcd/lcd_widget.h"

#include <QAccessible>
#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>
#include <array>

namespace widgets {

namespace {

constexpr QColor kFrame{0x05, 0x12, 0x38};

void paint_glass(QPainter& painter, const LcdColours& colours) {
    QRadialGradient light{QPointF{kGlassWidth / 2, kGlassHeight / 2}, kGlassWidth * 0.62};
    light.setColorAt(0, colours.centre);
    light.setColorAt(1, colours.edge);
    painter.setBrush(light);
    painter.setPen(QPen{kFrame, 3});
    painter.drawRoundedRect(QRectF{1.5, 1.5, kGlassWidth - 3, kGlassHeight - 3}, 7, 7);
    painter.setPen(Qt::NoPen);
}

template <class Cells, class Bits>
void paint_cells(QPainter& painter, const Cells& cells, const Bits& bits, const QColor& lit,
                 const QColor& ghost) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        for (std::size_t s = 0; s < cells[c].size(); ++s) {
            painter.setBrush(((bits[c] >> s) & 1) != 0 ? lit : ghost);
            painter.drawPolygon(cells[c][s]);
        }
    }
}

}  // namespace

LcdWidget::LcdWidget(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("lcd"));
    setAccessibleName(tr("Meter display"));
    setMinimumSize(170, 100);
    show_lcd({});
}

void LcdWidget::show_lcd(const meter::Lcd& lcd) {
    if (lcd == lcd_ && !accessibleDescription().isEmpty()) return;
    lcd_ = lcd;
    setAccessibleDescription(text());
    update();
}

void LcdWidget::set_look(const LcdLook& look) {
    look_ = look;
    update();
}

QColor LcdWidget::colour(bool lit) const {
    const LcdColours colours = lcd_colours(look_);
    if (lit) return colours.lit;
    return look_.ghosts ? colours.ghost : QColor{Qt::transparent};
}

QString LcdWidget::text() const {
    std::array<char, meter::kLcdTextSize> out{};
    const std::size_t size = meter::lcd_text(lcd_, out);
    return QString::fromLatin1(out.data(), static_cast<qsizetype>(size));
}

QSize LcdWidget::sizeHint() const {
    return {static_cast<int>(kGlassWidth), static_cast<int>(kGlassHeight)};
}

void LcdWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF glass = fit_glass(size());
    painter.translate(glass.topLeft());
    painter.scale(glass.width() / kGlassWidth, glass.height() / kGlassHeight);
    paint_glass(painter, lcd_colours(look_));
    paint_cells(painter, geometry_.label, lcd_.label, colour(true), colour(false));
    paint_cells(painter, geometry_.value, lcd_.value, colour(true), colour(false));
    for (std::size_t i = 0; i < geometry_.point.size(); ++i) {
        painter.setBrush(colour(((lcd_.points >> i) & 1) != 0));
        painter.drawEllipse(geometry_.point[i]);
    }
    for (std::size_t i = 0; i < geometry_.annunciator.size(); ++i) {
        painter.setBrush(colour(lcd_.lit(static_cast<meter::Annunciator>(i))));
        painter.drawPath(geometry_.annunciator[i]);
    }
}

}  // namespace widgets
