// Where the rows of the register table look: pure functions of Points, one per kind of point.
//
// Validity by system type is meter.md 2.1 (inferred), read from core/metrology/system_type.h.
// P and Q are magnitudes (unidirectional, meter.md 1.1).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/metrology/system_type.h"
#include "core/registers/points.h"
#include "core/registers/value.h"

namespace meter::getters {

template <PhaseSet SystemType::*set>
constexpr PhaseSet set_of(const Points& p) {
    const SystemType* type = find_system_type(p.config.system_type);
    return type == nullptr ? PhaseSet{0} : type->*set;
}

constexpr Value when(bool exists, Value value) { return exists ? value : Value{}; }

constexpr Value not_valid(const Points&) { return {}; }
constexpr Value zero(const Points&) { return whole_value(0); }

// Powers in kW, kVAR, kVA from uW, uvar, uVA.
template <std::int64_t Power::*quantity>
constexpr Value total(const Points& p) {
    return magnitude_of_billionths(p.readings.total.*quantity);
}
template <std::int64_t Power::*quantity, int phase_index>
constexpr Value phase(const Points& p) {
    return when(contains(set_of<&SystemType::phases>(p), phase_index),
                magnitude_of_billionths(p.readings.power[phase_index].*quantity));
}
constexpr Value power_factor_total(const Points& p) {
    return magnitude_of_billionths(p.readings.total.power_factor_ppb);
}
template <int phase_index>
constexpr Value power_factor(const Points& p) {
    return when(contains(set_of<&SystemType::phases>(p), phase_index),
                magnitude_of_billionths(p.readings.power[phase_index].power_factor_ppb));
}
template <DemandTriple Points::*which, std::int64_t DemandTriple::*quantity>
constexpr Value demand(const Points& p) {
    return magnitude_of_billionths(p.*which.*quantity);
}
constexpr Value max_power(const Points& p) {
    return magnitude_of_billionths(p.derived.max_power_uw);
}

// Voltages and currents in V and A from uV and uA; frequency in Hz from uHz, as measured.
template <int pair>
constexpr Value voltage_ll(const Points& p) {
    return when(contains(set_of<&SystemType::line_line>(p), pair),
                magnitude_of_millionths(p.readings.voltage_ll_uv[pair]));
}
template <int phase_index>
constexpr Value voltage_ln(const Points& p) {
    return when(contains(set_of<&SystemType::line_neutral>(p), phase_index),
                magnitude_of_millionths(p.readings.voltage_ln_uv[phase_index]));
}
constexpr Value voltage_ll_average(const Points& p) {
    return when(set_of<&SystemType::line_line>(p) != 0,
                magnitude_of_millionths(p.readings.voltage_ll_average_uv));
}
constexpr Value voltage_ln_average(const Points& p) {
    return when(set_of<&SystemType::line_neutral>(p) != 0,
                magnitude_of_millionths(p.readings.voltage_ln_average_uv));
}
template <int phase_index>
constexpr Value current(const Points& p) {
    return when(contains(set_of<&SystemType::phases>(p), phase_index),
                magnitude_of_millionths(p.readings.current_ua[phase_index]));
}
constexpr Value current_average(const Points& p) {
    return magnitude_of_millionths(p.readings.current_average_ua);
}
constexpr Value frequency(const Points& p) {
    return magnitude_of_millionths(p.readings.frequency_uhz);
}

// Energies in kWh, kVARh, kVAh from Wh and millionths of it.
constexpr Value kilo(const Energy& e) {
    return {true, static_cast<std::int64_t>(e.whole / 1'000),
            static_cast<std::uint32_t>(e.whole % 1'000 * 1'000'000 + e.micro)};
}
template <Energy Energies::*which>
constexpr Value energy(const Points& p) {
    return kilo(p.energies.*which);
}
template <int phase_index>
constexpr Value energy_phase(const Points& p) {
    return when(contains(set_of<&SystemType::phases>(p), phase_index),
                kilo(p.energies.real_phase[phase_index]));
}

// Counters. 147 and 152 end at 32767 in the map; the codec holds them there.
template <std::size_t which>
constexpr Value pulses(const Points& p) {
    return whole_value(p.pulse_count[which]);
}
// The largest float below 2^32 ends the range of a counter's float twin (meter.md 3.6).
template <std::size_t which>
constexpr Value float_pulses(const Points& p) {
    return whole_value(std::min(p.pulse_count[which], std::uint32_t{4'294'967'040}));
}
constexpr Value energy_resets(const Points& p) { return whole_value(p.energies.reset_count); }

template <std::uint16_t Points::*which>
constexpr Value word(const Points& p) {
    return whole_value(p.*which);
}
// 7001, 7002: thousandths, 12345 means 12.345 (meter.md 1.4).
template <std::uint16_t Points::*which>
constexpr Value version(const Points& p) {
    return {true, p.*which / 1'000, p.*which % 1'000 * 1'000'000U};
}

template <std::uint16_t Config::*which>
constexpr Value setting(const Points& p) {
    return whole_value(p.config.*which);
}
constexpr Value pt_ratio(const Points& p) {
    return {true, p.config.pt_ratio / 100, p.config.pt_ratio % 100 * 10'000'000U};
}
template <auto which>
constexpr Value derived(const Points& p) {
    return whole_value(p.derived.*which);
}

}  // namespace meter::getters
