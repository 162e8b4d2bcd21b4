// Writes what timeline_reader.h reads. Private to scenario/.
#pragma once

#include <string>

#include "signals/scenario/scenario.h"

namespace signals {

// title, teaches and seed: the top of a file.
std::string head_toml(const Scenario& scenario);
// [[event]], [[profile]] and [[expect]].
std::string timeline_toml(const Scenario& scenario);

}  // namespace signals
