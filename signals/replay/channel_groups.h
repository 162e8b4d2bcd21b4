// Candidates for phase waveforms, and the groups of three that they form.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "signals/capture/recording.h"
#include "signals/replay/channel_name.h"

namespace signals {

struct Candidate {
    std::size_t index = 0;   // into Recording::analog
    ChannelMeaning meaning;  // with a phase
};
using Candidates = std::vector<Candidate>;

struct ChannelGroup {
    std::array<std::size_t, 3> index{};  // into Recording::analog, phases A B C
    std::string name;
    double scale = 1.0;
    bool same_name = false;     // found by name, not by neighbourhood
    bool phase_fields = false;  // the phase fields say A, B, C
};

// Complete groups of `all`, which are of one quantity and in file order: first channels that agree
// in what is left of their names, then neighbours in the order A B C ("F1-IA", "F2-IB", "F3-IC").
std::vector<ChannelGroup> groups_of(const Recording& recording, const Candidates& all);

}  // namespace signals
