// Bus files: which meters hang on one line. TOML in.
//
//   [line]                 baud parity, of every meter that does not say otherwise
//   [[meter]]              once per meter, or group of meters
//     address              1..247, required; two meters may have the same, and will collide
//     scenario             its scenario file (scenario_file.h), found from the bus file's folder;
//                          when absent a healthy 480Y/277 V installation
//     count                so many alike at this address and the following ones; the seed of the
//                          noise counts up with them
//     baud                 1200 2400 4800 9600 19200 38400
//     parity               "none" "even" "odd"
//
// Anything else is an error, in one line with file, line and column like those of scenarios; so are
// no meter at all and more than 63.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "signals/scenario/scenario_file.h"

namespace signals {

inline constexpr int kMostMetersOnABus = 63;  // meter.md 1.4

enum class LineParity { none, even, odd };

struct BusMeter {
    Scenario scenario;
    int address = 1;
    int baud = 19'200;
    LineParity parity = LineParity::none;
};

// Both throw ScenarioError. `name` is the file's name in error texts; its folder is where scenarios
// are looked for.
std::vector<BusMeter> read_bus(const std::string& path);
std::vector<BusMeter> parse_bus(std::string_view toml, const std::string& name);

}  // namespace signals
