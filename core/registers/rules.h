// The rules for settings: one validation for the line, the panel and the host.
//
// Ranges are those of meter.md 3.3 (validation of writes), 1.4 (line) and 4.5 (passcodes).
// Two rules look at more than one setting:
//   134  82 <= system voltage / PT ratio <= 660, exact, in hundredths;
//   144  the fastest contact (10 ms) keeps up with the theoretical maximum power (135).
// They judge the moment 134 or 144 is written. Changing 133 afterwards may leave 134 outside,
// and 130, 131 or 134 may outgrow 144: both are accepted (inferred, meter.md 3.3 and 5.1; alert
// bit 15 tells of the second).
#pragma once

#include <cstdint>

#include "core/registers/config.h"

namespace meter {

enum class ConfigError : std::uint8_t {
    none,
    not_a_setting,
    system_type,
    ct_primary,
    ct_secondary,
    pt_ratio,
    system_voltage,
    system_voltage_for_pt,
    display_units,
    phase_loss_threshold,
    phase_loss_imbalance,
    wh_per_pulse,
    wh_per_pulse_too_small,
    demand_subintervals,
    demand_seconds,
    setup_passcode,
    reset_passcode,
    line_address,
    line_baud,
    line_parity,
};

// What was wrong and what is allowed, in English, e.g. "system type (130): allowed 10, 11, ...".
// Static text; never null. Its table's name for a translation is kSettingContext.
const char* describe(ConfigError error);
inline constexpr const char* kSettingContext = "Settings";

// Writes `value` to setting register `number` (130..151, PLC style) of `pending`. On none, `out`
// is the result; otherwise `out` is left alone. 132 is refused (rope hardware), 151 is accepted
// and ignored; a register that is no setting, 129 included, gives not_a_setting. `out` may be
// `pending` itself.
[[nodiscard]] ConfigError validate_write(const Config& pending, std::uint16_t number,
                                         std::uint16_t value, Config& out);

// A whole configuration: every range, and 134 against 133. Not 144 against 135, since a meter
// may well be in that state (see above). Ranges are looked at first, in register order.
[[nodiscard]] ConfigError validate(const Config& config);

// A change of the settings as a whole: every range, and the rules of 134 and 144 when these
// have changed. What a meter may already be in is never refused, so one setting can be edited.
[[nodiscard]] ConfigError validate_change(const Config& present, const Config& next);

[[nodiscard]] ConfigError validate(const LineConfig& line);

}  // namespace meter
