// Scenario files: TOML in, TOML out.
//
//   [meter]                       system_type ct_primary system_voltage pt_ratio
//   [installation]                frequency voltage current angle
//                                 voltage_angle: degrees of each phase voltage; when absent it
//                                 follows the system type (wiring/wiring.h)
//   [[installation.harmonic]]     order (required) voltage current voltage_angle current_angle
//   [front_end]                   the fields of FrontEndSettings under their own names
//   [[fault]]                     kind (required) and the keys of fault.h
//
//   title, teaches                texts for people
//   seed                          of everything random in events
//   [wiring] [transformers]       what is wrong between conductors and meter, from the start
//   [[event]]                     what happens: kind (required), at, duration, ...
//   (timeline/kinds.h)
//   [[profile]]                   file (required) at linear repeat: a load profile (profile_file.h)
//   [[expect]]                    at (required) register value percent absolute alerts alarm_closed
//
// What is absent keeps the default of scenario.h. voltage, current, angle and the per channel
// fields of [front_end] are one number or one number for each channel. Integers may stand for
// numbers. Names, units and ranges: scenario/fields.h.
//
// Anything else is an error: unknown tables and keys, wrong types, values out of range, an order
// given twice, arrays of another length. The text is one line:
//
//   demo.toml:7:13: installation.frequency is 600, allowed is 10 to 400 Hz
//
// Line and column count from 1; column is in characters.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "signals/scenario/scenario.h"
#include "signals/scenario/worded_error.h"

namespace signals {

class ScenarioError : public WordedError<std::runtime_error> {
 public:
    using WordedError::WordedError;
};

// Both throw ScenarioError. `name` is the file's name in error texts.
Scenario read_scenario(const std::string& path);
Scenario parse_scenario(std::string_view toml, std::string_view name);

// One event as an inline table: {kind = "sag", at = 5, remaining = 40}.
Event parse_event(std::string_view toml, std::string_view name);

// A file that parse_scenario() reads back to an equal scenario, with every key written out.
// Throws std::invalid_argument as check(Scenario).
std::string to_toml(const Scenario& scenario);

}  // namespace signals
