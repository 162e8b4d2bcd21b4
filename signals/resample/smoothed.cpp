#include "signals/resample/smoothed.h"

#include <utility>

#include "signals/resample/mix.h"

namespace signals {
namespace {

std::vector<double> half_of(const SincKernel& kernel) {
    std::vector<double> row(kernel.taps());
    kernel.value_row(0.0, row);
    // The last tap lies a whole reach away, where the window has come down to nothing.
    row.pop_back();
    return {row.begin() + static_cast<std::ptrdiff_t>(kernel.reach()) - 1, row.end()};
}

}  // namespace

Smoothed::Smoothed(std::unique_ptr<Sampled> in, const SincKernel& kernel, std::size_t most_tiles)
    : Tiled(in->rate(), in->start(), in->channels(), most_tiles),
      in_(std::move(in)),
      taps_(half_of(kernel)) {}

void Smoothed::make(std::int64_t first, double* out) {
    const std::size_t reach = taps_.size() - 1;
    const std::size_t wide = kTileSamples + 2 * reach;
    loaded_.resize(channels() * wide);
    in_->read(first - static_cast<std::int64_t>(reach), wide, loaded_.data());
    for (std::size_t c = 0; c < channels(); ++c) {
        fold(taps_, loaded_.data() + c * wide + reach, {out + c * kTileSamples, kTileSamples});
    }
}

}  // namespace signals
