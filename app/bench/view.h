// What the runner shows: a consistent picture of the bench at one frame, immutable once published.
#pragma once

#include <cstddef>
#include <string>

#include "app/bench/history/time_view.h"
#include "app/line/ledger.h"
#include "core/meter.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/truth/truth.h"
#include "signals/wiring/wiring.h"

namespace bench {

struct View {
    std::size_t meter = 0;   // its place on the bus
    std::size_t meters = 1;  // that are there
    meter::Points points;
    meter::Lcd lcd;
    meter::Contacts contacts;
    signals::Installation installation;  // of the conductors
    signals::Wiring wiring;              // from them to the terminals
    signals::Truth truth;
    signals::TerminalBlock scope;  // the newest kBlockFrames frames, with currents
    std::int64_t frame = 0;
    std::int64_t window_end = -1;  // frame that closed the last reading window; -1: none yet
    std::uint64_t digest = 0;      // of the meter, Meter::digest()
    double simulated_seconds = 0.0;
    double realtime_factor = 0.0;  // achieved over the last second of wall time
    line::Load load;               // of the line since the runner was made
    double speed = 1.0;            // asked for; infinity is "as fast as it goes"
    bool paused = false;
    TimeView time;
    std::string failure;  // why the owner's thread gave up; empty while all is well
};

}  // namespace bench
