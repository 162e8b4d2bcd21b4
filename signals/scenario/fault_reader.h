// The [[fault]] tables of a scenario file. Private to scenario/.
#pragma once

#include <vector>

#include "signals/scenario/fault.h"
#include "signals/scenario/toml_reader.h"

namespace signals {

// Throws ScenarioError, "file:line:column: what".
std::vector<Fault> read_faults(const TomlReader& reader, const toml::table& root);

}  // namespace signals
