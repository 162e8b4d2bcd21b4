// The six mapped channels row by row, in V and A, without gaps; read in tiles.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "signals/capture/capture.h"
#include "signals/replay/mapping.h"
#include "signals/resample/tile_cache.h"

namespace signals {

// The recording was read, but cannot be played; the text says why.
class ReplayError : public WordedError<std::runtime_error> {
 public:
    using WordedError::WordedError;
};

// Order of the channels of replay/. The neutral, where there is one, is the sum of the currents.
enum : std::size_t { kVa, kVb, kVc, kIa, kIb, kIc, kReplayChannels, kIn = kReplayChannels };
inline constexpr std::size_t kPlayedChannels = 7;

// Missing samples are bridged by straight lines, at the ends by the nearest sample. Reads the
// record once when it is made, to find the gaps; keeps only those that reach over the border of a
// tile.
class MappedRows {
 public:
    static constexpr std::int64_t kTileRows = 4'096;

    // Rows [first, first + count) of the capture, count >= 1, as rows 0..count - 1. ReplayError: a
    // mapped channel without a single sample. `capture` must outlive this.
    MappedRows(Capture& capture, const Mapping& mapping, std::uint64_t first, std::uint64_t count);

    [[nodiscard]] std::int64_t size() const { return size_; }
    // out[c * count + n]: channel c in row first + n; the nearest row beyond the ends.
    void read(std::int64_t first, std::size_t count, double* out);
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

 private:
    using Tile = std::vector<double>;  // channel-major
    struct Gap {
        std::int64_t first = 0;
        std::int64_t length = 0;
        double left = 0.0;
        double right = 0.0;
    };
    struct Search;  // for gaps

    void load(std::int64_t number, Tile& tile);
    void find_gaps(const Recording& recording, const Mapping& mapping);
    void bridge(std::int64_t number, std::size_t channel, double* x, std::size_t rows) const;
    [[nodiscard]] Gap gap_at(std::size_t channel, std::int64_t row) const;
    [[nodiscard]] std::size_t rows_of(std::int64_t number) const;

    Capture& capture_;
    std::array<std::size_t, kReplayChannels> index_{};
    std::array<double, kReplayChannels> scale_{};
    std::uint64_t first_;
    std::int64_t size_;
    std::array<std::vector<Gap>, kReplayChannels> crossing_;
    std::vector<std::string> notes_;
    TileCache<Tile> tiles_{160};  // 31 MB: a minute at 10 kHz is decoded once
};

}  // namespace signals
