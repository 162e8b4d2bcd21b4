#include "signals/resample/band_limit.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "signals/source.h"

namespace signals {
namespace {

constexpr double kAttenuationDb = 120.0;

double dot(const std::vector<double>& x, std::int64_t first, const std::vector<double>& row) {
    const auto size = static_cast<std::int64_t>(x.size());
    const auto taps = static_cast<std::int64_t>(row.size());
    double sum = 0.0;
    if (first >= 0 && first + taps <= size) {
        const double* at = x.data() + first;
        for (std::size_t k = 0; k < row.size(); ++k) sum += at[k] * row[k];
        return sum;
    }
    for (std::int64_t k = 0; k < taps; ++k) {
        const std::int64_t index = std::clamp<std::int64_t>(first + k, 0, size - 1);
        sum += x[static_cast<std::size_t>(index)] * row[static_cast<std::size_t>(k)];
    }
    return sum;
}

}  // namespace

SincKernel band_limit_kernel(double rate) {
    const double lower = std::min(rate, kFrameRate);
    const double stop = rate > kFrameRate ? 0.5 * kFrameRate : 0.6 * rate;
    return {0.4 * lower / rate, stop / rate, kAttenuationDb};
}

Series resampled(const Series& in, const SincKernel& kernel, double rate, double start,
                 std::size_t count) {
    Series out{rate, start, {}};
    out.channel.assign(in.channel.size(), std::vector<double>(count));
    std::vector<double> row(kernel.taps());
    const auto lead = static_cast<std::int64_t>(kernel.reach()) - 1;
    for (std::size_t n = 0; n < count; ++n) {
        const double position = (start + static_cast<double>(n) / rate - in.start) * in.rate;
        const double whole = std::floor(position);
        kernel.value_row(position - whole, row);
        const std::int64_t first = static_cast<std::int64_t>(whole) - lead;
        for (std::size_t c = 0; c < in.channel.size(); ++c) {
            out.channel[c][n] = dot(in.channel[c], first, row);
        }
    }
    return out;
}

}  // namespace signals
