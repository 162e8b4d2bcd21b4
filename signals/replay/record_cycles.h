// The cycles at the two ends of a record, and what they make possible: going on beyond the ends,
// and going round in whole cycles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "signals/replay/aligned.h"
#include "signals/resample/sampled.h"

namespace signals {

struct RecordCycles {
    double head_frequency = 0.0;  // Hz, over the first cycles (at most 10)
    double tail_frequency = 0.0;  // Hz, over the last cycles
    std::size_t reference = 0;    // the voltage they were taken from: the strongest
    bool alive = true;            // false: no voltage; both frequencies are only the nominal one
};

// ReplayError: fewer than two cycles, or fewer than four rows per cycle. `nominal`: Hz, used
// when no voltage has a fundamental of 1 V peak over the first cycles; 50 when it is no frequency.
RecordCycles cycles_of(AlignedRecord& record, double nominal, const std::string& file);

// The longest stretch from the record's start after which the reference channel's phase is again
// what it was at the start: whole cycles, even when the frequency drifts.
double loop_length(AlignedRecord& record, const RecordCycles& cycles);

// The record without ends: before it its first cycle over and over, after it its last one, and the
// neutral, the sum of the currents, as a seventh channel.
class EndlessRecord final : public Sampled {
 public:
    // `record` must outlive this.
    EndlessRecord(AlignedRecord& record, const RecordCycles& cycles);
    void read(std::int64_t first, std::size_t count, double* out) override;

 private:
    // Cubic through the four samples around `row`, of all channels.
    void between(double row, std::size_t n, std::size_t count, double* out);

    AlignedRecord& record_;
    double head_cycle_;  // rows
    double tail_cycle_;
};

}  // namespace signals
