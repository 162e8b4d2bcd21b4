// Samples that cost something to make: made in tiles of kTileSamples, of which the last used are
// kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "signals/resample/sampled.h"
#include "signals/resample/tile_cache.h"

namespace signals {

class Tiled : public Sampled {
 public:
    static constexpr std::int64_t kTileSamples = 1'024;

    void read(std::int64_t first, std::size_t count, double* out) final;

 protected:
    Tiled(double rate, double start, std::size_t channels, std::size_t most_tiles)
        : Sampled(rate, start, channels), tiles_(most_tiles) {}

    // out[c * kTileSamples + n] = channel c at sample first + n, n < kTileSamples; `first` is a
    // multiple of kTileSamples.
    virtual void make(std::int64_t first, double* out) = 0;

 private:
    TileCache<std::vector<double>> tiles_;
};

}  // namespace signals
