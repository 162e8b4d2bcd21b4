#include "signals/quality/history.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace signals {

History::History(std::size_t rows) : ring_(std::bit_ceil(rows + 1)), mask_(ring_.size() - 1) {}

void History::add(const std::array<double, kQualityChannels>& row) {
    Row& here = ring_[static_cast<std::size_t>(size_) & mask_];
    here.sample = row;
    here.before = total_;
    for (std::size_t c = 0; c < kQualityChannels; ++c) total_[c] += row[c] * row[c];
    for (std::size_t x = 0; x < 3; ++x) total_[kQualityChannels + x] += row[x] * row[x + 3];
    ++size_;
}

std::int64_t History::first() const {
    return std::max<std::int64_t>(0, size_ - static_cast<std::int64_t>(ring_.size()));
}

const History::Row& History::at(std::int64_t row) const {
    return ring_[static_cast<std::size_t>(std::clamp(row, first(), size_ - 1)) & mask_];
}

double History::upto(std::size_t sum, double instant) const {
    const double at_row = instant + 0.5;
    const auto row = static_cast<std::int64_t>(std::floor(at_row));
    if (row >= size_) return total_[sum];
    const double before = at(row).before[sum];
    const double after = row + 1 >= size_ ? total_[sum] : at(row + 1).before[sum];
    return before + (at_row - static_cast<double>(row)) * (after - before);
}

double History::mean(std::size_t sum, double from, double to) const {
    return (upto(sum, to) - upto(sum, from)) / (to - from);
}

double History::mean_square(std::size_t channel, double from, double to) const {
    return std::max(0.0, mean(channel, from, to));
}

double History::mean_product(std::size_t phase, double from, double to) const {
    return mean(kQualityChannels + phase, from, to);
}

}  // namespace signals
