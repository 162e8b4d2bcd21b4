#include "signals/synth/phase.h"

#include <array>
#include <numbers>

#include "signals/source.h"

namespace signals {

namespace {

constexpr double kTwo63 = 9'223'372'036'854'775'808.0;
constexpr double kTwo64 = 2.0 * kTwo63;
constexpr int kEighthTurnBit = 61;
constexpr int kQuadrantShift = 62;

// Taylor coefficients in x^2, highest power first. On |x| <= pi/4 the first term left out is
// 5e-17 (sine, x^17/17!) and 2e-18 (cosine, x^18/18!).
constexpr std::array<double, 8> kSine{-1.0 / 1'307'674'368'000.0,
                                      1.0 / 6'227'020'800.0,
                                      -1.0 / 39'916'800.0,
                                      1.0 / 362'880.0,
                                      -1.0 / 5'040.0,
                                      1.0 / 120.0,
                                      -1.0 / 6.0,
                                      1.0};
constexpr std::array<double, 9> kCosine{1.0 / 20'922'789'888'000.0,
                                        -1.0 / 87'178'291'200.0,
                                        1.0 / 479'001'600.0,
                                        -1.0 / 3'628'800.0,
                                        1.0 / 40'320.0,
                                        -1.0 / 720.0,
                                        1.0 / 24.0,
                                        -1.0 / 2.0,
                                        1.0};

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
    double sum = 0.0;
    for (const double c : coefficients) sum = sum * x + c;
    return sum;
}

}  // namespace

Phase phase_from_turns(double turns) {
    const double fraction = turns - static_cast<double>(static_cast<std::int64_t>(turns));
    const auto half_units = static_cast<std::int64_t>(fraction * kTwo63);
    return {static_cast<std::uint64_t>(half_units) << 1};
}

Phase phase_from_degrees(double degrees) { return phase_from_turns(degrees / 360.0); }

Phase phase_per_frame(double hertz) {
    // 2^64 / fs = 13 * 2^49, and a double of 8 or more is a multiple of 2^-49.
    static_assert(meter::kCrystalHz == 1 << 15);
    return meter::kTicksPerFrame * Phase{static_cast<std::uint64_t>(hertz * 0x1p49)};
}

Direction direction(Phase phase) {
    const std::uint64_t quadrant =
        (phase.bits + (std::uint64_t{1} << kEighthTurnBit)) >> kQuadrantShift;
    // What is left of the nearest quarter turn, -1/8..1/8 turn, in 2^-66 turn.
    const auto rest = static_cast<std::int64_t>(phase.bits << 2);
    const double x = static_cast<double>(rest) * (2.0 * std::numbers::pi / (4.0 * kTwo64));
    const double c = polynomial(kCosine, x * x);
    const double s = x * polynomial(kSine, x * x);
    const std::array<Direction, 4> turned{{{c, s}, {-s, c}, {-c, -s}, {s, -c}}};
    return turned[quadrant];
}

}  // namespace signals
