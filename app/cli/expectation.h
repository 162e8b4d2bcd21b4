// Runs a scenario and holds the meter against what it says must be shown ([[expect]]).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "signals/scenario/scenario.h"

namespace cli {

// Names of the bits of register 146 as [[expect]] and explanations use them, bit 0 first:
// "voltage_a" ... "pulse_configuration".
const std::vector<std::string>& alert_names();

// What is wrong with the expectations themselves, one text each: unknown registers and alerts (with
// the nearest name), a register without a truth and without a value. `file` heads the texts.
std::vector<std::string> check_expectations(const signals::Scenario& scenario,
                                            const std::string& file);

// One line of a table.
struct Finding {
    double at = 0.0;  // s
    std::string what;
    std::string expected;
    std::string shown;
    bool good = false;
};

// As fast as it goes, each expectation at its own time: what a master reads then, against the value
// or against the truth of the last reading window. The scenario has passed check_expectations().
// Throws as Rig.
std::vector<Finding> test_scenario(const signals::Scenario& scenario);

}  // namespace cli
