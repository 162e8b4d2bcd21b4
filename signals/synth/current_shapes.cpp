#include "signals/synth/current_shapes.h"

#include <cmath>
#include <numbers>

namespace signals {

namespace {

using Complex = std::complex<double>;

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kSmallest = 1e-12;  // A; what is below is left out

// Integral of e^{j n x} from a to b.
Complex integral(int n, double a, double b) {
    if (n == 0) return b - a;
    return (std::polar(1.0, n * b) - std::polar(1.0, n * a)) / Complex(0.0, n);
}

// A block of 120 degrees in each half cycle: b_k = 4 / (pi k) cos(k 30 degrees), k odd.
double six_pulse(int k, double /*width*/) {
    return k % 2 == 0 || k % 3 == 0 ? 0.0 : std::cos(k * 30.0 * kDegree) / k;
}

// Two bridges 30 degrees apart: of the six pulse orders, every second pair stays.
double twelve_pulse(int k, double width) {
    return k % 12 == 1 || k % 12 == 11 ? six_pulse(k, width) : 0.0;
}

// cos(pi u / w) for |u| < w / 2 around the peak, its negative around the trough:
// b_k = (4 / pi) sin(k pi / 2) a cos(k w / 2) / (a^2 - k^2), a = pi / w, k odd.
double single_phase(int k, double width) {
    if (k % 2 == 0) return 0.0;
    const double w = width * kDegree;
    const double a = std::numbers::pi / w;
    const double sign = k % 4 == 1 ? 1.0 : -1.0;
    if (std::abs(a - k) < 1e-9) return sign * w / 4.0;
    return sign * a * std::cos(k * w / 2.0) / (a * a - static_cast<double>(k) * k);
}

std::vector<Line> scaled(double (*amplitude)(int, double), double width, int highest) {
    const double unit = amplitude(1, width);
    std::vector<Line> out;
    for (int k = 1; k <= highest; ++k) {
        const double ratio = amplitude(k, width) / unit;
        if (std::abs(ratio) > kSmallest) out.push_back({k, ratio});
    }
    return out;
}

std::vector<Line> half_wave(int highest) {
    std::vector<Line> out = lines_of(Gate{1, {{0.0, 180.0}}}, highest);
    const Complex unit = out.front().current;
    for (Line& line : out) line.current /= unit;
    return out;
}

}  // namespace

// With x the phase of the pattern and m = cycles, the current is sqrt2 sin(m x) where it conducts:
//     X_k = 1 / (2 pi) * sum over conductions of  E(m - k) - E(-m - k),   E(n) = integral e^{jnx}
std::vector<Line> lines_of(const Gate& gate, int highest) {
    const int m = gate.cycles;
    const double to_pattern = kDegree / m;
    std::vector<Line> out;
    for (int k = 1; k <= highest * m; ++k) {
        Complex sum;
        for (const Conduction& c : gate.conducts) {
            const double a = c.from * to_pattern;
            const double b = c.to * to_pattern;
            sum += integral(m - k, a, b) - integral(-m - k, a, b);
        }
        const Complex rms = sum / (2.0 * std::numbers::pi);
        if (std::abs(rms) > kSmallest) out.push_back({k, rms});
    }
    return out;
}

std::vector<Line> lines_of(Rectifier type, double width, int highest) {
    switch (type) {
        case Rectifier::six_pulse:
            return scaled(six_pulse, width, highest);
        case Rectifier::twelve_pulse:
            return scaled(twelve_pulse, width, highest);
        case Rectifier::single_phase:
            return scaled(single_phase, width, highest);
        default:
            return half_wave(highest);
    }
}

}  // namespace signals
