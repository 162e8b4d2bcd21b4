// What must hold of any recording that was read, for the fuzz targets of COMTRADE.
#pragma once

#include <cmath>

#include "signals/capture/recording.h"
#include "tests/fuzz/harness.h"

namespace fuzz {

inline void check(const signals::Recording& r) {
    require(r.time.size() == r.rows, "a time for every row");
    for (const signals::AnalogChannel& c : r.analog)
        require(c.samples.size() == r.rows, "a sample for every row");
    require(r.status_words.size() == r.rows * r.words_per_row(), "states for every row");
    for (std::size_t row = 0; row < r.rows; ++row)
        require(std::isfinite(r.time[row]) && (row == 0 || r.time[row] >= r.time[row - 1]),
                "time is a number and does not run backwards");
    for (const signals::CaptureWarning& w : r.warnings)
        require(to_string(w).find('\n') == std::string::npos, "a warning is one line");
}

}  // namespace fuzz
