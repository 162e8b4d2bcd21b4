// One test point: what is on the terminals, how it is judged; and what came of it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "app/typetest/limits.h"
#include "app/typetest/waveform.h"

namespace typetest {

struct Conditions {
    double current = 1.0;    // of In
    double angle = 0.0;      // degrees, current lags
    double voltage = 1.0;    // of Un
    double frequency = 0.0;  // Hz; 0: nominal
    std::array<bool, 3> with_voltage{true, true, true};
    std::array<bool, 3> with_current{true, true, true};
    bool reversed = false;  // phase sequence
    Wave wave = Wave::sine;
};

enum class Quantity { active, reactive };

enum class Kind {
    error,         // |error| <= limit
    variation,     // |error - error of the reference point| <= limit
    deep_voltage,  // -100 % <= error <= limit
    starting,      // two pulses come, in three times the time they should take
    no_load,       // at most one pulse
    constant,      // pulses and register agree but for one pulse
    repeatability  // largest - smallest of several measurements <= limit
};

struct Point {
    std::string id;     // unique: "balanced/1/0.05"
    std::string group;  // key of kGroups (matrix.h)
    std::string name;   // for people: "0.05 In, PF 0.5 ind"
    std::string curve;  // which curve of the group's plot; empty: not plotted
    std::string plot;   // which plot of the group: curves with the same limits
    double x = 0.0;     // abscissa there
    Conditions at{};
    Quantity quantity = Quantity::active;
    Kind kind = Kind::error;
    std::optional<Limit> limit{};
    std::string reference{};  // id, for variations
    int windows = 13;         // least number of reading windows (a second each) to measure over
};

struct Result {
    Point point;
    std::optional<double> energy_error;  // percent, register
    std::optional<double> pulse_error;   // percent, contact
    std::optional<double> judged;        // what is held against the limit, percent or pulses
    std::optional<double> limit;         // in the same unit
    bool pass = false;
    std::string note{};
    std::uint64_t digest = 0;  // of the meter at the end
    double seconds = 0.0;      // simulated

    // |judged| / limit; nothing where there is no limit in percent.
    [[nodiscard]] std::optional<double> of_limit() const;
};

}  // namespace typetest
