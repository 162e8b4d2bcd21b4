// From a scenario's settings, as people write them, to the meter's registers.
#pragma once

#include "core/registers/config.h"
#include "signals/scenario/scenario.h"

namespace bench {

// Everything that a scenario does not name is the factory's default. Throws std::invalid_argument
// with the rule and the value when one of core/registers/rules.h is broken.
meter::Config config_of(const signals::MeterSettings& settings);

}  // namespace bench
