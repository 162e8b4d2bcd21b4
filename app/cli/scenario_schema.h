// The scenario format for machines and as a reference, from the reader's own tables.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace cli {

// JSON schema, draft 2020-12, of a scenario file (resources/scenario.schema.json).
nlohmann::ordered_json scenario_schema();
// The tables of docs/scenarios.md as Markdown.
std::string scenario_reference();

}  // namespace cli
