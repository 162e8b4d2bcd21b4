// Which meters `run` runs: one, those of a bus file, or a list on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/rig.h"
#include "signals/scenario/bus_file.h"

namespace cli {

struct BusOptions {
    std::string scenario;
    std::string bus;
    std::vector<std::string> meters;  // SCENARIO[@ADDRESS] or @ADDRESS
    std::optional<std::uint64_t> seed;
    std::vector<std::string> events;  // as parse_event() reads them, without the braces
    bool ideal = false;
};

void add_bus_options(CLI::App& app, BusOptions& options);

// "unbalance.toml@7", "@7", "unbalance.toml": the scenario file and the address, `next` when none
// is given. Throws std::invalid_argument.
struct MeterName {
    std::string scenario;
    int address = 1;
};
MeterName parse_meter_name(const std::string& text, int next);

// In their order on the bus. Throws ScenarioError and std::invalid_argument.
std::vector<signals::BusMeter> meters_of(const BusOptions& options);
std::vector<std::unique_ptr<bench::Rig>> rigs_of(const std::vector<signals::BusMeter>& meters);

}  // namespace cli
