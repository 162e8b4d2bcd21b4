// An answer for programs.
//
// {"format":"metertwin-answer","version":1,"subject":…,"recorded":bool,
//  "settings":{"system_type":…,"ct_primary":…,"system_voltage":…,"pt_ratio":…},
//  "windows":{"count":…,"seconds":…,"held":bool,"meter":{QUANTITY:…},"truth":{…},
//             "error_percent":{…}} or null,
//  "whole":{QUANTITY:…} or null,
//  "rows":[{"begin":s,"end":s,"windows":…,"meter":{…},"truth":{…}}…],
//  "causes":[{"name":…,"words":…}…],
//  "explanations":[{"quantity":…,"unit":…,"meter":…,"truth":…,"error_percent":…,
//                   "shares":{CAUSE:percent…},"not_explained":percent,"as_integer":percent}…],
//  "signal":{"frequency_hz":…,"windows":…,"thd_percent":{CHANNEL:…},
//            "unbalance_percent":{"voltage_negative":…,"voltage_zero":…,"current_negative":…,
//            "current_zero":…},"harmonics":{CHANNEL:[order 0 .. 40, rms]}} or null,
//  "quality":{"nominal_hz":…,"declared_v":…,"declared_is_chosen":bool,"limits":{…},
//             "events":[{"kind":…,"begin":s,"end":s or null,"duration":s or null,"worst_v":…,
//                        "phases":"AB","extreme_v":[…]}…],
//             "frequency_10s":[{"begin":s,"hertz":…}…],
//             "cycles":[{"begin":s,"end":s,"VA":[least,most] Urms(1/2),"IA":[…],"PA":[…],
//                        "QA":[…] of the fundamental, …}…], thinned to 2000,
//             "rows":[…windows of 10 or 12 cycles…]} or null,
//  "choices":[…],"warnings":[…],"differences":[…]}
//
// QUANTITY as in values.h, CHANNEL VA VB VC IA IB IC, CAUSE as in twin.h. Units V A W var VA Hz s.
// What is not known is null. `version` grows when a key changes its meaning or goes away.
#pragma once

#include <nlohmann/json.hpp>

#include "app/analysis/analysis.h"

namespace analysis {

inline constexpr int kAnswerVersion = 1;

nlohmann::ordered_json to_json(const Answer& answer);
// {QUANTITY: value}, null where there is none.
nlohmann::ordered_json by_name(const Values& values);
nlohmann::ordered_json errors_by_name(const Values& meter, const Values& truth);

}  // namespace analysis
