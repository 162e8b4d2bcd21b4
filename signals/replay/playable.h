// A record made ready to be played: extended beyond its ends, band-limited, at the play rate.
#pragma once

#include <cstddef>

#include "signals/replay/aligned.h"
#include "signals/replay/tape.h"
#include "signals/resample/series.h"

namespace signals {

// Frequencies around the two ends, and the tape they allow.
struct RecordCycles {
    double head_frequency = 0.0;  // Hz, over the first cycles (at most 10)
    double tail_frequency = 0.0;  // Hz, over the last cycles
    std::size_t reference = 0;    // the voltage they were taken from: the strongest
    bool alive = true;            // false: no voltage; both frequencies are only the nominal one
};

// ReplayError: fewer than two cycles, or fewer than four rows per cycle. `nominal`: Hz, used
// when no voltage has a fundamental of 1 V peak over the first cycles; 50 when it is no frequency.
RecordCycles cycles_of(const Series& record, double nominal, const std::string& file);

// The six channels at kPlayRate from kPlayMargin before the record to kPlayMargin after it.
// Beyond its ends the record goes on periodically: its first cycle before, its last one after.
inline constexpr double kPlayMargin = 0.08;  // s, more than a cycle of 40 Hz and a Hilbert filter
Series playable(const Series& record, const RecordCycles& cycles);

// The longest stretch from the record's start after which the reference channel's phase is again
// what it was at the start: whole cycles, even when the frequency drifts.
double loop_length(const Series& record, const RecordCycles& cycles);

}  // namespace signals
