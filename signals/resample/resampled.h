// Samples at any other rate: what is between those of the input, through a kernel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "signals/resample/kernel.h"
#include "signals/resample/mix.h"
#include "signals/resample/tiled.h"

namespace signals {

class Resampled final : public Tiled {
 public:
    static constexpr std::size_t kMostChannels = kMixChannels;

    // `in` through a kernel, at `rate` from `start` on. `in` must outlive this and have at most
    // kMostChannels.
    Resampled(Sampled& in, SincKernel kernel, double rate, double start, std::size_t most_tiles);

 private:
    void make(std::int64_t first, double* out) override;
    void make_part(std::int64_t first, std::size_t count, double* out);
    void load(std::int64_t first_row, std::size_t rows);

    Sampled& in_;
    SincKernel kernel_;
    std::vector<double> row_;     // coefficients
    std::vector<double> loaded_;  // rows as read
    std::vector<MixedRow> mixed_;
};

}  // namespace signals
