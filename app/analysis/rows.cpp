#include "app/analysis/rows.h"

#include <algorithm>

namespace analysis {

Rows rows_of(const signals::Series& series) {
    return {series.rate, series.start, static_cast<std::int64_t>(series.size()),
            [&series](std::int64_t first, std::size_t count, double* out) {
                for (std::size_t c = 0; c < signals::kQualityChannels; ++c)
                    std::copy_n(series.channel[c].begin() + first, count, out + c * count);
            }};
}

void for_each_block(const Rows& rows, std::int64_t first, std::int64_t last,
                    const std::function<void(const signals::QualityBlock&)>& use) {
    constexpr std::int64_t kBlock = 4'096;
    std::vector<double> values;
    for (std::int64_t at = first; at < last; at += kBlock) {
        const auto count = static_cast<std::size_t>(std::min(kBlock, last - at));
        values.resize(signals::kQualityChannels * count);
        rows.read(at, count, values.data());
        signals::QualityBlock block;
        for (std::size_t c = 0; c < block.size(); ++c)
            block[c] = std::span<const double>(values).subspan(c * count, count);
        use(block);
    }
}

}  // namespace analysis
