// Where the values of the screens come from: one small function of Points per value, the same
// fields that the register table reads. Private to core/panel.
//
// `i` is a phase (0 is A), a pair (AB, BC, CA) or a counter. Units are those of Points: uW, uV, uA,
// ppb, Wh.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/panel/format.h"
#include "core/registers/points.h"

namespace meter {

using ScreenGetter = std::int64_t (*)(const Points&, int i);
using TextGetter = const char* (*)(const Points&);

namespace from {

constexpr std::int64_t magnitude(std::int64_t v) { return v < 0 ? -v : v; }
constexpr std::size_t at(int i) { return static_cast<std::size_t>(i); }

// The meter reports magnitudes of P and Q (unidirectional, meter.md 1.1).
constexpr std::int64_t total_p(const Points& p, int) { return magnitude(p.readings.total.real_uw); }
constexpr std::int64_t total_q(const Points& p, int) {
    return magnitude(p.readings.total.reactive_uvar);
}
constexpr std::int64_t total_s(const Points& p, int) { return p.readings.total.apparent_uva; }
constexpr std::int64_t total_pf(const Points& p, int) { return p.readings.total.power_factor_ppb; }
constexpr std::int64_t phase_p(const Points& p, int i) {
    return magnitude(p.readings.power[at(i)].real_uw);
}
constexpr std::int64_t phase_q(const Points& p, int i) {
    return magnitude(p.readings.power[at(i)].reactive_uvar);
}
constexpr std::int64_t phase_s(const Points& p, int i) {
    return p.readings.power[at(i)].apparent_uva;
}
constexpr std::int64_t phase_pf(const Points& p, int i) {
    return p.readings.power[at(i)].power_factor_ppb;
}
constexpr std::int64_t energy_p(const Points& p, int) {
    return static_cast<std::int64_t>(p.energies.real.whole);
}
constexpr std::int64_t energy_q(const Points& p, int) {
    return static_cast<std::int64_t>(p.energies.reactive.whole);
}
constexpr std::int64_t energy_s(const Points& p, int) {
    return static_cast<std::int64_t>(p.energies.apparent.whole);
}
constexpr std::int64_t phase_energy(const Points& p, int i) {
    return static_cast<std::int64_t>(p.energies.real_phase[at(i)].whole);
}
constexpr std::int64_t pulses(const Points& p, int i) { return p.pulse_count[at(i)]; }
constexpr std::int64_t demand_p(const Points& p, int) { return p.demand_present.real_uw; }
constexpr std::int64_t demand_q(const Points& p, int) { return p.demand_present.reactive_uvar; }
constexpr std::int64_t demand_s(const Points& p, int) { return p.demand_present.apparent_uva; }
constexpr std::int64_t max_p(const Points& p, int) { return p.demand_maximum.real_uw; }
constexpr std::int64_t max_q(const Points& p, int) { return p.demand_maximum.reactive_uvar; }
constexpr std::int64_t max_s(const Points& p, int) { return p.demand_maximum.apparent_uva; }
constexpr std::int64_t volts_ll(const Points& p, int i) { return p.readings.voltage_ll_uv[at(i)]; }
constexpr std::int64_t volts_ln(const Points& p, int i) { return p.readings.voltage_ln_uv[at(i)]; }
constexpr std::int64_t average_ll(const Points& p, int) { return p.readings.voltage_ll_average_uv; }
constexpr std::int64_t average_ln(const Points& p, int) { return p.readings.voltage_ln_average_uv; }
constexpr std::int64_t amps(const Points& p, int i) { return p.readings.current_ua[at(i)]; }
constexpr std::int64_t average_i(const Points& p, int) { return p.readings.current_average_ua; }
constexpr std::int64_t frequency(const Points& p, int) { return p.readings.frequency_uhz; }
constexpr std::int64_t os(const Points& p, int) { return p.os_version; }
constexpr std::int64_t rs(const Points& p, int) { return p.rs_version; }
constexpr std::int64_t address(const Points& p, int) { return p.config.line.address; }
constexpr std::int64_t baud(const Points& p, int) { return p.config.line.baud; }

// Series 4000-R; inferred, no screen of the real meter could be read.
constexpr const char* model(const Points&) { return "4000r"; }
// Its register was not recovered (meter.md 3.3), so there is no number to show.
constexpr const char* serial_number(const Points&) { return kInvalidText; }
constexpr const char* parity(const Points& p) {
    constexpr std::array kNames{"nonE", "EuEn", "odd"};
    const auto i = static_cast<std::size_t>(p.config.line.parity);
    return i < kNames.size() ? kNames[i] : kInvalidText;
}

}  // namespace from

}  // namespace meter
