// What a replay says besides its answer (app/analysis): which channels, and the record itself.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/analysis/replay_run.h"
#include "signals/replay/replay.h"

namespace cli {

// {"file":…,"station":…,"format":…,"rows":…,"rate_hz":…,"seconds":…,"frequency_hz":…,
//  "mapping":{"VA":{"position":…,"name":…,"unit":…}…},
//  "settings":{"system_type":…,"ct_primary":…,"system_voltage":…,"pt_ratio":…},
//  "all_rows":{QUANTITY:value…},      the recording, each row once
//  "steady":{QUANTITY:bool…},
//  "windows":{"count":…,"seconds":…,"meter":{…},"recording":{…},"error_percent":{…},
//             "error_percent_of_all_rows":{…}} or null when none lies inside the record,
//  "held":{"cycles":…,"meter":{…},"recording":{…},"error_percent":{…}} or null,
//  "differences":[…],"explanation":[…],"warnings":[…]}
// QUANTITY as in app/analysis/values.h, on the recording's own scale.
nlohmann::ordered_json record_json(const signals::Replay& replay,
                                   const analysis::ReplayOutcome& outcome);

// The same for people; differences are left to the answer.
std::string record_text(const signals::Replay& replay, const analysis::ReplayOutcome& outcome);

}  // namespace cli
