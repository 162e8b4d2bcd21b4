#include "core/alarms/alerts.h"

#include "core/alarms/limits.h"
#include "core/alarms/phase_loss.h"
#include "core/registers/derived.h"
#include "core/wide.h"

namespace meter {

namespace {

constexpr std::uint16_t bits(PhaseSet phases, int first) {
    return static_cast<std::uint16_t>(phases << first);
}

// Limits are at the terminals, readings on the primary side.
std::int64_t at_primary(std::int64_t uv, const Config& config) {
    return uv * config.pt_ratio / 100;
}

template <class Predicate>
PhaseSet phases_where(PhaseSet set, Predicate holds) {
    PhaseSet out = 0;
    for (int p = 0; p < kPhases; ++p) {
        if (contains(set, p) && holds(static_cast<std::size_t>(p))) {
            out = static_cast<PhaseSet>(out | (1U << p));
        }
    }
    return out;
}

PhaseSet voltage_out_of_range(const Points& points, const SystemType& type) {
    const Readings& r = points.readings;
    const std::int64_t ln = at_primary(kAlertLimits.line_neutral_uv, points.config);
    const std::int64_t ll = at_primary(kAlertLimits.line_line_uv, points.config);
    PhaseSet out =
        phases_where(type.line_neutral, [&](std::size_t p) { return r.voltage_ln_uv[p] > ln; });
    for (int pair = 0; pair < kPhases; ++pair) {
        if (!contains(type.line_line, pair)) continue;
        if (r.voltage_ll_uv[static_cast<std::size_t>(pair)] <= ll) continue;
        out = static_cast<PhaseSet>(out | (1U << pair) | (1U << (pair + 1) % kPhases));
    }
    return out;
}

PhaseSet current_out_of_range(const Points& points, const SystemType& type) {
    const std::int64_t limit_ua =
        std::int64_t{points.config.ct_primary} * 10'000 * kAlertLimits.current_percent;
    return phases_where(type.phases,
                        [&](std::size_t p) { return points.readings.current_ua[p] > limit_ua; });
}

PhaseSet low_power_factor(const Points& points, const SystemType& type) {
    const std::int64_t load_ua =
        std::int64_t{points.config.ct_primary} * 10'000 * kAlertLimits.power_factor_load_percent;
    return phases_where(type.phases, [&](std::size_t p) {
        return points.readings.current_ua[p] >= load_ua &&
               points.readings.power[p].power_factor_ppb < kAlertLimits.power_factor_ppb;
    });
}

// The highest voltage the system type has, terminal to terminal or to neutral.
std::int64_t highest_voltage_uv(const Readings& r) {
    std::int64_t out = 0;
    for (std::size_t p = 0; p < kPhases; ++p) {
        if (r.voltage_ln_uv[p] > out) out = r.voltage_ln_uv[p];
        if (r.voltage_ll_uv[p] > out) out = r.voltage_ll_uv[p];
    }
    return out;
}

bool frequency_out_of_range(const Points& points) {
    const Readings& r = points.readings;
    return r.frequency_uhz < kAlertLimits.frequency_low_uhz ||
           r.frequency_uhz > kAlertLimits.frequency_high_uhz ||
           highest_voltage_uv(r) < at_primary(kAlertLimits.frequency_voltage_uv, points.config);
}

}  // namespace

std::uint16_t evaluate_alerts(const Points& points, bool pulse_overrun) {
    const SystemType& type = *find_system_type(points.config.system_type);
    std::uint16_t out = 0;
    if (points.readings.sequence != 0) {
        out = bits(voltage_out_of_range(points, type), alert::kVoltage) |
              bits(current_out_of_range(points, type), alert::kCurrent) |
              bits(frequency_out_of_range(points) ? 1 : 0, alert::kFrequency) |
              bits(lost_phases(points.config, type, points.readings), alert::kPhaseLoss) |
              bits(low_power_factor(points, type), alert::kLowPowerFactor);
    }
    const bool too_slow =
        !pulses_keep_up(points.derived.max_power_uw, points.config.wh_per_pulse, kFastestPulseMs);
    return static_cast<std::uint16_t>(out | (pulse_overrun ? 1U << alert::kPulseOverrun : 0U) |
                                      (too_slow ? 1U << alert::kPulseConfiguration : 0U));
}

}  // namespace meter
