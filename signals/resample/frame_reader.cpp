#include "signals/resample/frame_reader.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace signals {
namespace {

// Played content ends at 0.25 cycles per sample, its first image begins at 0.75.
constexpr double kPass = 0.24;
constexpr double kStop = 0.75;
constexpr double kAttenuationDb = 120.0;

constexpr std::int64_t floor_half(std::int64_t x) { return x >> 1; }

}  // namespace

FrameReader::FrameReader(const Series& series)
    : start_(series.start), kernel_(kPass, kStop, kAttenuationDb) {
    if (kernel_.taps() != kTaps) throw std::logic_error("frame reader: kernel of another size");
    for (const std::vector<double>& samples : series.channel) {
        Halves& halves = channels_.emplace_back();
        for (std::size_t i = 0; i < samples.size(); ++i) halves[i % 2].push_back(samples[i]);
    }
}

double FrameReader::position(double slot, double origin) const {
    return (slot - origin - start_) * kPlayRate;
}

FrameReader::Row FrameReader::value_row(double slot, double origin) const {
    const double at = position(slot, origin);
    const double whole = std::floor(at);
    Row row;
    row.first = static_cast<std::int64_t>(whole) - static_cast<std::int64_t>(kernel_.reach()) + 1;
    kernel_.value_row(at - whole, row.coefficient);
    return row;
}

FrameReader::Row FrameReader::slope_row(double slot, double origin) const {
    const double at = position(slot, origin);
    const double whole = std::floor(at);
    Row row;
    row.first = static_cast<std::int64_t>(whole) - static_cast<std::int64_t>(kernel_.reach()) + 1;
    kernel_.slope_row(at - whole, row.coefficient);
    for (double& c : row.coefficient) c *= kPlayRate;
    return row;
}

void FrameReader::read(std::size_t channel, const Row& row, std::int64_t first_frame,
                       std::span<double> out) const {
    const auto even = static_cast<std::size_t>(row.first & 1);
    const std::vector<double>& a = channels_[channel][even];
    const std::vector<double>& b = channels_[channel][1 - even];
    // Coefficient 2j meets a[from + j], coefficient 2j + 1 meets b[from + even + j].
    const std::int64_t from = floor_half(row.first) + first_frame;
    const std::int64_t from_b = from + static_cast<std::int64_t>(even);
    const std::int64_t reach = std::min(std::ssize(a) - from, std::ssize(b) - from_b) -
                               static_cast<std::int64_t>(kTaps / 2) + 1;
    const auto begin = std::clamp<std::int64_t>(-from, 0, std::ssize(out));
    const auto end = std::clamp<std::int64_t>(reach, begin, std::ssize(out));
    std::fill(out.begin(), out.begin() + begin, 0.0);
    std::fill(out.begin() + end, out.end(), 0.0);
    for (std::int64_t n = begin; n < end; ++n) {
        const double* x = a.data() + (from + n);
        const double* y = b.data() + (from_b + n);
        double even_sum = 0.0;
        double odd_sum = 0.0;
        for (std::size_t j = 0; j < kTaps / 2; ++j) {
            even_sum += row.coefficient[2 * j] * x[j];
            odd_sum += row.coefficient[2 * j + 1] * y[j];
        }
        out[static_cast<std::size_t>(n)] = even_sum + odd_sum;
    }
}

}  // namespace signals
