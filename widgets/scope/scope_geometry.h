// From traces to a picture: time window, scales, polylines, cursors of the scope. Plain data.
//
// Time is in seconds of metering time. A trace is a series of equal parts, each a minimum and a
// maximum; when it is `exact` every part is one sample and the trace runs through the samples.
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <array>
#include <optional>
#include <vector>

namespace widgets {

inline constexpr int kScopePanes = 2;  // voltages above, currents below
inline constexpr int kTimeDivisions = 10;
inline constexpr int kHalfDivisions = 4;  // of a pane, above and below its zero line

struct ScopeTrace {
    QString name;   // "VA"
    int phase = 0;  // colour and letter: A, B, C, N
    int pane = 0;
    double first = 0.0;  // s, when part 0 begins, or sample 0 was taken
    double step = 1.0;   // s, > 0
    bool exact = false;
    std::vector<float> least, most;  // NaN: nothing known
};

// What is on show.
struct TimeWindow {
    double start = 0.0;   // s
    double span = 0.025;  // s, kLeastSpan..kMostSpan

    [[nodiscard]] double end() const { return start + span; }
    bool operator==(const TimeWindow&) const = default;
};
inline constexpr double kLeastSpan = 1e-3;
inline constexpr double kMostSpan = 86'400.0;

// `factor` < 1 shows less; what is at `at` (0 left, 1 right) stays there.
[[nodiscard]] TimeWindow zoomed(TimeWindow window, double factor, double at);
// By this part of the span, > 0 towards later.
[[nodiscard]] TimeWindow panned(TimeWindow window, double part);
// The next span of 1, 2.5, 5 times a power of ten per ten divisions, up (+1) or down (-1).
[[nodiscard]] double next_span(double span, int direction);

struct ScopePicture {
    TimeWindow window;
    std::optional<double> trigger;  // s; nothing: it shows the newest, untriggered
    std::vector<ScopeTrace> traces;
    std::array<QString, kScopePanes> titles, units;
};

// Units per division: the smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten with which
// `peak` stays on the pane. A peak of 0 gives 1. `present` is kept while the peak fills 40 % of it
// or more, so that the picture does not jump.
double units_per_division(double peak, double present = 0.0);

// Largest magnitude of the traces of a pane.
double peak_of(const ScopePicture& picture, int pane);

// The value at `time`: between samples by a cubic, of a part its middle. NaN beyond the trace.
double value_at(const ScopeTrace& trace, double time);

// Where a trace runs in `pane`, whose height is 2 * kHalfDivisions divisions: one point every
// `step` pixels through samples; through parts, least and most in turn. What is not known is
// left out, values beyond the pane are cut off. As many points as there are pixels.
QPolygonF polyline(const ScopeTrace& trace, const TimeWindow& window, double per_division,
                   const QRectF& pane, double step);

// Where a line is first at its highest, at least kPeakMargin pixels from the sides of `pane`;
// nothing for one that stays near the zero line.
inline constexpr double kPeakMargin = 10.0;
std::optional<QPointF> first_peak(const QPolygonF& line, const QRectF& pane);

// Where the two panes are in a widget of this size, and time to pixels and back.
std::array<QRectF, kScopePanes> scope_panes(const QSizeF& size);
// The line above a pane, with its title and the names of its traces.
QRectF scope_head(const QRectF& pane);
double x_of(double time, const TimeWindow& window, const QRectF& pane);
double time_at(double x, const TimeWindow& window, const QRectF& pane);

// What is written beside the cursors of a pane, in its upper right corner: cells of one size, in
// rows and, when the pane is low, columns. It never leaves the pane: where even that is too little,
// only the first `cells` are shown, narrower than they would be where not one fits in the width.
struct CursorBox {
    QRectF rect;  // with its frame; empty when nothing is shown
    int rows = 0;
    int cells = 0;                     // column by column
    double width = 0.0, height = 0.0;  // of a cell, pixels

    // Where a cell's text is, 0 <= n < cells.
    [[nodiscard]] QRectF cell(int n) const;
};
CursorBox cursor_box(const QRectF& pane, int cells, const QSizeF& cell);

// "16.667 ms", "1.5 s", "01:02:03.4" (from a minute on).
QString duration_text(double seconds);

}  // namespace widgets
