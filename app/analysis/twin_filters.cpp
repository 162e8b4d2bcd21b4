#include "app/analysis/twin_filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <functional>
#include <numbers>

#include "signals/resample/kernel.h"

namespace analysis {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kLeak = 1.0 / 1024.0;  // of integrator and blocker
constexpr double kPhaseLeak = 1.0 / 512.0;

template <class F>
Wave combined(const Wave& a, const Wave& b, F f) {
    Wave out(a.size());
    std::transform(a.begin(), a.end(), b.begin(), out.begin(), f);
    return out;
}

}  // namespace

Wave all_passed(const Wave& x, double a1, double a2) {
    Wave out(x.size());
    double x1 = 0.0, x2 = 0.0, y1 = 0.0, y2 = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
        const double y = x2 + a1 * (x1 - y1) + a2 * (x[n] - y2);
        x2 = x1;
        x1 = x[n];
        y2 = y1;
        y1 = y;
        out[n] = y;
    }
    return out;
}

Wave delayed_ideally(const Wave& x, double frames) {
    static const signals::SincKernel kKernel{0.48, 0.52, 120.0};  // flat to 1210 Hz
    const double whole = std::floor(-frames);
    std::vector<double> row(kKernel.taps());
    kKernel.value_row(-frames - whole, row);
    const auto first =
        static_cast<std::ptrdiff_t>(whole) - static_cast<std::ptrdiff_t>(kKernel.reach()) + 1;
    const auto size = static_cast<std::ptrdiff_t>(x.size());
    Wave out(x.size(), 0.0);
    for (std::ptrdiff_t n = 0; n < size; ++n) {
        const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, -(n + first));
        const std::ptrdiff_t to =
            std::min(static_cast<std::ptrdiff_t>(row.size()), size - n - first);
        double total = 0.0;
        for (std::ptrdiff_t k = from; k < to; ++k) {
            total += row[static_cast<std::size_t>(k)] * x[static_cast<std::size_t>(n + first + k)];
        }
        out[static_cast<std::size_t>(n)] = total;
    }
    return out;
}

Wave delayed_by_one(const Wave& x) {
    Wave out(x.size(), 0.0);
    std::copy(x.begin(), x.end() - 1, out.begin() + 1);
    return out;
}

Wave fir3(const Wave& x) {
    Wave out(x.size());
    double x1 = 0.0, x2 = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
        out[n] = (13.0 * x1 - x[n] - x2) / 11.0;
        x2 = x1;
        x1 = x[n];
    }
    return out;
}

Wave leaky_trapezoid(const Wave& x) {
    Wave out(x.size());
    double total = 0.0, x1 = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
        total += x[n] + x1 - total * kLeak;
        x1 = x[n];
        out[n] = total;
    }
    return out;
}

Wave dc_blocked(const Wave& x) {
    Wave out(x.size());
    double mean = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
        out[n] = x[n] - mean * kLeak;
        mean += out[n];
    }
    return out;
}

Wave phase_adjusted(const Wave& x, double adjust) {
    Wave out(x.size());
    double s = 0.0;
    for (std::size_t n = 0; n < x.size(); ++n) {
        s += x[n] - s * kPhaseLeak;
        out[n] = x[n] + adjust * 0x1p-20 * s;
    }
    return out;
}

Wave quadrature(const Wave& x) {
    constexpr std::size_t kReach = 120;
    std::array<double, kReach + 1> taps{};
    for (std::size_t k = 1; k <= kReach; k += 2) {
        const double angle = kPi * static_cast<double>(k);
        taps[k] = 2.0 / angle * (0.54 + 0.46 * std::cos(angle / (kReach + 1.0)));
    }
    Wave out(x.size(), 0.0);
    for (std::size_t n = kReach; n + kReach < x.size(); ++n) {
        double total = 0.0;
        for (std::size_t k = 1; k <= kReach; k += 2) total += taps[k] * (x[n - k] - x[n + k]);
        out[n] = total;
    }
    return out;
}

double dc_blocker_gain(double frequency) {
    const std::complex<double> z = std::polar(1.0, -2.0 * kPi * frequency);
    return std::abs((1.0 - z) / (1.0 - (1.0 - kLeak) * z));
}

Wave sum(const Wave& a, const Wave& b) { return combined(a, b, std::plus<>{}); }

Wave difference(const Wave& a, const Wave& b) { return combined(a, b, std::minus<>{}); }

Wave scaled(const Wave& a, double factor) {
    Wave out(a.size());
    std::transform(a.begin(), a.end(), out.begin(), [factor](double x) { return x * factor; });
    return out;
}

}  // namespace analysis
