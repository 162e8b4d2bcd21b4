// Reads a signal at two samples per frame at the instants of the meter's slots.
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
#include "signals/resample/sampled.h"
#include "signals/source.h"

namespace signals {

class FrameReader {
 public:
    // One channel's row of coefficients for a fixed origin.
    static constexpr std::size_t kTaps = 16;
    struct Row {
        std::int64_t first = 0;  // sample of frame 0 that coefficient 0 belongs to
        std::array<double, kTaps> coefficient{};
    };

    // `played` at kPlayRate; it must outlive this.
    explicit FrameReader(Sampled& played);

    // Rows for time o + n / kFrameRate - origin of frame n, on the signal's own time axis.
    [[nodiscard]] Row value_row(double slot, double origin) const;
    [[nodiscard]] Row slope_row(double slot, double origin) const;  // per second

    // Fetches what the rows need for up to kBlockFrames frames from first_frame on: all of the rows
    // lie between `earliest` and `latest` by their Row::first.
    void load(std::int64_t earliest, std::int64_t latest, std::int64_t first_frame,
              std::size_t frames);
    // out[k] = channel at frame first_frame + k, out of what was loaded.
    void read(std::size_t channel, const Row& row, std::span<double> out) const;

 private:
    [[nodiscard]] double position(double slot, double origin) const;

    Sampled& played_;
    SincKernel kernel_;
    std::int64_t first_frame_ = 0;
    std::int64_t loaded_first_ = 0;  // sample, even
    std::size_t half_ = 0;           // samples per half
    std::vector<double> loaded_;     // as read
    std::vector<double> halves_;     // per channel: even samples, then odd ones
};

}  // namespace signals
