#include "core/metrology/corrections.h"

#include "core/metrology/make_readings.h"
#include "core/wide.h"

namespace meter {

namespace {

constexpr std::uint64_t kOneQ32 = std::uint64_t{1} << 32;

// x * factor / 2^32, rounded, either sign.
std::int64_t times_q32(std::int64_t x, std::int64_t factor) {
    const auto m = static_cast<std::int64_t>(scale(magnitude(x), magnitude(factor), kOneQ32));
    return (x < 0) == (factor < 0) ? m : -m;
}

// `frames_q8` is the number of frames the products are summed over, times 2^8.
void correct_phase(Products& products, std::size_t p, const PhaseCalibration& c, int preamp,
                   std::int64_t frames_q8) {
    const std::int64_t k = std::int64_t{c.voltage_pickup} * preamp;
    const std::int64_t vv = products.vv(p), vi = products.vi(p);
    const std::int64_t picked = times_q32(vv, k);
    products.value[3 + p] -=
        times_q32(vi - picked / 2, 2 * k) + shift_rounded(c.current_offset_q8 * frames_q8, 16);
    products.value[6 + p] -=
        picked + shift_rounded(std::int64_t{c.power_offset} * preamp * frames_q8, 8);
}

// CT primary * kNoLoadPpm in current sample LSB: 400 uA at preamp 1.
std::uint64_t threshold(std::uint16_t ct_primary, std::uint8_t preamp) {
    return static_cast<std::uint64_t>(ct_primary * kNoLoadPpm * 8 * preamp / kAmpereSampleUaTimes8);
}

std::uint64_t root_q4(std::int64_t mean_square_q8) {
    return square_root(static_cast<std::uint64_t>(mean_square_q8 > 0 ? mean_square_q8 : 0));
}

bool without_power(const ClosedWindow& window, std::size_t p, std::uint64_t threshold_lsb) {
    const Products& m = window.means_q8;
    const std::uint64_t factor = quadrature_factor_q30(window.line_frequency_uhz);
    const std::uint64_t reactive = scale(magnitude(m.qi(p)), factor, std::uint64_t{1} << 30);
    const std::uint64_t limit = (root_q4(m.vv(p)) * threshold_lsb) << 4;
    return hypotenuse(magnitude(m.vi(p)), reactive) <= limit;
}

void clear(ClosedWindow& window, std::size_t product) {
    window.sums.value[product] = 0;
    window.means_q8.value[product] = 0;
}

}  // namespace

void correct(ClosedWindow& window, const Calibration& calibration, std::uint8_t preamp) {
    for (std::size_t p = 0; p < kPhases; ++p) {
        const PhaseCalibration& c = calibration.phase[p];
        correct_phase(window.sums, p, c, preamp, std::int64_t{window.frames} << 8);
        correct_phase(window.means_q8, p, c, preamp, std::int64_t{1} << 16);
    }
}

PhaseSet suppress_no_load(ClosedWindow& window, std::uint16_t ct_primary, std::uint8_t preamp) {
    const std::uint64_t limit = threshold(ct_primary, preamp);
    PhaseSet out = 0;
    for (std::size_t p = 0; p < kPhases; ++p) {
        if (!without_power(window, p, limit)) continue;
        if (root_q4(window.means_q8.ii(p)) <= (limit * kNoLoadCurrentFactor) << 4) {
            clear(window, 3 + p);
        }
        clear(window, 6 + p);
        clear(window, 9 + p);
        out = static_cast<PhaseSet>(out | (1U << p));
    }
    return out;
}

}  // namespace meter
