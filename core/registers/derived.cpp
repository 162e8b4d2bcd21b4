#include "core/registers/derived.h"

#include "core/metrology/system_type.h"

namespace meter {

namespace {

constexpr std::int64_t kMost16 = 32'767;  // what an integer register can show
constexpr std::int64_t kHoursPerYear = 8'760;

constexpr std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

// The smallest n in -4..4 for which `full_scale` micro-units fit 32767 counts of 10^n
// (meter.md 3.4, inferred). 4 when none does.
std::int8_t reading_scale(std::int64_t full_scale_micro) {
    for (int n = -4; n < 4; ++n) {
        if (full_scale_micro <= kMost16 * power_of_ten(n + 6)) return static_cast<std::int8_t>(n);
    }
    return 4;
}

// The smallest n in -3..4 for which 2^32 counts of 10^n kWh last a year of 365 days at the
// theoretical maximum power (meter.md 3.4, inferred).
std::int8_t energy_scale(std::int64_t power_uw) {
    // Wh in a year, rounded up; 2.8e14 uW * 8760 h < 2.5e18.
    const std::int64_t wh = (power_uw * kHoursPerYear + 999'999) / 1'000'000;
    for (int n = -3; n < 4; ++n) {
        if (wh <= (std::int64_t{1} << 32) * power_of_ten(n + 3)) return static_cast<std::int8_t>(n);
    }
    return 4;
}

// The slowest closure that keeps up; the fastest when none does (inferred, meter.md 5.1).
std::uint16_t pulse_closure(std::int64_t power_uw, std::uint16_t wh) {
    for (const std::uint16_t ms : kPulseMs) {
        if (pulses_keep_up(power_uw, wh, ms)) return ms;
    }
    return kFastestPulseMs;
}

}  // namespace

std::int64_t max_power_uw(const Config& config) {
    const SystemType* type = find_system_type(config.system_type);
    if (type == nullptr) return 0;
    // <= 65535^2 = 4.3e9 VA even unchecked; times sqrt(3) * 10^9 below 7.5e18.
    const std::int64_t va = std::int64_t{config.system_voltage} * config.ct_primary;
    if (type->max_power == MaxPowerFactor::one) return va * 1'000'000;
    constexpr std::int64_t sqrt3_e9 = 1'732'050'808;
    return (va * sqrt3_e9 + 500) / 1'000;
}

Derived derive(const Config& config) {
    // Over-range of 20 %, of both voltage and current in the power (meter.md 1.1, 3.4).
    const std::int64_t power = max_power_uw(config);
    Derived d;
    d.scale_i = reading_scale(std::int64_t{config.ct_primary} * 1'200'000);
    d.scale_v = reading_scale(std::int64_t{config.system_voltage} * 1'200'000);
    d.scale_w = reading_scale((power * 36 + 25'000 - 1) / 25'000);
    d.scale_e = energy_scale(power);
    d.max_power_uw = power;
    d.pulse_ms = pulse_closure(power, config.wh_per_pulse);
    return d;
}

}  // namespace meter
