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
    kernel_.exact_row(at - whole, row.coefficient);
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
    std::fill(out.begin(), out.end(), 0.0);
    for (std::size_t k = 0; k < kTaps; ++k) {
        const std::int64_t sample = row.first + static_cast<std::int64_t>(k);
        const std::vector<double>& half = channels_[channel][static_cast<std::size_t>(sample & 1)];
        const std::int64_t offset = floor_half(sample) + first_frame;
        const auto begin = std::clamp<std::int64_t>(-offset, 0, std::ssize(out));
        const auto end =
            std::clamp<std::int64_t>(std::ssize(half) - offset, begin, std::ssize(out));
        const double c = row.coefficient[k];
        const double* from = half.data() + (offset + begin);
        double* to = out.data() + begin;
        for (std::int64_t n = 0; n < end - begin; ++n) to[n] += c * from[n];
    }
}

}  // namespace signals
