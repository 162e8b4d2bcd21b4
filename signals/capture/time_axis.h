// When the rows of a recording were taken (metrology.md 5.2, 5.4).
#pragma once

#include <vector>

#include "signals/capture/recording.h"

namespace signals {

// Fills out.time and out.time_from_stamps. With sampling rates the rate table is authoritative
// and cumulative per segment; stamps that disagree by more than 1 % over the record are warned
// about. Without a rate the stamps count: stamp * time multiplier * 1 us (1 ns when the cfg's
// stamps have more than six fraction digits), unwrapped where a 16- or 32-bit writer wrapped.
// CaptureError: neither rates nor usable stamps.
void fill_time(const std::vector<double>& stamps, Recording& out);

}  // namespace signals
