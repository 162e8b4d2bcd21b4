// The five system types, one row each (meter.md 2; validity 2.1 and formulas 2.2 are inferred).
//
// Everything that depends on the system type is a column here: which inputs
// count, against what the voltages are measured, which points exist.
#pragma once

#include <array>
#include <cstdint>

namespace meter {

// Sets of phases {A, B, C} or of pairs {AB, BC, CA}: bit 0 is A or AB.
using PhaseSet = std::uint8_t;

constexpr bool contains(PhaseSet set, int index) { return ((set >> index) & 1) != 0; }
constexpr int count(PhaseSet set) { return (set & 1) + ((set >> 1) & 1) + ((set >> 2) & 1); }

// What a phase voltage is measured against before power is formed.
enum class VoltageReference : std::uint8_t {
    neutral,          // types 10, 12, 40
    phase_b,          // type 11: V(A) - V(B) across the only load
    virtual_neutral,  // type 31: V(x) - (V(A)+V(B)+V(C))/3; inferred
};

// Theoretical maximum system power (135) is factor * system voltage * CT primary.
enum class MaxPowerFactor : std::uint8_t { one, sqrt3 };

struct SystemType {
    std::uint16_t code;     // register 130
    const char* label;      // LCD, panel.md S SYS
    PhaseSet phases;        // with a CT and per-phase points
    PhaseSet line_neutral;  // L-N voltages that exist
    PhaseSet line_line;     // L-L voltages that exist: AB, BC, CA
    VoltageReference reference;
    MaxPowerFactor max_power;
    bool system_voltage_is_line_neutral;  // register 134 is L-N in type 10 only
};

// clang-format off
inline constexpr std::array<SystemType, 5> kSystemTypes{{
    //code  label    phases  L-N    L-L    reference                          maximum power          134 is L-N
    {10, "1L-1N", 0b001, 0b001, 0b000, VoltageReference::neutral,         MaxPowerFactor::one,   true },
    {11, "2L",    0b001, 0b000, 0b001, VoltageReference::phase_b,         MaxPowerFactor::one,   false},
    {12, "2L-1N", 0b011, 0b011, 0b001, VoltageReference::neutral,         MaxPowerFactor::one,   false},
    {31, "3L",    0b111, 0b000, 0b111, VoltageReference::virtual_neutral, MaxPowerFactor::sqrt3, false},
    {40, "3L-1N", 0b111, 0b111, 0b111, VoltageReference::neutral,         MaxPowerFactor::sqrt3, false},
}};
// clang-format on

// The row of a code, or nullptr when there is no such system type.
constexpr const SystemType* find_system_type(std::uint16_t code) {
    for (const SystemType& row : kSystemTypes) {
        if (row.code == code) return &row;
    }
    return nullptr;
}

}  // namespace meter
