// What can be recorded of a meter: its terminals, its converter, its integrated currents; each as a
// signal that is read in pieces.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "signals/resample/sampled.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"

namespace bench {

// A source of the same waveform for other instants in the frame.
using SourceAt = std::function<std::unique_ptr<signals::Source>(const signals::SlotTiming&)>;
SourceAt source_of(const signals::Scenario& scenario);

// VA VB VC, V, and IA IB IC IN, A, all of a row at one instant. Band-limited to the rate: flat up
// to 0.4, 120 dB down from 0.6 of it. rate: 1000 Hz..1 MHz, std::invalid_argument otherwise.
std::unique_ptr<signals::Sampled> terminal_series(const SourceAt& source, double rate);

// The raw counts of the seven slots IA VA IB VB IC VC IN, a row per frame, each at its slot's
// instant.
std::unique_ptr<signals::Sampled> adc_series(const SourceAt& source,
                                             const signals::Scenario& scenario);
// s from the row's time to each slot's instant.
std::vector<double> adc_skew();

// VA VB VC, V at the terminals, and IA IB IC, A, as the meter's metrology has them after its
// integrators and filters, a row per frame. Its filters start with frame 0 and settle within 5 s
// (core/metrology/chain.h). Reading is from front to back; going back starts again.
std::unique_ptr<signals::Sampled> current_series(const SourceAt& source,
                                                 const signals::Scenario& scenario);

}  // namespace bench
