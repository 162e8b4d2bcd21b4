// All of a capture in memory, read in blocks of any size.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "signals/capture/capture.h"

namespace signals::test {

struct Whole {
    Recording header;
    std::vector<std::vector<double>> samples;  // by channel
    std::vector<double> time;
    std::vector<std::uint16_t> status;

    [[nodiscard]] bool status_at(std::size_t channel, std::size_t row) const {
        const std::uint16_t word = status.at(row * header.words_per_row() + channel / 16);
        return ((word >> (channel % 16)) & 1) != 0;
    }
};

inline Whole whole(Capture& capture, std::size_t block = 1'000) {
    Whole out{capture.recording(), {}, {}, {}};
    const std::size_t channels = out.header.analog.size();
    const auto rows = static_cast<std::size_t>(out.header.rows);
    std::vector<std::size_t> all(channels);
    std::iota(all.begin(), all.end(), std::size_t{0});
    out.samples.resize(channels);
    out.time.resize(rows);
    out.status.resize(rows * out.header.words_per_row());
    for (std::size_t at = 0; at < rows; at += block) {
        const std::size_t count = std::min(block, rows - at);
        std::vector<double> values(channels * count);
        capture.read(all, at, count, values);
        for (std::size_t c = 0; c < channels; ++c) {
            const auto from = values.begin() + static_cast<std::ptrdiff_t>(c * count);
            out.samples[c].insert(out.samples[c].end(), from,
                                  from + static_cast<std::ptrdiff_t>(count));
        }
        capture.read_time(at, count, {out.time.data() + at, count});
        capture.read_status(at, count,
                            {out.status.data() + at * out.header.words_per_row(),
                             count * out.header.words_per_row()});
    }
    return out;
}

}  // namespace signals::test
