// The inner loops of the synthesis, over tiles of kTileFrames frames.
//
// Compiled for each kind of vectors (wide.h): each element is worked out by the same additions and
// multiplications in the same order, so every version gives the same bits, and the choice is made
// by looking at the processor.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "signals/synth/power_plan.h"

namespace signals {

inline constexpr int kTileFrames = 32;
inline constexpr std::size_t kMeterChannels = 7;    // voltages A B C, slopes A B C N
inline constexpr std::size_t kCurrentChannels = 4;  // currents A B C N

struct alignas(64) TileRow {
    std::array<double, kTileFrames> at;
};

// A wave x = a cos + b sin of each channel; `power` is the row of cosines and sines to use.
struct WaveRow {
    int power = 0;
    std::array<double, kMeterChannels> meter_cosine{};
    std::array<double, kMeterChannels> meter_sine{};
    std::array<double, kCurrentChannels> current_cosine{};
    std::array<double, kCurrentChannels> current_sine{};
};

// cos and sin of one tile, a row for each power.
struct Powers {
    std::array<TileRow, 2 * kMaxOrder> cosine;
    std::array<TileRow, 2 * kMaxOrder> sine;
};

// Strips of kStrip frames; kernels work on strips [first, end) of a tile.
inline constexpr int kStrip = 8;
struct Strips {
    int first = 0;
    int end = kTileFrames / kStrip;
};

// Row `to` becomes (cosine, sine) turned by the direction (c, s).
void turn(Powers& powers, std::size_t to, const TileRow& cosine, const TileRow& sine, double c,
          double s, Strips strips);
// Rows 1.. of a plan whose row 0 is there.
void raise(Powers& powers, std::span<const PowerStep> plan, Strips strips);

// out[x] = constant[x] + sum over rows of a[x] cos + b[x] sin, added in the order of the rows.
void sum_meter(const Powers& powers, std::span<const WaveRow> rows,
               const std::array<double, kMeterChannels>& constant,
               std::array<TileRow, kMeterChannels>& out, Strips strips);
void sum_current(const Powers& powers, std::span<const WaveRow> rows,
                 const std::array<double, kCurrentChannels>& constant,
                 std::array<TileRow, kCurrentChannels>& out, Strips strips);

}  // namespace signals
