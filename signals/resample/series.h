// Uniformly sampled signals side by side: sample k of every channel is taken at start + k / rate.
#pragma once

#include <cstddef>
#include <vector>

namespace signals {

struct Series {
    double rate = 0.0;   // Hz
    double start = 0.0;  // s, time of sample 0
    std::vector<std::vector<double>> channel;

    [[nodiscard]] std::size_t size() const { return channel.empty() ? 0 : channel[0].size(); }
    [[nodiscard]] double duration() const { return static_cast<double>(size()) / rate; }
};

}  // namespace signals
