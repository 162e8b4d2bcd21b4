// What the sample chain publishes each time a reading window closes.
//
// Units are integers: uV, uA, uW, uvar, uVA, uHz, and ppb for power factor.
// Values are on the primary side (PT ratio applied); P and Q keep the sign the
// samples had, although the meter itself reports magnitudes (unidirectional,
// meter.md 1.1). Points that the system type does not have hold 0; validity is
// a matter of core/metrology/system_type.h.
//
// Ranges: 32000 V and 5000 A with both over-ranges stay below
// 4.6e10 uV, 6e9 uA and 8.3e17 uW: everything fits int64.
#pragma once

#include <array>
#include <cstdint>

#include "core/adc_frame.h"

namespace meter {

// P in W, Q in var (> 0: current lags), S in VA; PF is |P| / S.
struct Power {
    std::int64_t real_uw = 0;
    std::int64_t reactive_uvar = 0;
    std::int64_t apparent_uva = 0;
    std::int32_t power_factor_ppb = 1'000'000'000;  // 0..1e9; 1e9 when S is 0 (meter.md 1.2)

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("real_uw", real_uw);
        visit("reactive_uvar", reactive_uvar);
        visit("apparent_uva", apparent_uva);
        visit("power_factor_ppb", power_factor_ppb);
    }
};

struct Readings {
    std::array<std::int64_t, kPhases> voltage_ln_uv{};  // AN, BN, CN
    std::array<std::int64_t, kPhases> voltage_ll_uv{};  // AB, BC, CA
    std::array<std::int64_t, kPhases> current_ua{};
    std::array<Power, kPhases> power{};
    Power total{};  // of the active phases: sum of |P|, sum of |Q|, S and PF by total_apparent()
    std::int64_t voltage_ll_average_uv = 0;
    std::int64_t voltage_ln_average_uv = 0;
    std::int64_t current_average_ua = 0;
    std::int32_t frequency_uhz = 0;  // of the reference phase; 0 when there is nothing to measure
    std::int32_t window_frames = 0;  // frames in the window that produced these readings
    std::uint32_t sequence = 0;      // windows closed since power-up; 0: no reading yet

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("voltage_ln_uv", voltage_ln_uv);
        visit("voltage_ll_uv", voltage_ll_uv);
        visit("current_ua", current_ua);
        visit("power", power);
        visit("total", total);
        visit("voltage_ll_average_uv", voltage_ll_average_uv);
        visit("voltage_ln_average_uv", voltage_ln_average_uv);
        visit("current_average_ua", current_average_ua);
        visit("frequency_uhz", frequency_uhz);
        visit("window_frames", window_frames);
        visit("sequence", sequence);
    }
};

}  // namespace meter
