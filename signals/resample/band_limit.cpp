#include "signals/resample/band_limit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "signals/source.h"

namespace signals {
namespace {

constexpr double kAttenuationDb = 120.0;
constexpr std::size_t kLeastRows = 16'384;  // read at once

}  // namespace

SincKernel band_limit_kernel(double rate) {
    const double lower = std::min(rate, kFrameRate);
    const double stop = rate > kFrameRate ? 0.5 * kFrameRate : 0.6 * rate;
    return {0.4 * lower / rate, stop / rate, kAttenuationDb};
}

Resampled::Resampled(Sampled& in, SincKernel kernel, double rate, double start)
    : Sampled(rate, start, in.channels()),
      in_(in),
      kernel_(std::move(kernel)),
      row_(kernel_.taps()) {
    if (in.channels() > kMostChannels) throw std::logic_error("resampled: too many channels");
}

void Resampled::read(std::int64_t first, std::size_t count, double* out) {
    for (std::size_t done = 0; done < count;) {
        const std::int64_t at = first + static_cast<std::int64_t>(done);
        const std::int64_t number = floor_div(at, kTileSamples);
        const Tile& tile = tiles_.get(number, [this](std::int64_t n, Tile& t) { make(n, t); });
        const auto inside = static_cast<std::size_t>(at - number * kTileSamples);
        const std::size_t part = std::min(count - done, kTileSamples - inside);
        for (std::size_t c = 0; c < channels(); ++c) {
            std::memcpy(out + c * count + done, tile.data() + c * kTileSamples + inside,
                        part * sizeof(double));
        }
        done += part;
    }
}

void Resampled::make(std::int64_t number, Tile& tile) {
    tile.resize(channels() * kTileSamples);
    // So many at once that the rows read for them are not much more than a kernel is wide.
    const auto rows = static_cast<double>(std::max(kLeastRows, kernel_.taps()));
    const auto most = static_cast<std::size_t>(std::max(1.0, rows * rate() / in_.rate()));
    for (std::size_t done = 0; done < kTileSamples; done += most) {
        make_part(number * kTileSamples + static_cast<std::int64_t>(done),
                  std::min<std::size_t>(most, kTileSamples - done), tile.data() + done);
    }
}

void Resampled::load(std::int64_t first_row, std::size_t rows) {
    loaded_.resize(rows * channels());
    mixed_.assign(rows, {});
    in_.read(first_row, rows, loaded_.data());
    for (std::size_t c = 0; c < channels(); ++c) {
        const double* from = loaded_.data() + c * rows;
        for (std::size_t n = 0; n < rows; ++n) mixed_[n][c] = from[n];
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
