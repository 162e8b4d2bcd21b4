// Sums over any stretch of something long, by the tile: a tile's total is remembered once it is
// known, the sums inside it are made again when a stretch begins or ends there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "signals/resample/tile_cache.h"

namespace signals {

class RunningSums {
 public:
    static constexpr std::int64_t kTileSamples = 4'096;

    // values(first, count, out): out[w * count + n] = value w of sample first + n.
    using Values = std::function<void(std::int64_t, std::size_t, double*)>;
    RunningSums(std::size_t width, std::int64_t samples, Values values)
        : width_(width), samples_(samples), values_(std::move(values)) {}

    // out[w] = sum of value w over samples [a, b), 0 <= a <= b <= samples; a part of a sample
    // counts by its share.
    void between(double a, double b, double* out);
    [[nodiscard]] std::int64_t samples() const { return samples_; }

 private:
    using Tile = std::vector<double>;  // width_ rows of sums over the first k samples

    const Tile& tile(std::int64_t number);
    void make(std::int64_t number, Tile& out);
    const double* total(std::int64_t number);
    // Adds sign * (sum over the first `upto` samples of the tile).
    void add(std::int64_t number, double upto, double sign, double* out);

    std::size_t width_;
    std::int64_t samples_;
    Values values_;
    std::vector<double> totals_;  // width_ per tile
    std::vector<bool> known_;
    std::vector<double> made_;  // values of the tile that is being made
    TileCache<Tile> tiles_{4};
};

}  // namespace signals
