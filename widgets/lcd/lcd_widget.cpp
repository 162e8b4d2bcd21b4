#include "widgets/lcd/lcd_widget.h"

#include <QAccessible>
#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>
#include <array>

namespace widgets {

namespace {

constexpr QColor kGlassCentre{0x2a, 0x6f, 0xf2};
constexpr QColor kGlassEdge{0x0c, 0x33, 0x9c};
constexpr QColor kLit{0xf4, 0xfa, 0xff};
constexpr QColor kGhost{0xff, 0xff, 0xff, 16};
constexpr QColor kFrame{0x05, 0x12, 0x38};

void paint_glass(QPainter& painter) {
    QRadialGradient light{QPointF{kGlassWidth / 2, kGlassHeight / 2}, kGlassWidth * 0.62};
    light.setColorAt(0, kGlassCentre);
    light.setColorAt(1, kGlassEdge);
    painter.setBrush(light);
    painter.setPen(QPen{kFrame, 3});
    painter.drawRoundedRect(QRectF{1.5, 1.5, kGlassWidth - 3, kGlassHeight - 3}, 7, 7);
    painter.setPen(Qt::NoPen);
}

const QColor& colour(bool lit) { return lit ? kLit : kGhost; }

template <class Cells, class Bits>
void paint_cells(QPainter& painter, const Cells& cells, const Bits& bits) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        for (std::size_t s = 0; s < cells[c].size(); ++s) {
            painter.setBrush(colour(((bits[c] >> s) & 1) != 0));
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
    paint_glass(painter);
    paint_cells(painter, geometry_.label, lcd_.label);
    paint_cells(painter, geometry_.value, lcd_.value);
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
