// The six mapped channels on one uniform time axis, in V and A, without gaps.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "signals/capture/recording.h"
#include "signals/replay/mapping.h"
#include "signals/resample/series.h"

namespace signals {

// The recording was read, but cannot be played; the text says why.
class ReplayError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// Order of the channels in every six-channel series of replay/.
enum : std::size_t { kVa, kVb, kVc, kIa, kIb, kIc, kReplayChannels };

struct AlignedRecord {
    // V and A in the recording's own scale. Each row stands for one spacing of time around it, so
    // the record lasts rows / rate and its first row lies half a spacing after time 0.
    Series series;
    std::vector<std::string> notes;  // what had to be done to it
};

// Gaps (missing samples) are bridged by straight lines, at the ends by the nearest sample. A
// record of one rate without skew keeps its samples as they are. Otherwise (several rates,
// uneven stamps, skew) all channels are interpolated, in the order of their rows, by a 32-tap
// sinc at the instants of a uniform axis: the highest rate of the table, or the median spacing of
// the stamps. Stamps within 2 us of a straight line count as uniform: that is their resolution.
// ReplayError: fewer than two rows, or a mapped channel without a single sample.
AlignedRecord aligned(const Recording& recording, const Mapping& mapping);

}  // namespace signals
