// What a run has to say at its end: the meter's registers, the truth, and how far they are apart.
// Shared by `run` and `replay`.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "core/registers/points.h"
#include "signals/truth/truth.h"

namespace cli {

struct Results {
    meter::Points points;
    signals::Truth truth;      // of the same reading window as `points`
    std::uint64_t digest = 0;  // Meter::digest()
    double simulated_seconds = 0.0;
    double realtime_factor = 0.0;  // over the whole run
};

// {"registers":{NAME:value…},"truth":{…},"error_percent":{…},"digest":"16 hex digits",
//  "simulated_seconds":…,"realtime_factor":…}
//
// NAME as in registers.csv, every row that the meter has, as a master reads it and in the row's
// units (integer rows descaled, QNAN is null). "truth" and "error_percent" use the same names
// and hold the rows for which there is a truth, integer rows and their float twins alike.
// Errors are in percent: P, Q and S of the true S of the same phase (or of the total), a power
// factor of 1, anything else of the truth itself; null where that is zero.
nlohmann::ordered_json to_json(const Results& results);

// The same for people: one line per quantity, from the float registers.
std::string to_table(const Results& results);

}  // namespace cli
