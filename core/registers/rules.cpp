#include "core/registers/rules.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/metrology/system_type.h"
#include "core/registers/derived.h"
#include "core/registers/table.h"

namespace meter {

namespace {

template <std::uint16_t low, std::uint16_t high>
constexpr bool between(std::uint16_t value) {
    return low <= value && value <= high;
}

template <std::uint16_t... choices>
constexpr bool one_of(std::uint16_t value) {
    return ((value == choices) || ...);
}

constexpr bool known_system_type(std::uint16_t value) { return find_system_type(value) != nullptr; }

// 0 is synchronised to communications (meter.md 3.7).
constexpr bool demand_length(std::uint16_t value) {
    return value == 0 || between<10, 32'767>(value);
}

struct Rule {
    std::uint16_t Config::*setting;
    bool (*allows)(std::uint16_t);
    ConfigError error;
};

// clang-format off
constexpr std::array<Rule, 10> kRules{{
    {&Config::system_type,          known_system_type,               ConfigError::system_type},
    {&Config::ct_primary,           between<5, 5'000>,               ConfigError::ct_primary},
    {&Config::pt_ratio,             between<1, 32'000>,              ConfigError::pt_ratio},
    {&Config::system_voltage,       between<82, 32'000>,             ConfigError::system_voltage},
    {&Config::display_units,        one_of<0, 1>,                    ConfigError::display_units},
    {&Config::phase_loss_threshold, between<1, 99>,                  ConfigError::phase_loss_threshold},
    {&Config::phase_loss_imbalance, between<1, 99>,                  ConfigError::phase_loss_imbalance},
    {&Config::wh_per_pulse,         one_of<10, 100, 1'000, 10'000>,  ConfigError::wh_per_pulse},
    {&Config::demand_subintervals,  between<1, 6>,                   ConfigError::demand_subintervals},
    {&Config::demand_seconds,       demand_length,                   ConfigError::demand_seconds},
}};

// By ConfigError.
constexpr std::array<const char*, 20> kTexts{
    "no error",
    "not a setting: allowed registers 130, 131, 133, 134, 137, 142, 143, 144, 149, 150, 151",
    "system type (130): allowed 10, 11, 12, 31, 40",
    "CT primary (131): allowed 5 to 5000 A",
    "CT secondary (132): not configurable with rope CTs",
    "PT ratio (133): allowed 1 to 32000 hundredths (0.01 to 320.00)",
    "system voltage (134): allowed 82 to 32000 V",
    "system voltage (134): allowed 82 to 660 V after division by the PT ratio (133)",
    "display units (137): allowed 0 (IEC), 1 (IEEE)",
    "phase loss voltage threshold (142): allowed 1 to 99 %",
    "phase loss imbalance (143): allowed 1 to 99 %",
    "Wh per pulse (144): allowed 10, 100, 1000, 10000",
    "Wh per pulse (144): too small for the theoretical maximum power (135) with 10 ms pulses",
    "demand sub-intervals (149): allowed 1 to 6",
    "demand sub-interval length (150): allowed 0 or 10 to 32767 s",
    "setup passcode: allowed 0 to 99999",
    "reset passcode: allowed 0 to 99999",
    "Modbus address: allowed 1 to 247",
    "baud rate: allowed 1200, 2400, 4800, 9600, 19200, 38400",
    "parity: allowed none, even, odd",
};
// clang-format on
static_assert(kTexts.size() == static_cast<std::size_t>(ConfigError::line_parity) + 1);

constexpr std::uint16_t kCtSecondary = 132;
constexpr std::uint16_t kReserved = 151;
constexpr std::uint32_t kMostPasscode = 99'999;

bool voltage_fits_pt(const Config& c) {
    const std::uint32_t hundredths = std::uint32_t{c.system_voltage} * 100;
    return 82U * c.pt_ratio <= hundredths && hundredths <= 660U * c.pt_ratio;
}

bool pulses_fit_power(const Config& c) {
    return pulses_keep_up(max_power_uw(c), c.wh_per_pulse, kFastestPulseMs);
}

// The rules between settings that judge a write of `setting`.
ConfigError check_relation(const Config& c, std::uint16_t Config::*setting) {
    if (setting == &Config::system_voltage && !voltage_fits_pt(c)) {
        return ConfigError::system_voltage_for_pt;
    }
    if (setting == &Config::wh_per_pulse && !pulses_fit_power(c)) {
        return ConfigError::wh_per_pulse_too_small;
    }
    return ConfigError::none;
}

ConfigError check_range(const Config& c, const Rule& rule) {
    return rule.allows(c.*rule.setting) ? ConfigError::none : rule.error;
}

ConfigError check_setting(const Config& c, std::uint16_t Config::*setting) {
    for (const Rule& rule : kRules) {
        if (rule.setting != setting) continue;
        const ConfigError error = check_range(c, rule);
        return error != ConfigError::none ? error : check_relation(c, setting);
    }
    return ConfigError::not_a_setting;
}

ConfigError check_ranges(const Config& c) {
    for (const Rule& rule : kRules) {
        const ConfigError error = check_range(c, rule);
        if (error != ConfigError::none) return error;
    }
    if (c.setup_passcode > kMostPasscode) return ConfigError::setup_passcode;
    if (c.reset_passcode > kMostPasscode) return ConfigError::reset_passcode;
    return validate(c.line);
}

}  // namespace

const char* describe(ConfigError error) {
    const auto index = static_cast<std::size_t>(error);
    return index < kTexts.size() ? kTexts[index] : "unknown error";
}

ConfigError validate_write(const Config& pending, std::uint16_t number, std::uint16_t value,
                           Config& out) {
    if (number == kCtSecondary) return ConfigError::ct_secondary;
    Config next = pending;
    if (number != kReserved) {
        const RegisterRow* row = find_register(number);
        if (row == nullptr || row->setting == nullptr) return ConfigError::not_a_setting;
        next.*row->setting = value;
        const ConfigError error = check_setting(next, row->setting);
        if (error != ConfigError::none) return error;
    }
    out = next;
    return ConfigError::none;
}

ConfigError validate(const Config& config) {
    const ConfigError error = check_ranges(config);
    return error != ConfigError::none ? error : check_relation(config, &Config::system_voltage);
}

ConfigError validate_change(const Config& present, const Config& next) {
    ConfigError error = check_ranges(next);
    for (const Rule& rule : kRules) {
        if (error != ConfigError::none) return error;
        if (present.*rule.setting != next.*rule.setting) error = check_relation(next, rule.setting);
    }
    return error;
}

ConfigError validate(const LineConfig& line) {
    constexpr std::array<std::uint32_t, 6> bauds{1'200, 2'400, 4'800, 9'600, 19'200, 38'400};
    if (line.address < 1 || line.address > 247) return ConfigError::line_address;
    if (std::find(bauds.begin(), bauds.end(), line.baud) == bauds.end()) {
        return ConfigError::line_baud;
    }
    return line.parity <= Parity::odd ? ConfigError::none : ConfigError::line_parity;
}

}  // namespace meter
