// What a virtual meter can take over from a real one that has been read over Modbus.
//
// Settings 130..150 are taken as they are. The installation is worked out from the measured values:
// voltages and currents per phase, each current lagging its voltage by atan2(Q, P), for the meter
// reports magnitudes and does not tell a lead from a lag. Voltages are those at the meter's
// terminals, so the PT ratio is divided out. Without a neutral (type 31) the three line voltages
// are the sides of a triangle, and the phases run to its centre of gravity.
#pragma once

#include <string>
#include <vector>

#include "app/poll/sweep.h"
#include "core/registers/config.h"
#include "signals/scenario/scenario.h"

namespace polling {

struct Takeover {
    meter::Config config;  // obeys core/registers/rules.h
    signals::Installation installation;
    std::vector<std::string> left_out;  // what could not be taken over, and why; one line each
};

// The registers take_over() wants.
[[nodiscard]] Rows takeover_rows();

// `sweep` is one of takeover_rows(). Throws std::runtime_error when a setting could not be read or
// breaks the meter's rules, naming register and value.
[[nodiscard]] Takeover take_over(const Sweep& sweep, const Target& target);

// The same settings as a scenario file has them; `left_out` grows by those it has no key for.
[[nodiscard]] signals::Scenario scenario_of(Takeover& takeover);

}  // namespace polling
