#include "app/typetest/waveform.h"

#include <array>
#include <numbers>

namespace typetest {
namespace {

using signals::Harmonic;

// clang-format off
constexpr std::array kFifth{Harmonic{5, 10.0, 40.0, 0.0, 0.0}};
// Amplitudes: metrology.md 3.5, from memory. Current phases follow from the shape. Voltage phases:
// all 0, decided here; truth is computed from what is synthesized, whatever they are.
constexpr std::array kQuadriform{
    Harmonic{ 3, 3.8, 30.0, 0.0, 0.0}, Harmonic{ 5, 2.4, 18.0, 0.0, 0.0},
    Harmonic{ 7, 1.7, 14.0, 0.0, 0.0}, Harmonic{11, 1.0,  9.0, 0.0, 0.0},
    Harmonic{13, 0.8,  5.0, 0.0, 0.0}};
constexpr std::array kPeaked{
    Harmonic{ 3, 3.8, 30.0, 0.0, 180.0}, Harmonic{ 5, 2.4, 18.0, 0.0,   0.0},
    Harmonic{ 7, 1.7, 14.0, 0.0, 180.0}, Harmonic{11, 1.0,  9.0, 0.0, 180.0},
    Harmonic{13, 0.8,  5.0, 0.0,   0.0}};
// clang-format on

using Complex = std::complex<double>;

// Integral of e^{j n x} from a to b.
Complex integral(int n, double a, double b) {
    if (n == 0) return b - a;
    return (std::polar(1.0, n * b) - std::polar(1.0, n * a)) / Complex(0.0, n);
}

}  // namespace

std::span<const Harmonic> harmonics_of(Wave wave) {
    switch (wave) {
        case Wave::fifth_harmonic:
            return kFifth;
        case Wave::quadriform:
            return kQuadriform;
        case Wave::peaked:
            return kPeaked;
        default:
            return {};
    }
}

Gate gate_of(Wave wave) {
    switch (wave) {
        case Wave::burst:
            return {4, {{0.0, 720.0}}};
        case Wave::phase_fired:
            return {1, {{90.0, 180.0}, {270.0, 360.0}}};
        case Wave::half_wave:
            return {1, {{0.0, 180.0}}};
        default:
            return {};
    }
}

// With x the phase of the pattern and m = cycles, the current is sqrt2 sin(m x) where it conducts:
//     X_k = 1 / (2 pi) * sum over conductions of  E(m - k) - E(-m - k),   E(n) = integral e^{jnx}
std::vector<Line> lines_of(const Gate& gate, int highest) {
    const int m = gate.cycles;
    const double to_pattern = std::numbers::pi / 180.0 / m;
    std::vector<Line> out;
    for (int k = 1; k <= highest * m; ++k) {
        Complex sum;
        for (const Conduction& c : gate.conducts) {
            const double a = c.from * to_pattern;
            const double b = c.to * to_pattern;
            sum += integral(m - k, a, b) - integral(-m - k, a, b);
        }
        const Complex rms = sum / (2.0 * std::numbers::pi);
        if (std::abs(rms) > 1e-12) out.push_back({k, rms});
    }
    return out;
}

}  // namespace typetest
