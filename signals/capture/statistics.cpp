#include "signals/capture/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace signals {
namespace {

constexpr std::uint64_t kProgressRows = std::uint64_t{1} << 20;

struct Sums {
    double sum = 0.0;
    double squares = 0.0;
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
    std::uint64_t missing = 0;

    // Four chains side by side: additions do not wait for each other. NaN is passed over.
    void add(const double* x, std::size_t count) {
        std::array<double, 4> s{};
        std::array<double, 4> q{};
        std::array<double, 4> low{least, least, least, least};
        std::array<double, 4> high{most, most, most, most};
        for (std::size_t n = 0; n < count; ++n) {
            const std::size_t lane = n % 4;
            const bool there = x[n] == x[n];
            const double v = there ? x[n] : 0.0;
            missing += there ? 0U : 1U;
            s[lane] += v;
            q[lane] += v * v;
            low[lane] = x[n] < low[lane] ? x[n] : low[lane];
            high[lane] = x[n] > high[lane] ? x[n] : high[lane];
        }
        sum += (s[0] + s[1]) + (s[2] + s[3]);
        squares += (q[0] + q[1]) + (q[2] + q[3]);
        least = *std::min_element(low.begin(), low.end());
        most = *std::max_element(high.begin(), high.end());
    }

    [[nodiscard]] ChannelStatistics result(std::uint64_t rows) const {
        const auto count = static_cast<double>(rows - missing);
        if (rows == missing) {
            const double none = std::numeric_limits<double>::quiet_NaN();
            return {none, none, none, none, missing};
        }
        return {std::sqrt(squares / count), sum / count, least, most, missing};
    }
};

// So many rows that a block of all channels stays in the cache.
std::size_t block_rows(std::size_t channels) {
    return std::clamp<std::size_t>(131'072 / std::max<std::size_t>(1, channels), 16, 8'192);
}

}  // namespace

std::vector<ChannelStatistics> statistics(Capture& capture,
                                          const std::function<void(double)>& progress) {
    const Recording& r = capture.recording();
    std::vector<std::size_t> all(r.analog.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<Sums> sums(all.size());
    const std::size_t most = block_rows(all.size());
    std::vector<double> block(all.size() * most);
    for (std::uint64_t row = 0; row < r.rows && !all.empty(); row += most) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(most, r.rows - row));
        capture.read(all, row, count, {block.data(), all.size() * count});
        for (std::size_t c = 0; c < all.size(); ++c) sums[c].add(block.data() + c * count, count);
        if (progress && (row + most) / kProgressRows != row / kProgressRows) {
            progress(static_cast<double>(row) / static_cast<double>(r.rows));
        }
    }
    std::vector<ChannelStatistics> out;
    for (const Sums& s : sums) out.push_back(s.result(r.rows));
    return out;
}

}  // namespace signals
