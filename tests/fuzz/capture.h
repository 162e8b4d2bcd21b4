// What must hold of any capture that opens, for the fuzz targets of its readers.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <string>
#include <vector>

#include "signals/capture/capture.h"
#include "tests/fuzz/harness.h"

namespace fuzz {

// Rows and channels that are read: more cost time, not coverage.
inline constexpr std::uint64_t kMostRows = 3'000;
inline constexpr std::size_t kMostChannels = 20;

struct Block {
    std::vector<double> values, time;
    std::vector<std::uint16_t> status;
};

inline Block read(signals::Capture& capture, std::span<const std::size_t> channels,
                  std::uint64_t first, std::size_t count) {
    Block block;
    block.values.resize(channels.size() * count);
    block.time.resize(count);
    block.status.resize(count * capture.recording().words_per_row());
    capture.read(channels, first, count, block.values);
    capture.read_time(first, count, block.time);
    capture.read_status(first, count, block.status);
    return block;
}

// NaN is equal to itself here.
inline bool same(const double* a, const double* b, std::size_t count) {
    return count == 0 || std::memcmp(a, b, count * sizeof *a) == 0;
}

// The second half of the rows, asked for alone, is what it was among all of them.
inline void check_blocks(signals::Capture& capture) {
    const signals::Recording& r = capture.recording();
    const auto rows = static_cast<std::size_t>(std::min(r.rows, kMostRows));
    std::vector<std::size_t> channels(std::min(r.analog.size(), kMostChannels));
    std::iota(channels.begin(), channels.end(), std::size_t{0});
    const Block all = read(capture, channels, 0, rows);
    for (std::size_t row = 0; row < rows; ++row)
        require(std::isfinite(all.time[row]) && (row == 0 || all.time[row] >= all.time[row - 1]),
                "time is a number and does not run backwards");
    const std::size_t half = rows / 2;
    const Block second = read(capture, channels, half, rows - half);
    require(same(all.time.data() + half, second.time.data(), rows - half), "the same times");
    for (std::size_t c = 0; c < channels.size(); ++c)
        require(same(all.values.data() + c * rows + half, second.values.data() + c * (rows - half),
                     rows - half),
                "the same values");
    require(std::equal(second.status.rbegin(), second.status.rend(), all.status.rbegin()),
            "the same states");
}

// `open` gives a capture or throws CaptureError in one line that begins with `name`.
template <class Open>
void check_capture(const char* name, Open open) {
    try {
        const signals::OpenCapture capture = open();
        check_blocks(*capture);
        for (const signals::CaptureWarning& w : capture->recording().warnings)
            require(to_string(w).find('\n') == std::string::npos, "a warning is one line");
    } catch (const signals::CaptureError& error) {
        const std::string what = error.what();
        require(what.starts_with(name), "an error names its file");
        require(what.find('\n') == std::string::npos, "an error is one line");
    }
}

inline signals::Bytes memory(std::span<const std::uint8_t> bytes) {
    return signals::memory_bytes(std::string{text(bytes)});
}

}  // namespace fuzz
