// From samples to a standing picture: trigger, scales and traces of the scope. Plain data.
//
// Time is in seconds from the start of the record, values are V and A. Every channel is sampled
// at the frame rate, each with its own delay inside the frame (the multiplexer's slot).
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <array>
#include <optional>
#include <vector>

namespace widgets {

inline constexpr int kScopeChannels = 6;  // VA VB VC IA IB IC
inline constexpr int kScopePanes = 2;     // voltages above, currents below

inline constexpr int kTimeDivisions = 10;
inline constexpr double kSecondsPerDivision = 2.5e-3;
inline constexpr double kScopeSpan = kTimeDivisions * kSecondsPerDivision;
inline constexpr int kHalfDivisions = 4;  // of a pane, above and below its zero line

struct ScopeChannel {
    std::vector<double> samples;
    double delay = 0.0;  // s, of every sample after the start of its frame
};

struct ScopeRecord {
    double frame_rate = 1.0;  // Hz, > 0
    std::array<ScopeChannel, kScopeChannels> channels;
};

// The first rising zero crossing of `channel`, between samples by a straight line. A crossing
// counts only once the signal has been below -10 % of its peak, so that noise and notches at the
// zero do not trigger. Nothing for a record without one.
std::optional<double> rising_zero(const ScopeChannel& channel, double frame_rate);

// Units per division: the smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten with which
// `peak` stays on the pane. A peak of 0 gives 1. `present` is kept while the peak fills 40 % of it
// or more, so that the picture does not jump.
double units_per_division(double peak, double present = 0.0);

// Largest magnitude of the three channels of a pane.
double peak_of(const ScopeRecord& record, int pane);

// The value at `time`, between samples by a cubic; held at the ends of the record.
double value_at(const ScopeChannel& channel, double frame_rate, double time);

// Where one channel runs: `span` seconds from `start` across the width of `pane`, one point every
// `step` pixels; the pane's height is 2 * kHalfDivisions divisions. Values beyond are cut off.
QPolygonF trace(const ScopeChannel& channel, double frame_rate, double start, double per_division,
                const QRectF& pane, double step);

// Where a trace is first at its highest, at least kPeakMargin pixels from the sides of `pane`;
// nothing for one that stays near the zero line.
inline constexpr double kPeakMargin = 10.0;
std::optional<QPointF> first_peak(const QPolygonF& line, const QRectF& pane);

// Where the two panes are in a widget of this size.
std::array<QRectF, kScopePanes> scope_panes(const QSizeF& size);

}  // namespace widgets
