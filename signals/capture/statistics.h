// What each channel of a capture amounts to, over all rows, in one walk through the file.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "signals/capture/capture.h"

namespace signals {

// In the channel's unit; missing samples left out. NaN when all are missing.
struct ChannelStatistics {
    double rms = 0.0;  // true rms, the mean not taken off
    double mean = 0.0;
    double least = 0.0;
    double most = 0.0;
    std::uint64_t missing = 0;
};

// One per analog channel. `progress`, 0..1, is called now and then; what it throws ends the work.
std::vector<ChannelStatistics> statistics(Capture& capture,
                                          const std::function<void(double)>& progress = {});

}  // namespace signals
