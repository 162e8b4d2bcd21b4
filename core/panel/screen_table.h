// The tables behind screens.h: quantities, screens, alerts. Private to core/panel.
//
// Labels follow register 137: IEEE, IEC [FAM, unverified]. Where panel.md gives no label for a
// screen (A PHASE and its like have more than five characters, pulse counters, demand) the one here
// is inferred in its style: the phase is said by the annunciators, D is present and M or MAX is
// maximum demand.
#pragma once

#include <array>
#include <cstdint>

#include "core/metrology/system_type.h"
#include "core/panel/format.h"
#include "core/panel/screen_values.h"
#include "core/panel/screens.h"

namespace meter {

using Annunciators = std::uint32_t;  // bit per Annunciator

template <class... A>
constexpr Annunciators lit(A... annunciator) {
    return ((Annunciators{1} << static_cast<unsigned>(annunciator)) | ... | 0U);
}

// Quantities: how a value is scaled, rounded and what stands behind it on the glass.

enum class Kind : std::uint8_t {
    heading,
    text,
    address,
    real,
    reactive,
    apparent,
    real_energy,
    reactive_energy,
    apparent_energy,
    line_line,
    line_neutral,
    current,
    frequency,
    power_factor,
    count,
    version
};

// The register's own resolution, as a power of ten of the base unit: fixed, or the configured
// scale (138..141) plus `offset` (3 where the register is in k-units).
struct Resolution {
    std::int8_t Derived::*scale;
    int offset;
};

struct Quantity {
    Kind kind;
    int exponent;  // of what the getter returns
    Resolution resolution;
    bool prefixed;
    Rounding rounding;
    Annunciators units;
};

// clang-format off
inline constexpr std::array<Quantity, 13> kQuantities{{
    {Kind::real,            -6, {&Derived::scale_w, 3}, true,  Rounding::nearest, lit(Annunciator::watt)},
    {Kind::reactive,        -6, {&Derived::scale_w, 3}, true,  Rounding::nearest, lit(Annunciator::var)},
    {Kind::apparent,        -6, {&Derived::scale_w, 3}, true,  Rounding::nearest, lit(Annunciator::va)},
    {Kind::real_energy,      0, {&Derived::scale_e, 3}, true,  Rounding::down,    lit(Annunciator::watt, Annunciator::hour)},
    {Kind::reactive_energy,  0, {&Derived::scale_e, 3}, true,  Rounding::down,    lit(Annunciator::var, Annunciator::hour)},
    {Kind::apparent_energy,  0, {&Derived::scale_e, 3}, true,  Rounding::down,    lit(Annunciator::va, Annunciator::hour)},
    {Kind::line_line,       -6, {&Derived::scale_v, 0}, false, Rounding::nearest, lit(Annunciator::volt, Annunciator::line_line)},
    {Kind::line_neutral,    -6, {&Derived::scale_v, 0}, false, Rounding::nearest, lit(Annunciator::volt, Annunciator::line_neutral)},
    {Kind::current,         -6, {&Derived::scale_i, 0}, false, Rounding::nearest, lit(Annunciator::ampere)},
    {Kind::frequency,       -6, {nullptr, -2},          false, Rounding::nearest, lit(Annunciator::hertz)},
    {Kind::power_factor,    -9, {nullptr, -4},          false, Rounding::nearest, lit(Annunciator::pf)},
    {Kind::count,            0, {nullptr, 0},           false, Rounding::down,    lit()},
    {Kind::version,         -3, {nullptr, -3},          false, Rounding::down,    lit()},
}};
// clang-format on

// Screens.

struct Screen {
    Row row;
    const char* ieee;
    const char* iec;
    PhaseSet phases;  // annunciators A, B, C: bit 0 is A; all three is a total
    Kind kind;
    ScreenGetter value;               // of kinds with a number
    int index;                        // its second argument
    PhaseSet SystemType::*exists_in;  // valid in a system type with any of
    PhaseSet exists_any;              //   these phases or pairs there
    Annunciators qualifier = 0;
    TextGetter text = nullptr;  // of Kind::text
};

inline constexpr PhaseSet kA = 0b001, kB = 0b010, kC = 0b100, kABC = 0b111;
inline constexpr PhaseSet SystemType::*kPh = &SystemType::phases;
inline constexpr PhaseSet SystemType::*kLN = &SystemType::line_neutral;
inline constexpr PhaseSet SystemType::*kLL = &SystemType::line_line;
inline constexpr Annunciators kDemand = lit(Annunciator::demand);
inline constexpr Annunciators kMax = lit(Annunciator::demand, Annunciator::max);

// In walking order. Every row is one screen, and the screens of a row follow each other.
// clang-format off
inline constexpr std::array<Screen, 57> kScreens{{
    //row             IEEE     IEC      lit      kind                   value             i  exists in, any of
    {Row::totals,     "KWH",   "KPH",   kABC,    Kind::real_energy,     from::energy_p,   0, kPh, kABC},
    {Row::totals,     "KVARH", "KQH",   kABC,    Kind::reactive_energy, from::energy_q,   0, kPh, kABC},
    {Row::totals,     "KVAH",  "KSH",   kABC,    Kind::apparent_energy, from::energy_s,   0, kPh, kABC},
    {Row::totals,     "PULS1", "PULS1", 0,       Kind::count,           from::pulses,     0, kPh, kABC},
    {Row::totals,     "PULS2", "PULS2", 0,       Kind::count,           from::pulses,     1, kPh, kABC},

    {Row::power,      "W",     "P",     kABC,    Kind::real,            from::total_p,    0, kPh, kABC},
    {Row::power,      "VAR",   "Q",     kABC,    Kind::reactive,        from::total_q,    0, kPh, kABC},
    {Row::power,      "VA",    "S",     kABC,    Kind::apparent,        from::total_s,    0, kPh, kABC},
    {Row::power,      "PF",    "PF",    kABC,    Kind::power_factor,    from::total_pf,   0, kPh, kABC},

    {Row::demand,     "D W",   "D P",   kABC,    Kind::real,            from::demand_p,   0, kPh, kABC, kDemand},
    {Row::demand,     "D VAR", "D Q",   kABC,    Kind::reactive,        from::demand_q,   0, kPh, kABC, kDemand},
    {Row::demand,     "D VA",  "D S",   kABC,    Kind::apparent,        from::demand_s,   0, kPh, kABC, kDemand},
    {Row::demand,     "M W",   "MAX P", kABC,    Kind::real,            from::max_p,      0, kPh, kABC, kMax},
    {Row::demand,     "M VAR", "MAX Q", kABC,    Kind::reactive,        from::max_q,      0, kPh, kABC, kMax},
    {Row::demand,     "M VA",  "MAX S", kABC,    Kind::apparent,        from::max_s,      0, kPh, kABC, kMax},

    {Row::volts_amps, "VLL",   "U",     kABC,    Kind::line_line,       from::average_ll, 0, kLL, kABC},
    {Row::volts_amps, "VLN",   "V",     kABC,    Kind::line_neutral,    from::average_ln, 0, kLN, kABC},
    {Row::volts_amps, "A",     "A",     kABC,    Kind::current,         from::average_i,  0, kPh, kABC},
    {Row::volts_amps, "HZ",    "HZ",    kABC,    Kind::frequency,       from::frequency,  0, kPh, kABC},

    {Row::phase_a,    "PHASE", "PHASE", kA,      Kind::heading,         nullptr,          0, kPh, kA},
    {Row::phase_a,    "W",     "P",     kA,      Kind::real,            from::phase_p,    0, kPh, kA},
    {Row::phase_a,    "VAR",   "Q",     kA,      Kind::reactive,        from::phase_q,    0, kPh, kA},
    {Row::phase_a,    "VA",    "S",     kA,      Kind::apparent,        from::phase_s,    0, kPh, kA},
    {Row::phase_a,    "PF",    "PF",    kA,      Kind::power_factor,    from::phase_pf,   0, kPh, kA},
    {Row::phase_a,    "V AN",  "VAN",   kA,      Kind::line_neutral,    from::volts_ln,   0, kLN, kA},
    {Row::phase_a,    "V AB",  "UAB",   kA | kB, Kind::line_line,       from::volts_ll,   0, kLL, kA},
    {Row::phase_a,    "A",     "A",     kA,      Kind::current,         from::amps,       0, kPh, kA},
    {Row::phase_a,    "KWH",   "KPH",   kA,      Kind::real_energy,     from::phase_energy, 0, kPh, kA},

    {Row::phase_b,    "PHASE", "PHASE", kB,      Kind::heading,         nullptr,          1, kPh, kB},
    {Row::phase_b,    "W",     "P",     kB,      Kind::real,            from::phase_p,    1, kPh, kB},
    {Row::phase_b,    "VAR",   "Q",     kB,      Kind::reactive,        from::phase_q,    1, kPh, kB},
    {Row::phase_b,    "VA",    "S",     kB,      Kind::apparent,        from::phase_s,    1, kPh, kB},
    {Row::phase_b,    "PF",    "PF",    kB,      Kind::power_factor,    from::phase_pf,   1, kPh, kB},
    {Row::phase_b,    "V BN",  "VBN",   kB,      Kind::line_neutral,    from::volts_ln,   1, kLN, kB},
    {Row::phase_b,    "V BC",  "UBC",   kB | kC, Kind::line_line,       from::volts_ll,   1, kLL, kB},
    {Row::phase_b,    "A",     "A",     kB,      Kind::current,         from::amps,       1, kPh, kB},
    {Row::phase_b,    "KWH",   "KPH",   kB,      Kind::real_energy,     from::phase_energy, 1, kPh, kB},

    {Row::phase_c,    "PHASE", "PHASE", kC,      Kind::heading,         nullptr,          2, kPh, kC},
    {Row::phase_c,    "W",     "P",     kC,      Kind::real,            from::phase_p,    2, kPh, kC},
    {Row::phase_c,    "VAR",   "Q",     kC,      Kind::reactive,        from::phase_q,    2, kPh, kC},
    {Row::phase_c,    "VA",    "S",     kC,      Kind::apparent,        from::phase_s,    2, kPh, kC},
    {Row::phase_c,    "PF",    "PF",    kC,      Kind::power_factor,    from::phase_pf,   2, kPh, kC},
    {Row::phase_c,    "V CN",  "VCN",   kC,      Kind::line_neutral,    from::volts_ln,   2, kLN, kC},
    {Row::phase_c,    "V AC",  "UAC",   kA | kC, Kind::line_line,       from::volts_ll,   2, kLL, kC},
    {Row::phase_c,    "A",     "A",     kC,      Kind::current,         from::amps,       2, kPh, kC},
    {Row::phase_c,    "KWH",   "KPH",   kC,      Kind::real_energy,     from::phase_energy, 2, kPh, kC},

    {Row::alert,      "ALERT", "ALERT", 0,       Kind::heading,         nullptr,          0, kPh, kABC},

    {Row::info,       "INFO",  "INFO",  0,       Kind::heading,         nullptr,          0, kPh, kABC},
    {Row::info,       "MODEL", "MODEL", 0,       Kind::text,            nullptr,          0, kPh, kABC, 0, from::model},
    {Row::info,       "OS",    "OS",    0,       Kind::version,         from::os,         0, kPh, kABC},
    {Row::info,       "RS",    "RS",    0,       Kind::version,         from::rs,         0, kPh, kABC},
    {Row::info,       "SN",    "SN",    0,       Kind::text,            nullptr,          0, kPh, kABC, 0, from::serial_number},
    {Row::info,       "ADDR",  "ADDR",  0,       Kind::address,         from::address,    0, kPh, kABC},
    {Row::info,       "BAUD",  "BAUD",  0,       Kind::count,           from::baud,       0, kPh, kABC},
    {Row::info,       "PAR",   "PAR",   0,       Kind::text,            nullptr,          0, kPh, kABC, 0, from::parity},

    {Row::reset,      "RESET", "RESET", 0,       Kind::heading,         nullptr,          0, kPh, kABC},

    {Row::setup,      "SETUP", "SETUP", 0,       Kind::heading,         nullptr,          0, kPh, kABC},
}};
// clang-format on

// Alerts: one screen per active bit of register 146 (meter.md 3.5), right of ALERT.

struct AlertScreen {
    int bit;
    const char* label;  // [FAM]
    PhaseSet phases;
    const char* value;  // tells the two PULSE bits apart [inferred]; blank otherwise
};

// clang-format off
inline constexpr std::array<AlertScreen, 15> kAlertScreens{{
    { 0, "V OVR", kA, ""}, { 1, "V OVR", kB, ""}, { 2, "V OVR", kC, ""},
    { 3, "I OVR", kA, ""}, { 4, "I OVR", kB, ""}, { 5, "I OVR", kC, ""},
    { 6, "F ERR", 0,  ""},
    { 8, "PLOSS", kA, ""}, { 9, "PLOSS", kB, ""}, {10, "PLOSS", kC, ""},
    {11, "LOWPF", kA, ""}, {12, "LOWPF", kB, ""}, {13, "LOWPF", kC, ""},
    {14, "PULSE", 0,  "ouEr"},  // overrun
    {15, "PULSE", 0,  "ConF"},  // configuration
}};
// clang-format on

inline constexpr const char* kNoAlertLabel = "NONE";

}  // namespace meter
