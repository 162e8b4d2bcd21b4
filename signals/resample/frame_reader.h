// Reads a series at two samples per frame at the instants of the meter's slots.
//
// Frame n at slot instant o is sample position 2n + (o - origin) * rate: its fraction is the same
// in every frame, so one row of 16 coefficients serves a whole run of frames and reading is a
// plain FIR over frames. Values and slopes come from the same kernel: the slope is the exact
// derivative of what the values interpolate.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "signals/resample/kernel.h"
#include "signals/resample/series.h"
#include "signals/source.h"

namespace signals {

// The rate that is played: two samples per frame, 5041.2 Hz. Band-limited to 1260 Hz, so that 16
// taps hold the images down by 120 dB.
inline constexpr double kPlayRate = 2.0 * kFrameRate;

class FrameReader {
 public:
    // One channel's row of coefficients for a fixed origin.
    static constexpr std::size_t kTaps = 16;
    struct Row {
        std::int64_t first = 0;  // sample of frame 0 that coefficient 0 belongs to
        std::array<double, kTaps> coefficient{};
    };

    // `series` at kPlayRate.
    explicit FrameReader(const Series& series);

    // Rows for time o + n / kFrameRate - origin of frame n, on the series' own time axis.
    [[nodiscard]] Row value_row(double slot, double origin) const;
    [[nodiscard]] Row slope_row(double slot, double origin) const;  // per second

    // out[k] = channel at frame first_frame + k. Outside the series the value is 0.
    void read(std::size_t channel, const Row& row, std::int64_t first_frame,
              std::span<double> out) const;

 private:
    using Halves = std::array<std::vector<double>, 2>;  // even and odd samples

    [[nodiscard]] double position(double slot, double origin) const;

    double start_;
    SincKernel kernel_;
    std::vector<Halves> channels_;
};

}  // namespace signals
