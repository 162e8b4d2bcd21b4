// A band-limited interpolation kernel: a sinc under a Kaiser window.
//
//   x(u) = sum over k of x[k] * h(u - k)          u in samples of the input, fractional
//   x'(u) = sum over k of x[k] * h'(u - k)        per sample of the input
//
// Rows of coefficients are normalised so that a constant comes out exactly (and a ramp has
// exactly its slope): a Rogowski chain amplifies what an interpolator gets wrong at low
// frequencies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace signals {

class SincKernel {
 public:
    // pass and stop in cycles per sample of the input, 0 < pass < stop: flat below pass, down by
    // `attenuation_db` (50..140) from stop on. The width follows from Kaiser's formula.
    SincKernel(double pass, double stop, double attenuation_db);

    [[nodiscard]] std::size_t taps() const { return taps_; }
    // Samples needed on either side of a position.
    [[nodiscard]] std::size_t reach() const { return taps_ / 2; }

    // Coefficients for position `fraction` (0 <= fraction < 1) behind sample 0; out[k] belongs to
    // sample k - reach() + 1 and out.size() is taps(). Both read a table of h and h' by cubic
    // Hermite pieces: within 1e-10 of the formula for values, 1e-7 for slopes, before
    // normalisation.
    void value_row(double fraction, std::span<double> out) const;
    void slope_row(double fraction, std::span<double> out) const;

 private:
    struct Knot {
        double value = 0.0;
        double slope = 0.0;  // per step of the table
    };
    struct Piece {
        Knot left;
        Knot right;
        double part = 0.0;  // 0..1 of the way from left to right
    };

    [[nodiscard]] Knot formula(double x) const;  // slope per sample
    [[nodiscard]] Piece piece_at(double distance) const;
    [[nodiscard]] double value(double x) const;
    [[nodiscard]] double slope(double x) const;

    double cutoff_;  // cycles per sample, the -6 dB point
    double beta_;
    double half_width_;  // samples
    std::size_t taps_;
    double steps_per_sample_;
    std::vector<Knot> table_;  // at 0, 1/steps_per_sample_, ... half_width_
};

}  // namespace signals
