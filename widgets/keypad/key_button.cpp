#include "widgets/keypad/key_button.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

constexpr QColor kCapTop{0x4a, 0x51, 0x5c};
constexpr QColor kCapBottom{0x2a, 0x2f, 0x37};
constexpr QColor kCapDown{0x1c, 0x20, 0x26};
constexpr QColor kEdge{0x14, 0x17, 0x1b};
constexpr QColor kFocus{0xff, 0xb0, 0x00};
constexpr QColor kSign{0xf2, 0xf5, 0xf8};

// The sign in a square from -1 to 1.
QPainterPath sign_of(meter::Key key) {
    QPainterPath path;
    const auto line = [&path](double x0, double y0, double x1, double y1) {
        path.moveTo(x0, y0);
        path.lineTo(x1, y1);
    };
    const double tip = key == meter::Key::back ? -0.9 : 0.9;
    if (key != meter::Key::plus && key != meter::Key::minus) {
        line(-0.9, 0, 0.9, 0);
        line(tip, 0, tip * 0.3, -0.55);
        line(tip, 0, tip * 0.3, 0.55);
        return path;
    }
    line(-0.7, 0, 0.7, 0);
    if (key == meter::Key::plus) line(0, -0.7, 0, 0.7);
    return path;
}

}  // namespace

KeyButton::KeyButton(meter::Key key, QWidget* parent) : QAbstractButton(parent), key_(key) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setMinimumSize(34, 26);
}

void KeyButton::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF cap = QRectF{rect()}.adjusted(2, 2, -2, -2);
    QLinearGradient light{cap.topLeft(), cap.bottomLeft()};
    light.setColorAt(0, isDown() ? kCapDown : kCapTop);
    light.setColorAt(1, isDown() ? kCapDown : kCapBottom);
    painter.setBrush(light);
    painter.setPen(QPen{hasFocus() ? kFocus : kEdge, hasFocus() ? 2.0 : 1.2});
    const double radius = cap.height() * 0.32;
    painter.drawRoundedRect(cap, radius, radius);

    const double size = cap.height() * 0.26;
    painter.translate(cap.center() + QPointF{0, isDown() ? 1.0 : 0.0});
    painter.scale(size, size);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{kSign, 0.28, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.drawPath(sign_of(key_));
}

}  // namespace widgets
