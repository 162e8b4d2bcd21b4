// What a channel's unit, phase field and name say about it.
//
//   "IA_G1" A      current, phase A of A B C, group "G1"
//   "HV Bus VR"    phase A of R S T, group "HV BUS"
//   "LINE ULA"     phase A, group "LINE"
//   "J1 Ia Angle"  no waveform
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/recording.h"

namespace signals {

enum class Quantity : std::uint8_t { none, voltage, current };

// How a recorder names its three phases. Channels of one group use one family.
enum class PhaseFamily : std::uint8_t { none, abc, rst, digits };

struct ChannelMeaning {
    Quantity quantity = Quantity::none;
    double scale = 1.0;  // to V or A
    int phase = -1;      // 0 1 2: terminal A B C; -1 unknown
    PhaseFamily family = PhaseFamily::none;
    std::string group;      // what is left of the name, upper case, words separated by a blank
    Sentence excluded{""};  // why it cannot be a phase waveform; empty when it can
};

// Reads one channel. Units V and A with prefixes m, k, M in any case that is unambiguous ("KV",
// "mV", "MV": upper-case M is mega, lower-case is milli).
ChannelMeaning meaning_of(const AnalogChannel& channel, const Recording& recording);

// "channel 4 'VA_G1' [kV]"
std::string describe(const AnalogChannel& channel);
Sentence sentence_of(const AnalogChannel& channel);  // the same

// The words of a name in upper case: runs of letters and digits; bytes above ASCII are letters.
std::vector<std::string> words_of(std::string_view name);

}  // namespace signals
