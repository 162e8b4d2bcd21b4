#include "signals/resample/frame_reader.h"

#include <cmath>
#include <stdexcept>

#include "signals/resample/mix.h"

namespace signals {
namespace {

// Played content ends at 0.25 cycles per sample, its first image begins at 0.75.
constexpr double kPass = 0.24;
constexpr double kStop = 0.75;
constexpr double kAttenuationDb = 120.0;

constexpr std::int64_t floor_half(std::int64_t x) { return x >> 1; }

}  // namespace

FrameReader::FrameReader(Sampled& played) : played_(played), kernel_(kPass, kStop, kAttenuationDb) {
    if (kernel_.taps() != kTaps) throw std::logic_error("frame reader: kernel of another size");
}

double FrameReader::position(double slot, double origin) const {
    return (slot - origin - played_.start()) * kPlayRate;
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

void FrameReader::load(std::int64_t earliest, std::int64_t latest, std::int64_t first_frame,
                       std::size_t frames) {
    first_frame_ = first_frame;
    loaded_first_ = 2 * (floor_half(earliest) + first_frame);
    const std::int64_t last = latest + 2 * (first_frame + static_cast<std::int64_t>(frames)) +
                              static_cast<std::int64_t>(kTaps);
    half_ = static_cast<std::size_t>((last - loaded_first_ + 1) / 2);
    const std::size_t count = 2 * half_;
    loaded_.resize(count * played_.channels());
    halves_.resize(loaded_.size());
    played_.read(loaded_first_, count, loaded_.data());
    for (std::size_t c = 0; c < played_.channels(); ++c) {
        const double* from = loaded_.data() + c * count;
        double* even = halves_.data() + c * count;
        for (std::size_t k = 0; k < half_; ++k) {
            even[k] = from[2 * k];
            even[half_ + k] = from[2 * k + 1];
        }
    }
}

void FrameReader::read(std::size_t channel, const Row& row, std::span<double> out) const {
    const auto odd = static_cast<std::size_t>(row.first & 1);
    const std::int64_t from = floor_half(row.first) + first_frame_ - loaded_first_ / 2;
    const double* even_half = halves_.data() + channel * 2 * half_;
    // Coefficient 2j meets a[from + j], coefficient 2j + 1 meets b[from + odd + j].
    const double* a = even_half + odd * half_ + from;
    const double* b = even_half + (1 - odd) * half_ + from + static_cast<std::int64_t>(odd);
    slide(row.coefficient, a, b, out);
}

}  // namespace signals
