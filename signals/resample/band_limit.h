// From any sampling rate to the rate that is played: band-limited to what the meter can tell.
//
// The meter takes 2520.6 samples a second, so what lies above 1260 Hz would fold down. Ideal
// anti-alias: with r the lower of the record's rate and 2520.6 Hz,
//
//   flat (1e-6) up to      0.4 r            (1008 Hz for records of 2520 Hz and more)
//   120 dB down from       0.5 * 2520.6 Hz  when the record is faster than 2520.6 Hz,
//                          0.6 r            when it is slower (its first image)
//
// A real meter of this class has a weaker filter; that what it folds down is left out is a choice.
#pragma once

#include <cstddef>

#include "signals/resample/kernel.h"
#include "signals/resample/series.h"

namespace signals {

// The kernel of the table above for records at `rate` Hz; rate >= 100.
SincKernel band_limit_kernel(double rate);

// `count` samples at `rate` from `start` on. `in` must reach kernel.reach() samples beyond both
// ends; what it does not have counts as its nearest sample.
Series resampled(const Series& in, const SincKernel& kernel, double rate, double start,
                 std::size_t count);

}  // namespace signals
