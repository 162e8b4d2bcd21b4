#include "signals/resample/resampled.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace signals {
namespace {

constexpr std::size_t kLeastRows = 16'384;  // read at once

}  // namespace

Resampled::Resampled(Sampled& in, SincKernel kernel, double rate, double start,
                     std::size_t most_tiles)
    : Tiled(rate, start, in.channels(), most_tiles),
      in_(in),
      kernel_(std::move(kernel)),
      row_(kernel_.taps()) {
    if (in.channels() > kMostChannels) throw std::logic_error("resampled: too many channels");
}

void Resampled::make(std::int64_t first, double* out) {
    // So many at once that the rows read for them are not much more than a kernel is wide.
    const auto rows = static_cast<double>(std::max(kLeastRows, kernel_.taps()));
    const auto most = static_cast<std::size_t>(std::max(1.0, rows * rate() / in_.rate()));
    for (std::size_t done = 0; done < kTileSamples; done += most) {
        make_part(first + static_cast<std::int64_t>(done),
                  std::min<std::size_t>(most, kTileSamples - done), out + done);
    }
}

void Resampled::load(std::int64_t first_row, std::size_t rows) {
    loaded_.resize(rows * channels());
    mixed_.resize(rows);
    in_.read(first_row, rows, loaded_.data());
    for (std::size_t n = 0; n < rows; ++n) {
        for (std::size_t c = 0; c < channels(); ++c) mixed_[n][c] = loaded_[c * rows + n];
    }
}

void Resampled::make_part(std::int64_t first, std::size_t count, double* out) {
    const auto position = [&](std::size_t n) {
        const double t =
            start() + static_cast<double>(first + static_cast<std::int64_t>(n)) / rate();
        return (t - in_.start()) * in_.rate();
    };
    const auto reach = static_cast<std::int64_t>(kernel_.reach());
    const auto first_row = static_cast<std::int64_t>(std::floor(position(0))) - reach + 1;
    const auto last_row = static_cast<std::int64_t>(std::floor(position(count - 1))) + reach;
    load(first_row, static_cast<std::size_t>(last_row - first_row + 1));
    for (std::size_t n = 0; n < count; ++n) {
        const double at = position(n);
        const double whole = std::floor(at);
        kernel_.value_row(at - whole, row_);
        const auto begin = static_cast<std::int64_t>(whole) - reach + 1 - first_row;
        const MixedRow sum = mix_rows(mixed_.data() + begin, row_);
        for (std::size_t c = 0; c < channels(); ++c) out[c * kTileSamples + n] = sum[c];
    }
}

}  // namespace signals
