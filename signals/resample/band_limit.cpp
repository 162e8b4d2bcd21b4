#include "signals/resample/band_limit.h"

#include <algorithm>

#include "signals/resample/resampled.h"
#include "signals/resample/smoothed.h"
#include "signals/source.h"

namespace signals {
namespace {

constexpr double kAttenuationDb = 120.0;
constexpr std::size_t kKeptTiles = 1'024;
constexpr std::size_t kPassingTiles = 4;  // of the first of two steps

constexpr double kPass = 0.4 * kFrameRate;
constexpr double kStop = 0.5 * kFrameRate;

SincKernel one_step(double rate) {
    const double stop = rate > kFrameRate ? kStop : 0.6 * rate;
    return {0.4 * std::min(rate, kFrameRate) / rate, stop / rate, kAttenuationDb};
}

SincKernel first_step(double rate) {
    return {kPass / rate, (kPlayRate - kStop) / rate, kAttenuationDb};
}

SincKernel second_step() { return {kPass / kPlayRate, kStop / kPlayRate, kAttenuationDb}; }

}  // namespace

std::unique_ptr<Sampled> band_limited(Sampled& in, double start) {
    const double rate = in.rate();
    if (rate <= kPlayRate) {
        return std::make_unique<Resampled>(in, one_step(rate), kPlayRate, start, kKeptTiles);
    }
    return std::make_unique<Smoothed>(
        std::make_unique<Resampled>(in, first_step(rate), kPlayRate, start, kPassingTiles),
        second_step(), kKeptTiles);
}

}  // namespace signals
