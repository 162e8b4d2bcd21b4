// The Rogowski rope: e(t) = M di/dt (metrology.md 2.1), with a gain error per rope and a phase
// error that is modelled as a delay (metrology.md 2.2: L/R time constant, <= 0.5 deg).
//
// The derivative itself comes from the source, in closed form; this is what multiplies it and
// when it is taken. No core: no saturation, no DC. A conductor off the middle and temperature are
// gain errors (metrology.md 2.2); temperature is that of the timeline (frontend/front_end.h).
//
// Pick-up: the rope also couples to the phase's voltage, e(t) = M di/dt + k dv/dt, which is
// M d(i + (k/M) v)/dt (metrology.md 2.2, derived there). So the source adds (k/M) v to the current
// whose derivative it gives, and to nothing else.
#pragma once

#include <array>

#include "signals/scenario/scenario.h"
#include "signals/source.h"

namespace signals {

// Rope volts per A/s of conductor x; x = 3 is the neutral, which has no error of its own.
double rope_volts_per_slope(const FrontEndSettings& settings, std::size_t conductor);

// The multiplexer's instants, seen through the ropes: a rope that lags by d seconds shows at
// slot instant t what happened at t - d. The delay is coil_phase_error at 60 Hz, whatever the
// frequency of the installation.
SlotTiming channel_timing(const FrontEndSettings& settings);

// k/M per phase, A per V.
std::array<double, 3> pickup_of(const FrontEndSettings& settings);

}  // namespace signals
