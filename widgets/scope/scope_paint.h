// The strokes of the scope's picture that know nothing of its state.
#pragma once

#include <QChar>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include "widgets/picture/picture_colours.h"
#include "widgets/scope/scope_geometry.h"

class QPainter;

namespace widgets {

void paint_scope_grid(QPainter& painter, const PictureColours& colours, const QRectF& pane);
void paint_scope_axis(QPainter& painter, const PictureColours& colours, const QRectF& pane,
                      double per_division);
// The phase's letter at a line's first peak, so that a trace is known without its colour.
void paint_letter(QPainter& painter, const PictureColours& colours, const QPolygonF& line,
                  const QRectF& pane, QChar letter);
void paint_trigger_mark(QPainter& painter, const PictureColours& colours, const QRectF& pane,
                        double x);
// Ends at `right`; returns where the next entry to the left ends.
double paint_legend_entry(QPainter& painter, const PictureColours& colours, const QRectF& head,
                          double right, const ScopeTrace& trace);
// A line in each cell; an ellipsis where there are more.
void paint_cursor_box(QPainter& painter, const PictureColours& colours, const QRectF& pane,
                      const QStringList& lines);

// Metering time since power-up: "01:02:03.456".
QString clock_text(double seconds);

}  // namespace widgets
