// What each kind of event does to the levels while it is active.
#pragma once

#include "signals/timeline/levels.h"
#include "signals/timeline/occurrence.h"
#include "signals/timeline/turning.h"

namespace signals {

struct Moment {
    std::int64_t frame;
    const Turning& turning;
    PerPhase voltage_angle;  // of the tracks, without what events do to it
};

// The kinds that set tracks (step, ramp, harmonic, frequency_wander) change nothing here.
// The moment is inside the occurrence.
void apply(const Occurrence& occurrence, const Moment& moment, Levels& levels);

// The frames around the moment over which apply() does the same, not cut to the occurrence.
Span steady_span(const Occurrence& occurrence, const Moment& moment);

}  // namespace signals
