// Uniformly sampled signals side by side, read in pieces: sample k of every channel is taken at
// start() + k / rate(). A record of any length never has to be in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "signals/resample/series.h"
#include "signals/source.h"

namespace signals {

// The rate that is played: two samples per frame, 5041.2 Hz. Band-limited to 1260 Hz
// (band_limit.h), so that 16 taps hold the images down by 120 dB (frame_reader.h).
inline constexpr double kPlayRate = 2.0 * kFrameRate;

class Sampled {
 public:
    Sampled(double rate, double start, std::size_t channels)
        : rate_(rate), start_(start), channels_(channels) {}
    virtual ~Sampled() = default;

    [[nodiscard]] double rate() const { return rate_; }    // Hz
    [[nodiscard]] double start() const { return start_; }  // s, time of sample 0
    [[nodiscard]] std::size_t channels() const { return channels_; }

    // out[c * count + n] = channel c at sample first + n, for any `first`: what lies beyond the
    // ends is the implementation's to say. The same samples are the same bits however they are
    // asked for.
    virtual void read(std::int64_t first, std::size_t count, double* out) = 0;

 private:
    double rate_;
    double start_;
    std::size_t channels_;
};

// A series in memory. Beyond its ends it goes on with its nearest sample.
class SampledSeries final : public Sampled {
 public:
    explicit SampledSeries(Series series)
        : Sampled(series.rate, series.start, series.channel.size()), series_(std::move(series)) {}
    void read(std::int64_t first, std::size_t count, double* out) override;

 private:
    Series series_;
};

}  // namespace signals
