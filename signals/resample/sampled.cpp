#include "signals/resample/sampled.h"

#include <algorithm>

namespace signals {

void SampledSeries::read(std::int64_t first, std::size_t count, double* out) {
    const auto last = static_cast<std::int64_t>(series_.size()) - 1;
    for (const auto& samples : series_.channel) {
        for (std::size_t n = 0; n < count; ++n) {
            const std::int64_t at =
                std::clamp<std::int64_t>(first + static_cast<std::int64_t>(n), 0, last);
            *out++ = samples[static_cast<std::size_t>(at)];
        }
    }
}

}  // namespace signals
