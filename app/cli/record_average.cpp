#include "app/cli/record_average.h"

#include <algorithm>
#include <cmath>

namespace cli {
namespace {

constexpr double kMicro = 1e-6;
constexpr bool is_power(std::size_t quantity) { return quantity >= 6; }

}  // namespace

const std::array<const char*, kCompared> kComparedNames{"VA", "VB", "VC", "IA", "IB",
                                                        "IC", "PA", "PB", "PC"};
const std::array<const char*, kCompared> kComparedUnits{"V", "V", "V", "A", "A",
                                                        "A", "W", "W", "W"};

Compared compared(const meter::Readings& readings) {
    Compared out{};
    for (std::size_t x = 0; x < 3; ++x) {
        out[x] = static_cast<double>(readings.voltage_ln_uv[x]) * kMicro;
        out[x + 3] = static_cast<double>(readings.current_ua[x]) * kMicro;
        out[x + 6] = static_cast<double>(readings.power[x].real_uw) * kMicro;
    }
    return out;
}

Compared compared(const signals::Truth& truth) {
    Compared out{};
    for (std::size_t x = 0; x < 3; ++x) {
        out[x] = truth.voltage_ln[x];
        out[x + 3] = truth.current[x];
        out[x + 6] = truth.power[x].real_w;
    }
    return out;
}

Errors errors_percent(const Compared& meter, const Compared& truth) {
    Errors out;
    for (std::size_t q = 0; q < kCompared; ++q) {
        const double reference = is_power(q) ? truth[q - 6] * truth[q - 3] : truth[q];
        if (reference > 0.0 && std::isfinite(meter[q])) {
            out[q] = 100.0 * (meter[q] - truth[q]) / reference;
        }
    }
    return out;
}

void WindowAverage::add(const Compared& window, double frames) {
    for (std::size_t q = 0; q < kCompared; ++q) {
        sums_[q] += frames * (is_power(q) ? window[q] : window[q] * window[q]);
    }
    frames_ += frames;
}

Compared WindowAverage::average() const {
    Compared out{};
    for (std::size_t q = 0; q < kCompared; ++q) {
        const double mean = sums_[q] / frames_;
        out[q] = is_power(q) ? mean : std::sqrt(mean);
    }
    return out;
}

}  // namespace cli
