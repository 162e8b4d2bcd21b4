// Every value the register table, the panel and the alerts may look at, in one place.
//
// The meter owns one Points and refreshes it when a reading window closes (and,
// for what depends on configuration alone, when the configuration changes).
// Register getters and panel screens are pure functions of it: looking changes nothing.
#pragma once

#include <array>
#include <cstdint>

#include "core/metrology/readings.h"
#include "core/registers/config.h"

namespace meter {

// What follows from the configuration alone; recomputed by registers/derived.h.
struct Derived {
    std::int8_t scale_i = -2;  // 138..141: exponents of ten, -4..4
    std::int8_t scale_v = -1;
    std::int8_t scale_w = -2;
    std::int8_t scale_e = -3;
    std::int64_t max_power_uw = 0;  // theoretical maximum system power (135), uW
    std::uint16_t pulse_ms = 500;   // 145: closure time, ms

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("scale_i", scale_i);
        visit("scale_v", scale_v);
        visit("scale_w", scale_w);
        visit("scale_e", scale_e);
        visit("max_power_uw", max_power_uw);
        visit("pulse_ms", pulse_ms);
    }
};

// An accumulated energy as registers see it. `whole` is Wh (or varh, VAh) and wraps to 0
// when the register rolls over (2^32 counts of the E scale); `micro` is the part of the next
// one in millionths. What is smaller stays in core/energy as the exact remainder.
struct Energy {
    std::uint64_t whole = 0;
    std::uint32_t micro = 0;  // 0..999999

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("whole", whole);
        visit("micro", micro);
    }
};

struct Energies {
    Energy real{};
    Energy reactive{};
    Energy apparent{};
    std::array<Energy, kPhases> real_phase{};
    std::uint16_t reset_count = 0;  // 147

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("real", real);
        visit("reactive", reactive);
        visit("apparent", apparent);
        visit("real_phase", real_phase);
        visit("reset_count", reset_count);
    }
};

// uW, uvar, uVA: magnitudes.
struct DemandTriple {
    std::int64_t real_uw = 0;
    std::int64_t reactive_uvar = 0;
    std::int64_t apparent_uva = 0;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("real_uw", real_uw);
        visit("reactive_uvar", reactive_uvar);
        visit("apparent_uva", apparent_uva);
    }
};

struct Points {
    Config config{};
    Derived derived{};
    Readings readings{};
    Energies energies{};
    DemandTriple demand_present{};
    DemandTriple demand_maximum{};
    std::array<std::uint32_t, 2> pulse_count{};  // 43/44 Wh, 45/46 varh
    std::uint16_t alerts = 0;                    // 146, meter.md 3.5
    std::uint16_t power_up_count = 0;            // 152
    std::uint16_t os_version = 1'037;            // 7001; inferred example value
    std::uint16_t rs_version = 1'001;            // 7002; inferred
    // The reset system runs instead of the operating system (meter.md 1.4): no measurement, no
    // registers, only an identity.
    bool reset_system = false;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("config", config);
        visit("derived", derived);
        visit("readings", readings);
        visit("energies", energies);
        visit("demand_present", demand_present);
        visit("demand_maximum", demand_maximum);
        visit("pulse_count", pulse_count);
        visit("alerts", alerts);
        visit("power_up_count", power_up_count);
        visit("os_version", os_version);
        visit("rs_version", rs_version);
        visit("reset_system", reset_system);
    }
};

}  // namespace meter
