// From any sampling rate to the rate that is played: band-limited to what the meter can tell.
//
// The meter takes 2520.6 samples a second, so what lies above 1260 Hz would fold down. Ideal
// anti-alias: with r the lower of the record's rate and 2520.6 Hz,
//
//   flat (2e-6) up to      0.4 r            (1008 Hz for records of 2520 Hz and more)
//   120 dB down from       0.5 * 2520.6 Hz  when the record is faster than 2520.6 Hz,
//                          0.6 r            when it is slower (its first image)
//
// A record faster than the play rate takes two steps: to the play rate through a short kernel,
// which is down by 120 dB only where something would fold below 1260 Hz (from 5041 - 1260 Hz on),
// and then through one steep filter that is the same for every sample. A tenth of the work of one
// kernel that is steep at the record's rate, and less with each sample more per second.
//
// A real meter of this class has a weaker filter: slot_reader.h is the mode without any.
#pragma once

#include <memory>

#include "signals/resample/sampled.h"

namespace signals {

// `in`, of 100 Hz at least, at kPlayRate from `start` on. The last 208 s are kept (57 MB of seven
// channels), so that what is played round and round is made once. `in` must outlive what is
// returned.
std::unique_ptr<Sampled> band_limited(Sampled& in, double start);

}  // namespace signals
