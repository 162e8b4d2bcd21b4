// Which channel of a recording goes to which terminal of the meter, and why.
#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/recording.h"

namespace signals {

inline constexpr std::array<const char*, 6> kTerminalNames{"VA", "VB", "VC", "IA", "IB", "IC"};

struct MappedChannel {
    std::size_t index = 0;  // into Recording::analog
    double scale = 1.0;     // to V or A
};

struct Mapping {
    std::array<MappedChannel, 3> voltage;
    std::array<MappedChannel, 3> current;
    // One line each: terminal, channel, reason; then what was left out and why.
    std::vector<std::string> explanation;
};

// There is nothing to meter, in words: what is missing and what the recording has instead.
class MappingError : public WordedError<std::runtime_error> {
 public:
    using WordedError::WordedError;
};

// Finds three phase voltages and three phase currents by unit, phase field and name (V, U, I with
// A B C, R S T, L1 L2 L3, 1 2 3). Three channels with the same rest of the name make a group;
// failing that, three neighbours in phase order. Of several groups the first voltages and the
// currents whose names share most with them are taken. Magnitudes, angles, differentials and
// channels of other units are never taken, nor is anything taken for a phase that is missing.
Mapping find_mapping(const Recording& recording);

// The channels of a map by hand as written, by terminal.
using MapText = std::array<std::string, 6>;

// "VA=name,VB=7,...": all six terminals, each once. MappingError says what is wrong with the text.
MapText parse_map(std::string_view text);

// A map by hand: by channel name (case does not matter) or by position in the file, 1-based. A name
// that is also a number is a name; one that several channels bear is an error. A channel without
// a unit counts as V or A, and the explanation says so.
Mapping read_mapping(std::string_view text, const Recording& recording);

}  // namespace signals
