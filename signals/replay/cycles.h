// The fundamental of a record: its frequency, and how far its phase goes.
#pragma once

#include <complex>
#include <span>

#include "signals/resample/sampled.h"

namespace signals {

inline constexpr double kLowestFundamental = 40.0;  // Hz
inline constexpr double kHighestFundamental = 70.0;

// Twice the mean of x[k] * exp(-j 2 pi f k / rate) under a Hann window over all of x: the peak
// phasor of a sine at f, phase 0 for a cosine that peaks at x[0].
std::complex<double> fundamental(std::span<const double> x, double rate, double frequency);

// The strongest frequency between 40 and 70 Hz, the mean left out; `fallback` when there is
// nothing there. Two cycles at least are wanted. A steady sine is found to 1e-5 from ten cycles.
double fundamental_frequency(std::span<const double> x, double rate, double fallback);

// Turns (cycles) of channel 0 that pass from t0 to t1, s on its own time axis. Follows the
// fundamental near `frequency` in Hann windows of two cycles, half a cycle apart. NaN when it is
// below 5 % of `strongest` (its peak) anywhere between.
double turns_between(Sampled& x, double frequency, double strongest, double t0, double t1);

}  // namespace signals
