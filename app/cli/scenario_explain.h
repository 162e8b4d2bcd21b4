// A scenario in plain words.
#pragma once

#include <string>

#include "signals/scenario/scenario.h"

namespace cli {

// What is connected, what happens when, what the meter is expected to show.
std::string explain(const signals::Scenario& scenario);

}  // namespace cli
