// Where the parts of the drawn device are, in its own units: kFaceWidth x kFaceHeight.
//
// The device is drawn from its description (three-phase DIN-rail meter, glass, four keys, screw
// terminals, two contacts; meter.md 1 and 4.1); the arrangement is ours, no picture was at hand.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <vector>

namespace widgets {

inline constexpr double kFaceWidth = 430.0;
inline constexpr double kFaceHeight = 420.0;

struct Terminal {
    QPointF centre;
    QString label;
};

struct TerminalGroup {
    QRectF frame;
    QString title;
    bool top;  // above the front; titles face the front
    std::vector<Terminal> terminals;
};

struct FaceGeometry {
    FaceGeometry();

    QRectF rail;  // the DIN rail behind the body
    QRectF body;
    QRectF front;  // dark front plate
    QRectF glass;
    QRectF keys;
    QRectF name;  // text line between front and lower terminals
    QPointF energy_lamp;
    QPointF alarm_lamp;
    std::vector<TerminalGroup> groups;
};

inline constexpr double kTerminalRadius = 8.5;
inline constexpr double kLampRadius = 6.0;

// Where the device is drawn in a widget of `size`: as large as fits, centred.
QRectF fit_face(const QSizeF& size);
// A rectangle of the device's units in a widget of `size`.
QRectF place_on_face(const QRectF& part, const QSizeF& size);

}  // namespace widgets
