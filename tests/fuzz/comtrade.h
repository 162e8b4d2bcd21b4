// What must hold of any capture that was opened, for the fuzz targets of its readers.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "signals/capture/capture.h"
#include "tests/fuzz/harness.h"

namespace fuzz {

// Reads up to 512 rows from each end, in blocks of another size than the reader's own.
inline void check(signals::Capture& capture) {
    constexpr std::uint64_t kRows = 512;
    constexpr std::size_t kBlock = 37;
    const signals::Recording& r = capture.recording();
    for (const signals::CaptureWarning& w : r.warnings)
        require(to_string(w).find('\n') == std::string::npos, "a warning is one line");
    std::vector<std::size_t> all(std::min<std::size_t>(r.analog.size(), 64));
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<double> values(all.size() * kBlock);
    std::vector<double> time(kBlock);
    std::vector<std::uint16_t> states(kBlock * r.words_per_row());
    for (const std::uint64_t begin : {std::uint64_t{0}, r.rows - std::min(r.rows, kRows)}) {
        double before = 0.0;
        for (std::uint64_t at = begin; at < std::min(r.rows, begin + kRows); at += kBlock) {
            const auto count =
                static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, r.rows - at));
            capture.read(all, at, count, {values.data(), all.size() * count});
            capture.read_time(at, count, {time.data(), count});
            capture.read_status(at, count, {states.data(), count * r.words_per_row()});
            for (std::size_t n = 0; n < count; ++n) {
                require(std::isfinite(time[n]) && time[n] >= before,
                        "time is a number and does not run backwards");
                before = time[n];
            }
        }
    }
}

}  // namespace fuzz
