// From any sampling rate to the rate that is played: band-limited to what the meter can tell.
//
// The meter takes 2520.6 samples a second, so what lies above 1260 Hz would fold down. Ideal
// anti-alias: with r the lower of the record's rate and 2520.6 Hz,
//
//   flat (1e-6) up to      0.4 r            (1008 Hz for records of 2520 Hz and more)
//   120 dB down from       0.5 * 2520.6 Hz  when the record is faster than 2520.6 Hz,
//                          0.6 r            when it is slower (its first image)
//
// A real meter of this class has a weaker filter: slot_reader.h is the mode without any.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "signals/resample/kernel.h"
#include "signals/resample/mix.h"
#include "signals/resample/sampled.h"
#include "signals/resample/tile_cache.h"

namespace signals {

// The kernel of the table above for records at `rate` Hz; rate >= 100.
SincKernel band_limit_kernel(double rate);

// `in` through a kernel, at `rate` from `start` on. Made in tiles of kTileSamples; the last used
// are kept, 208 s at the play rate (57 MB of seven channels), so that what is played round and
// round is made once.
class Resampled final : public Sampled {
 public:
    static constexpr std::int64_t kTileSamples = 1'024;
    static constexpr std::size_t kMostTiles = 1'024;
    static constexpr std::size_t kMostChannels = kMixChannels;

    // `in` must outlive this and have at most kMostChannels.
    Resampled(Sampled& in, SincKernel kernel, double rate, double start);

    void read(std::int64_t first, std::size_t count, double* out) override;

 private:
    using Tile = std::vector<double>;  // channel-major

    void make(std::int64_t number, Tile& tile);
    void make_part(std::int64_t first, std::size_t count, double* out);
    void load(std::int64_t first_row, std::size_t rows);

    Sampled& in_;
    SincKernel kernel_;
    TileCache<Tile> tiles_{kMostTiles};
    std::vector<double> row_;     // coefficients
    std::vector<double> loaded_;  // rows as read
    std::vector<MixedRow> mixed_;
};

}  // namespace signals
