// Samples through a low-pass filter, at the rate they have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "signals/resample/kernel.h"
#include "signals/resample/tiled.h"

namespace signals {

class Smoothed final : public Tiled {
 public:
    // Every sample becomes kernel.value_row(0) of those around it: no delay, and a constant stays.
    Smoothed(std::unique_ptr<Sampled> in, const SincKernel& kernel, std::size_t most_tiles);

 private:
    void make(std::int64_t first, double* out) override;

    std::unique_ptr<Sampled> in_;
    std::vector<double> taps_;  // of the samples k before and k behind
    std::vector<double> loaded_;
};

}  // namespace signals
