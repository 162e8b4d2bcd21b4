// The meter's settings: everything a person or a master can configure.
//
// Raw register units, so that a value means the same at the panel, on the line
// and in non-volatile memory. Defaults are the factory's (meter.md 6).
// core/registers/rules.h holds the one validation both doors go through.
#pragma once

#include <array>
#include <cstdint>

namespace meter {

enum class Parity : std::uint8_t { none, even, odd };

struct LineConfig {
    std::uint8_t address = 1;     // 1..247
    std::uint32_t baud = 19'200;  // 1200 2400 4800 9600 19200 38400
    Parity parity = Parity::none;

    constexpr bool operator==(const LineConfig&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("address", address);
        visit("baud", baud);
        visit("parity", parity);
    }
};

struct Config {
    std::uint16_t system_type = 40;           // 130: 10 11 12 31 40
    std::uint16_t ct_primary = 100;           // 131: A, 5..5000
    std::uint16_t pt_ratio = 100;             // 133: hundredths, 1..32000
    std::uint16_t system_voltage = 600;       // 134: V, L-L except type 10
    std::uint16_t display_units = 1;          // 137: 0 IEC, 1 IEEE
    std::uint16_t phase_loss_threshold = 10;  // 142: %, 1..99
    std::uint16_t phase_loss_imbalance = 25;  // 143: %, 1..99
    std::uint16_t wh_per_pulse = 1'000;       // 144: 10 100 1000 10000
    std::uint16_t demand_subintervals = 1;    // 149: 1..6
    std::uint16_t demand_seconds = 900;       // 150: 0, 10..32767
    std::uint32_t setup_passcode = 0;         // 00000..99999, panel only
    std::uint32_t reset_passcode = 0;
    LineConfig line{};  // panel only

    constexpr bool operator==(const Config&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("system_type", system_type);
        visit("ct_primary", ct_primary);
        visit("pt_ratio", pt_ratio);
        visit("system_voltage", system_voltage);
        visit("display_units", display_units);
        visit("phase_loss_threshold", phase_loss_threshold);
        visit("phase_loss_imbalance", phase_loss_imbalance);
        visit("wh_per_pulse", wh_per_pulse);
        visit("demand_subintervals", demand_subintervals);
        visit("demand_seconds", demand_seconds);
        visit("setup_passcode", setup_passcode);
        visit("reset_passcode", reset_passcode);
        visit("line", line);
    }
};

}  // namespace meter
