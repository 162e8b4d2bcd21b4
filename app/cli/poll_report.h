// What `poll` prints: readings as a table for people or JSON for programs, and its statistics.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/poll/identity.h"
#include "app/poll/statistics.h"
#include "app/poll/sweep.h"

namespace cli {

// One line per register: number, name, value, unit, words as received.
std::string to_table(const polling::Sweep& sweep);

// {"time":"2026-03-01T12:00:00.000Z","took_ms":…,"registers":{NAME:value…},"errors":[…]}
// Values are in the units of the register table; null is not valid (QNAN); what could not be read
// is not there.
nlohmann::ordered_json to_json(const polling::Sweep& sweep);

// Two or three lines: what was asked, what came back, how regular it was.
std::string to_text(const polling::Statistics& statistics);
nlohmann::ordered_json to_json(const polling::Statistics& statistics);

// One line per fact.
std::string to_text(const polling::ReportId& id);
std::string to_text(const polling::DeviceIdentification& identification);
nlohmann::ordered_json to_json(const polling::ReportId& id);
nlohmann::ordered_json to_json(const polling::DeviceIdentification& identification);

}  // namespace cli
