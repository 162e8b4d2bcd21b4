// The results of a type test for machines.
#pragma once

#include <nlohmann/json.hpp>

#include "app/typetest/type_test.h"

namespace typetest {

inline constexpr const char* kDisclaimer =
    "modelled against the limits of IEC 62053-22 (active energy) and IEC 62053-23 class 2 "
    "(reactive "
    "energy); a simulation certifies nothing";
inline constexpr const char* kNotModelled =
    "temperature, auxiliary supply, magnetic fields, radio frequency, self-heating";

const char* version();

// {"class":"0.5S","basis":…,"not_modelled":…,"pass":…,"largest_of_limit":{"id":…,"of_limit":…},
//  "settings":{…},"calibration":[{…} x 3],"seed":…,"version":…,"digest":"16 hex digits",
//  "simulated_seconds":…,"points":[{"id":…,"group":…,"name":…,"quantity":…,"current":…,
//  "angle":…,"voltage":…,"frequency":…,"limit_percent":…,"limit_from":…,
//  "energy_error_percent":…,"pulse_error_percent":…,"judged":…,"limit":…,"of_limit":…,
//  "pass":…,"note":…,"seconds":…}]}
// What a point does not have is null. Current is in In, voltage in Un.
nlohmann::ordered_json to_json(const Report& report);

nlohmann::ordered_json to_json(const meter::Calibration& calibration);

}  // namespace typetest
