// The inner loops of resampling: weighted sums of rows, all channels at once.
//
// Compiled for each kind of vectors (wide.h), with the same bits.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace signals {

inline constexpr std::size_t kMixChannels = 8;  // side by side in a row
using MixedRow = std::array<double, kMixChannels>;

// Sum over k of weights[k] * rows[k], even and odd k apart and then together; an even number of
// weights.
MixedRow mix_rows(const MixedRow* rows, std::span<const double> weights);

// out[n] = sum over j of weights[2 j] * a[n + j] and, apart, of weights[2 j + 1] * b[n + j].
void slide(std::span<const double> weights, const double* a, const double* b,
           std::span<double> out);

// out[k] = a left[k] + b right[k] + (c left_slope[k] + d right_slope[k]).
struct Mixture {
    double a, b, c, d;
    const double* left;
    const double* right;
    const double* left_slope;
    const double* right_slope;
};
void mix(const Mixture& mixture, std::span<double> out);

// out[n] = taps[0] * x[n] + sum over k >= 1 of taps[k] * (x[n - k] + x[n + k]).
void fold(std::span<const double> taps, const double* x, std::span<double> out);

// cos becomes sin: out[n] = sum over odd k of taps[k] * (x[n - k] - x[n + k]). Even taps are 0.
void turn_back(std::span<const double> taps, const double* x, std::span<double> out);

}  // namespace signals
