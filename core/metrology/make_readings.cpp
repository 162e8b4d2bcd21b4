#include "core/metrology/make_readings.h"

#include <bit>

#include "core/metrology/scaling.h"
#include "core/wide.h"

namespace meter {

namespace {

constexpr std::uint64_t kMeanFraction = 1U << 8;  // ClosedWindow::means_q8

// sqrt of a mean square with as many fraction bits as fit: root * 2^-fraction_bits sample LSB.
struct Root {
    std::uint64_t root;
    int fraction_bits;
};

Root root_of(std::int64_t mean_square_q8) {
    if (mean_square_q8 <= 0) return {0, 4};
    const auto x = static_cast<std::uint64_t>(mean_square_q8);
    const int lift = (std::countl_zero(x) - 1) / 2;  // stays below 2^63
    return {square_root(x << (2 * lift)), 4 + lift};
}

// root LSB * numerator / denominator, rounded.
std::int64_t scaled(Root r, std::uint64_t numerator, std::uint64_t denominator) {
    return static_cast<std::int64_t>(scale(r.root, numerator, denominator << r.fraction_bits));
}

// uV at the primary: LSB * 40 uV * ratio / 100. The denominator stays below 2^63 because
// fraction_bits is at most 4 + 31 and the rest below 2^24.
std::int64_t volts(std::int64_t mean_square_q8, const ReadingScale& s) {
    return scaled(root_of(mean_square_q8), kVoltSampleNv * s.pt_ratio / 10, 10'000);
}

std::int64_t amperes(std::int64_t mean_square_q8, const ReadingScale& s) {
    return scaled(root_of(mean_square_q8), kAmpereSampleUaTimes8, 8U * s.preamp);
}

// uW: product LSB is 40 uV * 400 uA / preamp = 16 nW / preamp.
std::int64_t watts(std::int64_t mean_q8, const ReadingScale& s) {
    return scale(mean_q8, std::uint64_t{16} * s.pt_ratio,
                 std::uint64_t{1'000} * 100U * s.preamp * kMeanFraction);
}

std::int64_t line_line(const ClosedWindow& w, std::size_t p, const ReadingScale& s) {
    const Products& m = w.means_q8;
    const std::size_t q = p == 2 ? 0 : p + 1;
    // vv(p) + vv(q) - 2 cross, each term below 2^59, the result non-negative but for rounding.
    return volts(m.vv(p) + m.vv(q) - 2 * m.cross(p), s);
}

std::int32_t power_factor(std::int64_t real_uw, std::int64_t apparent_uva) {
    constexpr std::uint64_t kOne = 1'000'000'000;
    if (apparent_uva <= 0) return static_cast<std::int32_t>(kOne);
    const std::uint64_t pf =
        scale(magnitude(real_uw), kOne, static_cast<std::uint64_t>(apparent_uva));
    return static_cast<std::int32_t>(pf < kOne ? pf : kOne);
}

Power phase_power(const ClosedWindow& w, std::size_t p, std::int64_t phase_uv,
                  std::int64_t current_ua, const ReadingScale& s) {
    Power out;
    out.real_uw = watts(w.means_q8.vi(p), s);
    out.reactive_uvar = watts(scale(w.means_q8.qi(p), quadrature_factor_q30(w.line_frequency_uhz),
                                    std::uint64_t{1} << 30),
                              s);
    out.apparent_uva =
        static_cast<std::int64_t>(scale(magnitude(phase_uv), magnitude(current_ua), 1'000'000));
    out.power_factor_ppb = power_factor(out.real_uw, out.apparent_uva);
    return out;
}

void add_to_total(Power& total, std::int64_t& phases_uva, const Power& phase) {
    total.real_uw += static_cast<std::int64_t>(magnitude(phase.real_uw));
    total.reactive_uvar += static_cast<std::int64_t>(magnitude(phase.reactive_uvar));
    phases_uva += phase.apparent_uva;
}

std::int64_t average(const std::array<std::int64_t, kPhases>& values, PhaseSet set) {
    std::int64_t sum = 0;
    for (int p = 0; p < kPhases; ++p) {
        if (contains(set, p)) sum += values[static_cast<std::size_t>(p)];
    }
    const int n = count(set);
    return n == 0 ? 0 : (sum + n / 2) / n;
}

}  // namespace

std::uint64_t quadrature_factor_q30(std::int32_t frequency_uhz) {
    const std::int64_t f = frequency_uhz == 0 ? 60'000'000 : frequency_uhz;
    // x = pi f / fs in Q32: pi / (fs * 1e6) = 5747818173 * 2^-62; x < 0.1.
    const std::uint64_t x = scale(static_cast<std::uint64_t>(f), 5'747'818'173U, 1U << 30);
    const std::uint64_t square = (x * x) >> 32;
    // tan x = x (1 + x^2/3 + 2 x^4/15 + 17 x^6/315), Q32 throughout.
    const std::uint64_t square2 = (square * square) >> 32;
    const std::uint64_t square3 = (square2 * square) >> 32;
    const std::uint64_t series =
        (std::uint64_t{1} << 32) + square / 3 + square2 * 2 / 15 + square3 * 17 / 315;
    const std::uint64_t tangent = scale(x, series, std::uint64_t{1} << 32);
    return scale(tangent, std::uint64_t{32} << 28, static_cast<std::uint64_t>(kQuadratureGainQ30));
}

std::int64_t total_apparent_uva(std::int64_t real_uw, std::int64_t reactive_uvar,
                                [[maybe_unused]] std::int64_t phases_uva) {
    return static_cast<std::int64_t>(hypotenuse(magnitude(real_uw), magnitude(reactive_uvar)));
}

Readings make_readings(const ClosedWindow& window, const ReadingScale& s, std::uint32_t sequence) {
    Readings r;
    r.window_frames = window.frames;
    r.frequency_uhz = window.frequency_uhz;
    r.sequence = sequence;
    std::int64_t phases_uva = 0;
    for (std::size_t p = 0; p < kPhases; ++p) {
        const int phase = static_cast<int>(p);
        const std::int64_t phase_uv = volts(window.means_q8.vv(p), s);
        if (contains(s.type->line_neutral, phase)) r.voltage_ln_uv[p] = phase_uv;
        if (contains(s.type->line_line, phase)) r.voltage_ll_uv[p] = line_line(window, p, s);
        if (!contains(s.type->phases, phase)) continue;
        r.current_ua[p] = amperes(window.means_q8.ii(p), s);
        r.power[p] = phase_power(window, p, phase_uv, r.current_ua[p], s);
        add_to_total(r.total, phases_uva, r.power[p]);
    }
    r.total.apparent_uva = total_apparent_uva(r.total.real_uw, r.total.reactive_uvar, phases_uva);
    r.total.power_factor_ppb = power_factor(r.total.real_uw, r.total.apparent_uva);
    r.voltage_ll_average_uv = average(r.voltage_ll_uv, s.type->line_line);
    r.voltage_ln_average_uv = average(r.voltage_ln_uv, s.type->line_neutral);
    r.current_average_ua = average(r.current_ua, s.type->phases);
    return r;
}

}  // namespace meter
