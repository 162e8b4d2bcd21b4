// What a replay has to say: which channels, which settings, and meter against recording.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/replay_run.h"
#include "signals/replay/replay.h"

namespace cli {

// A meter that is farther than this from the whole record deserves an explanation, percent.
inline constexpr double kExplainedError = 0.5;

// {"file":…,"station":…,"format":…,"rows":…,"rate_hz":…,"seconds":…,"frequency_hz":…,
//  "mapping":{"VA":{"position":…,"name":…,"unit":…}…},
//  "settings":{"system_type":…,"ct_primary":…,"system_voltage":…,"pt_ratio":…},
//  "all_rows":{QUANTITY:value…},      the recording, each row once
//  "steady":{QUANTITY:bool…},
//  "windows":{"count":…,"seconds":…,"meter":{…},"recording":{…},"error_percent":{…},
//             "error_percent_of_all_rows":{…}} or null when none lies inside the record,
//  "held":{"cycles":…,"meter":{…},"recording":{…},"error_percent":{…}} or null,
//  "differences":[…],"explanation":[…],"warnings":[…]}
// QUANTITY: VA VB VC IA IB IC PA PB PC, in V, A and W, on the recording's own scale.
nlohmann::ordered_json record_json(const signals::Replay& replay, const ReplayOutcome& outcome);

// The same for people.
std::string record_text(const signals::Replay& replay, const ReplayOutcome& outcome);

// Why the meter's average over the record is farther than kExplainedError from the whole record,
// a sentence per quantity; or why there is no such average.
std::vector<std::string> differences(const signals::Replay& replay, const ReplayOutcome& outcome);

}  // namespace cli
