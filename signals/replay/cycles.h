// The fundamental of a record: its frequency, and its phase at any time.
#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace signals {

inline constexpr double kLowestFundamental = 40.0;  // Hz
inline constexpr double kHighestFundamental = 70.0;

// Twice the mean of x[k] * exp(-j 2 pi f k / rate) under a Hann window over all of x: the peak
// phasor of a sine at f, phase 0 for a cosine that peaks at x[0].
std::complex<double> fundamental(std::span<const double> x, double rate, double frequency);

// The strongest frequency between 40 and 70 Hz, the mean left out; `fallback` when there is
// nothing there. Two cycles at least are wanted. A steady sine is found to 1e-5 from ten cycles.
double fundamental_frequency(std::span<const double> x, double rate, double fallback);

// Phase of one signal over time, for frequency between any two instants.
class PhaseTrack {
 public:
    PhaseTrack() = default;
    // Follows the fundamental near `frequency` in Hann windows of two cycles, half a cycle apart.
    PhaseTrack(std::span<const double> x, double rate, double frequency);

    // Turns (cycles) that pass from t0 to t1, s from x[0]; NaN when the signal is below 5 % of its
    // strongest anywhere between.
    [[nodiscard]] double turns(double t0, double t1) const;

 private:
    [[nodiscard]] double deviation(double t) const;

    double frequency_ = 0.0;
    double hop_ = 1.0;               // s
    double first_ = 0.0;             // s, centre of window 0
    std::vector<double> deviation_;  // turns beyond frequency_ * t, unwrapped
    std::vector<bool> lost_;
};

}  // namespace signals
