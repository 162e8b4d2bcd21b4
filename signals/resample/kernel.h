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

    [[nodiscard]] std::size_t taps() const { return taps_; }  // even
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
        double slope = 0.0;  // per sample
    };
    // h and h' at one phase of all taps: a piece's ends lie in two neighbouring rows of the table,
    // so that a row of coefficients is a sum of four rows, without a look-up per tap.
    struct Phase {
        std::vector<double> value;
        std::vector<double> slope;  // per step of the table
        double value_sum = 0.0;
        double slope_sum = 0.0;
    };
    struct Weights {  // of left value, right value, left slope, right slope
        double a, b, c, d;
    };

    [[nodiscard]] Knot formula(double x) const;
    [[nodiscard]] double position(double fraction, std::size_t& step) const;
    void mix(std::size_t step, const Weights& w, std::span<double> out) const;

    double cutoff_;  // cycles per sample, the -6 dB point
    double beta_;
    double half_width_;  // samples
    std::size_t taps_;
    std::size_t steps_;         // per sample
    std::vector<Phase> phase_;  // 0..steps_
};

}  // namespace signals
