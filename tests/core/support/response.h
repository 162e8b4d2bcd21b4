// Frequency response of an integer filter: the Fourier sum of its answer to one large impulse.
#pragma once

#include <cmath>
#include <complex>
#include <cstdint>
#include <numbers>

namespace meter::test {

inline constexpr double kSampleRate = 32768.0 / 13.0;

// Radians a frame.
inline double omega(double hertz) { return 2.0 * std::numbers::pi * hertz / kSampleRate; }

// z^-1 at a frequency.
inline std::complex<double> delay(double hertz) { return std::polar(1.0, -omega(hertz)); }

inline double millidegrees(std::complex<double> h) {
    return std::arg(h) * 180e3 / std::numbers::pi;
}

// `make()` gives a fresh step function int64 -> int64. 40 time constants of 2^-10 are enough.
template <class Make>
std::complex<double> response(Make make, double hertz, std::int64_t impulse = 1LL << 33) {
    constexpr int kFrames = 40 * 1024;
    auto step = make();
    std::complex<double> sum = 0.0;
    for (int n = 0; n < kFrames; ++n) {
        const auto y = static_cast<double>(step(n == 0 ? impulse : 0));
        sum += y * std::polar(1.0, -omega(hertz) * n);
    }
    return sum / static_cast<double>(impulse);
}

}  // namespace meter::test
