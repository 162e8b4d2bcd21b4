#include "widgets/lcd/icons.h"

#include <QPainterPathStroker>
#include <QTransform>

namespace widgets {

namespace {

QPainterPath scaled(const QPainterPath& path, double size) {
    return QTransform::fromScale(size, size).map(path);
}

QPainterPath stroked(const QPainterPath& line, double width) {
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setJoinStyle(Qt::MiterJoin);
    return stroker.createStroke(line).simplified();
}

}  // namespace

QPainterPath wrench_icon(double size) {
    QPainterPath head;
    head.addEllipse(QPointF{0.5, 0.24}, 0.24, 0.24);
    QPainterPath jaw;
    jaw.addRect(0.4, -0.05, 0.2, 0.29);
    QPainterPath handle;
    handle.addRoundedRect(0.4, 0.4, 0.2, 0.6, 0.1, 0.1);
    QTransform turn;
    turn.translate(0.5, 0.5);
    turn.rotate(40);
    turn.translate(-0.5, -0.5);
    return scaled(turn.map(head.subtracted(jaw).united(handle)), size);
}

QPainterPath heart_icon(double size) {
    QPainterPath heart;
    heart.moveTo(0.5, 0.92);
    heart.cubicTo(0.1, 0.62, 0.0, 0.45, 0.0, 0.3);
    heart.cubicTo(0.0, 0.02, 0.4, 0.0, 0.5, 0.28);
    heart.cubicTo(0.6, 0.0, 1.0, 0.02, 1.0, 0.3);
    heart.cubicTo(1.0, 0.45, 0.9, 0.62, 0.5, 0.92);
    return scaled(heart, size);
}

QPainterPath pulse_icon(double size) {
    QPainterPath wave;
    wave.moveTo(0.0, 0.85);
    wave.lineTo(0.3, 0.85);
    wave.lineTo(0.3, 0.15);
    wave.lineTo(0.7, 0.15);
    wave.lineTo(0.7, 0.85);
    wave.lineTo(1.0, 0.85);
    return scaled(stroked(wave, 0.14), size);
}

QPainterPath lock_icon(double size) {
    QPainterPath shackle;
    shackle.moveTo(0.28, 0.5);
    shackle.lineTo(0.28, 0.3);
    shackle.arcTo(0.28, 0.08, 0.44, 0.44, 180, -180);
    shackle.lineTo(0.72, 0.5);
    QPainterPath body;
    body.addRoundedRect(0.12, 0.45, 0.76, 0.5, 0.08, 0.08);
    return scaled(stroked(shackle, 0.12).united(body), size);
}

}  // namespace widgets
