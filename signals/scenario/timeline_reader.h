// The parts of a scenario file about time: [[event]], [wiring], [transformers], [[profile]],
// [[expect]], seed. Private to scenario/.
#pragma once

#include "signals/scenario/scenario.h"
#include "signals/scenario/toml_reader.h"

namespace signals {

// `directory` is the scenario's, from which a profile's path counts.
Timeline read_timeline(const TomlReader& reader, const toml::table& root,
                       const MeterSettings& meter, const std::string& directory);
std::vector<Expectation> read_expectations(const TomlReader& reader, const toml::table& root);

// "A", "BC", ...; with `pair` two of them. `name` is what it is called in texts.
Phases read_phases(const TomlReader& reader, const toml::node& node, const std::string& name,
                   bool pair);

// One event, a table such as [[event]] holds.
Event read_event(const TomlReader& reader, const toml::table& table);

}  // namespace signals
