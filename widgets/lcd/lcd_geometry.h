// Where everything on the glass is, in its own units: a glass is kGlassWidth x kGlassHeight.
//
// Plain data, built once; LcdWidget scales and paints it. The arrangement is that of panel.md,
// Glass; sizes and shapes are ours (the real glass could not be seen).
#pragma once

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>
#include <array>

#include "core/panel/lcd.h"
#include "widgets/lcd/segment_shapes.h"

namespace widgets {

inline constexpr double kGlassWidth = 340.0;
inline constexpr double kGlassHeight = 200.0;

struct LcdGeometry {
    LcdGeometry();

    std::array<std::array<QPolygonF, kLabelSegments>, meter::kLabelCells> label;
    std::array<std::array<QPolygonF, kValueSegments>, meter::kValueCells> value;
    std::array<QRectF, meter::kValueCells> point;  // decimal point after a cell
    std::array<QPainterPath, meter::kAnnunciators>
        annunciator;  // letters and icons, by Annunciator
};

// Where the glass is drawn in a widget of `size`: as large as fits, centred.
QRectF fit_glass(const QSizeF& size);

}  // namespace widgets
