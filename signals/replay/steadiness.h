// Is a record steady? Cycle by cycle, per quantity, in words.
#pragma once

#include <string>
#include <vector>

#include "signals/replay/record_sums.h"

namespace signals {

// A quantity is steady when each cycle stays within this share of the record's mean magnitude.
inline constexpr double kSteadyShare = 0.02;

struct Steadiness {
    std::string quantity;  // "VA", "IA", "PA" ...
    bool steady = true;
    double least = 0.0;  // of any one cycle; V, A or W
    double most = 0.0;
    std::string explanation;  // "IA changes from 1348 A to 1780 A at 0.92 s"; empty when steady
};

// V, I and P of the three phases over the whole cycles of the record. P is judged against the
// phase's apparent power: near zero power factor its share of itself says nothing.
struct Survey {
    std::vector<Steadiness> steadiness;
    double strongest_volts = 0.0;  // rms of the strongest cycle of any phase
    double strongest_amps = 0.0;
};
Survey survey(RecordSums& sums, double frequency);

// Whole cycles from `begin` (s of record time) on, or up to it with `backwards`, that lie inside
// the record and stay within kSteadyShare of the first of them in every V and I that has at least 1
// % of the strongest of its kind; 1..`most`.
int steady_cycles(RecordSums& sums, double begin, bool backwards, double frequency, int most);

}  // namespace signals
