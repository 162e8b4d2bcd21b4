// The filters of core/metrology/filters.h in double precision: same recursions, no rounding. They
// say what the meter would measure if its arithmetic were exact; what each does to a signal is
// found by leaving it out (twin.h).
#pragma once

#include <vector>

namespace analysis {

using Wave = std::vector<double>;

// Thiran all-pass with the core's coefficients.
Wave all_passed(const Wave& x, double a1, double a2);
// x delayed by `frames`, 0 <= frames, 1e-6 up to 1210 Hz. Zero before the start; the last
// 100 samples feel the end.
Wave delayed_ideally(const Wave& x, double frames);
Wave delayed_by_one(const Wave& x);
// [-1, 13, -1] / 11, one frame later (core/metrology/filters.h, Fir3).
Wave fir3(const Wave& x);
Wave leaky_trapezoid(const Wave& x);
Wave dc_blocked(const Wave& x);
Wave phase_adjusted(const Wave& x, double adjust);
// x turned back by 90 degrees, all frequencies above 20 Hz alike: a 241-tap Hilbert transformer.
// The first and last 120 samples are 0.
Wave quadrature(const Wave& x);

// Amplitude of the blocker at a frequency, cycles per frame.
double dc_blocker_gain(double frequency);

Wave sum(const Wave& a, const Wave& b);
Wave difference(const Wave& a, const Wave& b);
Wave scaled(const Wave& a, double factor);

}  // namespace analysis
