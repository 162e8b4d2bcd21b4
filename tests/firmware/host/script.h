// What people and masters do to the meter while its installation runs: a fixed list of events for
// a run of a given length.
//
//   line    every 200 ms a frame as a UART would deliver it, one byte a character time: reads of
//           every block, commands, writes that are taken and writes that are refused, broadcasts,
//           unknown functions, wrong checksums, torn frames
//   keys    a walk by chance, with its seed: short and long presses, two keys at once
//   host    a configuration that is taken and one that is refused
//   power   one restart from what non-volatile memory holds
#pragma once

#include <cstdint>
#include <vector>

#include "core/metrology/calibration.h"
#include "core/registers/config.h"
#include "core/time.h"
#include "tests/firmware/host/log_writer.h"

namespace firmware {

struct TimedEvent {
    meter::Instant at;
    StoredEvent event;
};

struct ScriptSettings {
    int seconds = 60;
    std::uint64_t seed = 1;
    meter::Config config;  // at power-up; calibration is the factory's
};

// In the order of their instants, a power_up at 0 first.
std::vector<TimedEvent> make_script(const ScriptSettings& settings);

}  // namespace firmware
