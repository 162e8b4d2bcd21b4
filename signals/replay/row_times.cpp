#include "signals/replay/row_times.h"

#include <algorithm>
#include <cmath>

namespace signals {
namespace {

constexpr std::size_t kMedianOf = std::size_t{1} << 18;  // spacings, from the start

double time_of(Capture& capture, std::uint64_t row) {
    double t = 0.0;
    capture.read_time(row, 1, {&t, 1});
    return t;
}

double highest_rate(const Recording& r) {
    double highest = 0.0;
    for (const SamplingRate& rate : r.rates) highest = std::max(highest, rate.hertz);
    return highest;
}

double median(std::vector<double>& x) {
    std::nth_element(x.begin(), x.begin() + std::ssize(x) / 2, x.end());
    return x[x.size() / 2];
}

}  // namespace

RowTimes::RowTimes(Capture& capture, std::optional<double> from, std::optional<double> to)
    : capture_(capture) {
    const std::uint64_t rows = capture.recording().rows;
    first_ = from ? row_not_before(*from) : 0;
    const std::uint64_t end = to ? row_not_before(*to) : rows;
    size_ = end > first_ ? end - first_ : 0;
    if (size_ < 2) return;
    first_time_ = time_of(capture, first_);
    span_ = time_of(capture, end - 1) - first_time_;
    survey();
}

std::uint64_t RowTimes::row_not_before(double t) {
    std::uint64_t low = 0;
    std::uint64_t high = capture_.recording().rows;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (time_of(capture_, middle) < t - 1e-9) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// One walk over the times: are they on a straight line, and what is the median spacing?
void RowTimes::survey() {
    const Recording& r = capture_.recording();
    const double step = span_ / static_cast<double>(size_ - 1);
    rate_ = 1.0 / step;
    if (!r.time_from_stamps && r.rates.size() == 1) return;
    std::vector<double> spacing;
    for (std::int64_t number = 0; number * kTileRows < static_cast<std::int64_t>(size_); ++number) {
        const Tile& times = tile(number);
        tile_begin_.push_back(times[0]);
        for (std::size_t k = 0; k < times.size(); ++k) {
            const auto row = static_cast<double>(number * kTileRows + static_cast<std::int64_t>(k));
            even_ = even_ && std::fabs(times[k] - row * step) <= r.time_resolution;
            if (k > 0 && spacing.size() < kMedianOf) spacing.push_back(times[k] - times[k - 1]);
        }
    }
    if (!even_) rate_ = r.time_from_stamps ? 1.0 / median(spacing) : highest_rate(r);
}

const RowTimes::Tile& RowTimes::tile(std::int64_t number) {
    return tiles_.get(number, [this](std::int64_t n, Tile& out) {
        const auto begin = static_cast<std::uint64_t>(n * kTileRows);
        out.resize(static_cast<std::size_t>(
            std::min<std::uint64_t>(static_cast<std::uint64_t>(kTileRows) + 1, size_ - begin)));
        capture_.read_time(first_ + begin, out.size(), out);
        for (double& t : out) t -= first_time_;
    });
}

double RowTimes::row_at(double t) {
    if (even_) return t * rate_;
    const auto behind = std::upper_bound(tile_begin_.begin() + 1, tile_begin_.end(), t);
    std::int64_t number = behind - tile_begin_.begin() - 1;
    // The last row alone in its tile has no spacing of its own.
    if (number > 0 && tile(number).size() < 2) --number;
    const Tile& times = tile(number);
    const auto next = std::upper_bound(times.begin() + 1, times.end() - 1, t);
    const auto k = static_cast<std::size_t>(next - times.begin()) - 1;
    return static_cast<double>(number * kTileRows) + static_cast<double>(k) +
           (t - times[k]) / (times[k + 1] - times[k]);
}

}  // namespace signals
