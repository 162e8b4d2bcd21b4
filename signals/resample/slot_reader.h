// A signal at any instants, as a converter without a filter takes them.
//
// The record is interpolated up to its own Nyquist frequency: a 34-tap sinc under a Kaiser window,
// flat (1e-5) up to 0.4 of its rate, 100 dB down from 0.6 of it. Nothing else is taken away: what
// lies above half the meter's frame rate folds down, as it does in a meter that has no filter
// before its multiplexer. Between 0.4 and 0.6 of the record's rate the interpolation itself fades;
// a record can only show as much folding as it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "signals/resample/kernel.h"
#include "signals/resample/sampled.h"

namespace signals {

class SlotReader {
 public:
    // `in` must outlive this.
    explicit SlotReader(Sampled& in);

    // Fetches what instants from t0 to t1 need, s on the signal's own axis.
    void load(double t0, double t1);
    // Out of what was loaded.
    [[nodiscard]] double value(std::size_t channel, double t);
    [[nodiscard]] double slope(std::size_t channel, double t);  // per second

 private:
    [[nodiscard]] double dot(std::size_t channel, double t, bool slope);

    Sampled& in_;
    SincKernel kernel_;
    std::int64_t first_ = 0;
    std::size_t count_ = 0;
    std::vector<double> loaded_;
    std::vector<double> row_;
};

}  // namespace signals
