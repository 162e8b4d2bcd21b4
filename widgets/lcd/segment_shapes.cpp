#include "widgets/lcd/segment_shapes.h"

#include <array>

namespace widgets {

namespace {

// Where a segment runs, on a grid of nodes: columns 0, 1, 2 (left, middle, right) and rows 0, 1, 2
// (top, middle, bottom) of the cell.
struct Run {
    int from_column, from_row, to_column, to_row;
};

// clang-format off
constexpr std::array<Run, kLabelSegments> kLabelRuns{{
    {0, 0, 2, 0}, {2, 0, 2, 1}, {2, 1, 2, 2}, {0, 2, 2, 2}, {0, 1, 0, 2}, {0, 0, 0, 1},
    {0, 1, 1, 1}, {1, 1, 2, 1},
    {0, 0, 1, 1}, {1, 0, 1, 1}, {2, 0, 1, 1}, {0, 2, 1, 1}, {1, 1, 1, 2}, {2, 2, 1, 1},
}};
constexpr std::array<Run, kValueSegments> kValueRuns{{
    {0, 0, 2, 0}, {2, 0, 2, 1}, {2, 1, 2, 2}, {0, 2, 2, 2}, {0, 1, 0, 2}, {0, 0, 0, 1},
    {0, 1, 2, 1},
}};
// clang-format on

constexpr double kGap = 0.12;  // between two segments, in bar widths

// The centre line of a bar lies half a bar inside the cell.
QPointF node(const QRectF& cell, double thickness, int column, int row) {
    const QRectF lines =
        cell.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2);
    return {lines.left() + lines.width() * column / 2, lines.top() + lines.height() * row / 2};
}

// A bar with pointed ends from `a` to `b`, horizontal or vertical.
QPolygonF straight(QPointF a, QPointF b, double thickness) {
    const bool horizontal = a.y() == b.y();
    const QPointF along = horizontal ? QPointF{1, 0} : QPointF{0, 1};
    const QPointF across = horizontal ? QPointF{0, 1} : QPointF{1, 0};
    const double half = thickness / 2;
    a += along * kGap * thickness;
    b -= along * kGap * thickness;
    return {{a, a + (along + across) * half, b + (across - along) * half, b,
             b - (along + across) * half, a + (along - across) * half}};
}

// A diagonal inside the pane that the bars around it leave free.
QPolygonF diagonal(const QPointF& a, const QPointF& b, double thickness) {
    const double free = thickness * (0.5 + kGap);
    const double x_sign = b.x() > a.x() ? 1 : -1;
    const double y_sign = b.y() > a.y() ? 1 : -1;
    const QPointF start{a.x() + x_sign * free, a.y() + y_sign * free};
    const QPointF end{b.x() - x_sign * free, b.y() - y_sign * free};
    const QPointF wide{x_sign * thickness * 0.45, 0};
    const QPointF tall{0, y_sign * thickness * 1.15};
    return {{start, start + wide, end - tall, end, end - wide, start + tall}};
}

QPolygonF shape(const Run& run, const QRectF& cell, double thickness) {
    QPointF a = node(cell, thickness, run.from_column, run.from_row);
    QPointF b = node(cell, thickness, run.to_column, run.to_row);
    if (run.from_column == 1 && run.to_column == 1) {  // it meets the side of a bar, not its end
        if (run.from_row == 0) a.ry() += thickness / 2;
        if (run.to_row == 2) b.ry() -= thickness / 2;
    }
    const bool slanted = run.from_column != run.to_column && run.from_row != run.to_row;
    return slanted ? diagonal(a, b, thickness) : straight(a, b, thickness);
}

template <std::size_t N>
QPolygonF shape_of(const std::array<Run, N>& runs, int segment, const QRectF& cell,
                   double thickness) {
    if (segment < 0 || segment >= static_cast<int>(N)) return {};
    return shape(runs[static_cast<std::size_t>(segment)], cell, thickness);
}

}  // namespace

QPolygonF label_segment_shape(int segment, const QRectF& cell, double thickness) {
    return shape_of(kLabelRuns, segment, cell, thickness);
}

QPolygonF value_segment_shape(int segment, const QRectF& cell, double thickness) {
    return shape_of(kValueRuns, segment, cell, thickness);
}

}  // namespace widgets
