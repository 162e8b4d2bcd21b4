// Outlines of the segments of the two kinds of cell, as polygons.
//
// Segment numbers are the bit numbers drawn in core/panel/lcd.h. A shape fills `cell` exactly; the
// caller slants and scales. Neighbouring segments leave a gap and never overlap.
#pragma once

#include <QPolygonF>
#include <QRectF>

namespace widgets {

inline constexpr int kLabelSegments = 14;
inline constexpr int kValueSegments = 7;

// `thickness` is the width of a bar in the units of `cell`; segment outside the cell's range gives
// an empty polygon.
QPolygonF label_segment_shape(int segment, const QRectF& cell, double thickness);
QPolygonF value_segment_shape(int segment, const QRectF& cell, double thickness);

}  // namespace widgets
