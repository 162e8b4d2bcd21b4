#include <algorithm>
#include <array>

#include "signals/capture/csv_layout.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

struct TimeUnit {
    std::string_view text;
    double seconds;
};
// clang-format off
constexpr TimeUnit kTimeUnits[] = {
    {"S", 1.0},      {"SEC", 1.0},   {"SECS", 1.0},    {"SECOND", 1.0}, {"SECONDS", 1.0},
    {"MS", 1e-3},    {"MSEC", 1e-3}, {"US", 1e-6},     {"\xC2\xB5S", 1e-6}, {"\xCE\xBCS", 1e-6},
    {"\xB5S", 1e-6}, {"USEC", 1e-6}, {"NS", 1e-9},     {"MIN", 60.0},
};

struct UnitName {
    std::string_view text;  // upper case
    const char* unit;
};
constexpr UnitName kUnitNames[] = {
    {"VOLT", "V"},  {"VOLTS", "V"},  {"AMP", "A"},  {"AMPS", "A"}, {"AMPERE", "A"}, {"AMPERES", "A"},
    {"KV", "kV"},   {"KA", "kA"},    {"V", "V"},    {"A", "A"},
};

// Words of a rate or of an interval, in upper case.
struct RateWord {
    std::string_view text;
    bool interval;
};
constexpr RateWord kRateWords[] = {
    {"SAMPLE INTERVAL", true},    {"SAMPLING INTERVAL", true}, {"SAMPLING PERIOD", true},
    {"SAMPLE PERIOD", true},      {"X INCREMENT", true},       {"XINCREMENT", true},
    {"TINC", true},               {"DELTA T", true},           {"INCREMENT", true},
    {"SAMPLE RATE", false},       {"SAMPLING RATE", false},    {"SAMPLERATE", false},
    {"SAMPLING FREQUENCY", false}, {"SAMPLE FREQUENCY", false}, {"FS", false},
};
// clang-format on

constexpr std::string_view kNumberLetters = "0123456789.+-eE";

// "1e-06s", "10 kHz", "20000.0": a number with a prefix before Hz or s.
std::optional<double> with_unit(std::string_view text) {
    std::size_t end = std::min(text.find_first_not_of(kNumberLetters), text.size());
    const std::optional<double> value = number(text.substr(0, end));
    if (!value) return std::nullopt;
    const std::string unit = upper(trimmed(text.substr(end)));
    if (unit.starts_with("K")) return *value * 1e3;
    if (unit.starts_with("MHZ") || unit == "MS/S" || unit == "MSA/S") return *value * 1e6;
    if (const std::optional<double> time = time_unit(unit)) return *value * *time;
    return value;
}

}  // namespace

std::optional<double> time_unit(std::string_view unit) {
    const std::string wanted = upper(unit);
    for (const TimeUnit& row : kTimeUnits) {
        if (row.text == wanted) return row.seconds;
    }
    return std::nullopt;
}

std::string electrical_unit(std::string_view unit) {
    if (unit == "mV" || unit == "MV" || unit == "mA" || unit == "uA") return std::string{unit};
    const std::string wanted = upper(unit);
    for (const UnitName& row : kUnitNames) {
        if (row.text == wanted) return row.unit;
    }
    return {};
}

// "Sample Interval,1e-5", "Sampling rate: 10 kHz", "tInc = 1e-06", or the two in neighbour fields.
std::optional<double> rate_in(const std::vector<TextField>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::string_view key = fields[i].text;
        std::string_view value = i + 1 < fields.size() ? fields[i + 1].text : std::string_view{};
        if (const std::size_t mark = key.find_first_of(":="); mark != std::string_view::npos) {
            if (mark + 1 < key.size()) value = trimmed(key.substr(mark + 1));
            key = trimmed(key.substr(0, mark));
        }
        key = trimmed(key.substr(0, key.find_first_of("([")));
        while (!key.empty() && (key.front() == '#' || key.front() == '%' || key.front() == ' ')) {
            key.remove_prefix(1);
        }
        const std::string wanted = upper(key);
        const auto* row = std::find_if(std::begin(kRateWords), std::end(kRateWords),
                                       [&](const RateWord& w) { return w.text == wanted; });
        const std::optional<double> number = with_unit(value);
        if (row == std::end(kRateWords) || !number || !(*number > 0.0)) continue;
        return row->interval ? 1.0 / *number : *number;
    }
    return std::nullopt;
}

}  // namespace signals
