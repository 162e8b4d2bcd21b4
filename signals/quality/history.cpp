#include "signals/quality/history.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace signals {
namespace {

struct Direction {
    double cosine, sine;
};

}  // namespace

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

// Each row's share of the stretch times e^{-j 2 pi} at the share's middle, which is a recurrence
// but for the two at the ends.
std::complex<double> History::fundamental(std::size_t channel, double from, double to) const {
    const double turn = -2.0 * std::numbers::pi / (to - from);
    const auto first = static_cast<std::int64_t>(std::floor(from + 0.5));
    const auto last = static_cast<std::int64_t>(std::ceil(to - 0.5));
    const auto edge = [&](std::int64_t row) {
        const double begin = std::max(from, static_cast<double>(row) - 0.5);
        const double end = std::min(to, static_cast<double>(row) + 0.5);
        return std::polar((end - begin) * at(row).sample[channel],
                          turn * (0.5 * (begin + end) - from));
    };
    std::complex<double> sum = edge(first) + (last > first ? edge(last) : 0.0);
    const Direction step{std::cos(turn), std::sin(turn)};
    const double begin = turn * (static_cast<double>(first + 1) - from);
    Direction now{std::cos(begin), std::sin(begin)};
    double cosine = 0.0;
    double sine = 0.0;
    for (std::int64_t row = first + 1; row < last; ++row) {
        const double x = at(row).sample[channel];
        cosine += x * now.cosine;
        sine += x * now.sine;
        now = {now.cosine * step.cosine - now.sine * step.sine,
               now.cosine * step.sine + now.sine * step.cosine};
    }
    sum += std::complex<double>{cosine, sine};
    return sum * std::complex<double>{0.0, std::numbers::sqrt2 / (to - from)};
}

}  // namespace signals
