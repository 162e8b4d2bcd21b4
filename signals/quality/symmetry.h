// Unbalance by symmetrical components (IEC 61000-4-30, 5.7): Fortescue's three systems.
#pragma once

#include <array>
#include <complex>

namespace signals {

struct Symmetry {
    std::complex<double> zero{};
    std::complex<double> positive{};
    std::complex<double> negative{};

    // Percent of the positive sequence; 0 when there is none.
    [[nodiscard]] double negative_percent() const { return percent(negative); }
    [[nodiscard]] double zero_percent() const { return percent(zero); }

 private:
    [[nodiscard]] double percent(std::complex<double> part) const {
        const double whole = std::abs(positive);
        return whole > 0.0 ? 100.0 * std::abs(part) / whole : 0.0;
    }
};

// Phasors of A, B, C; positive sequence is A before B before C.
inline Symmetry symmetry(const std::array<std::complex<double>, 3>& x) {
    const std::complex<double> a{-0.5, 0.86602540378443864676};
    return {(x[0] + x[1] + x[2]) / 3.0, (x[0] + a * x[1] + a * a * x[2]) / 3.0,
            (x[0] + a * a * x[1] + a * x[2]) / 3.0};
}

}  // namespace signals
