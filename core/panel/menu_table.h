// THE table of menus: the screens below SETUP and RESET and what is entered there (panel.md, Setup
// and Screens 10). Private to core/panel.
//
// A parameter is one row of kItems: correcting one from a real manual is a change of one row.
// Ranges are not here: core/registers/rules.h judges, as it does for the line.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <type_traits>

#include "core/panel/editor.h"
#include "core/panel/screen_table.h"
#include "core/registers/actions.h"

namespace meter {

// In walking order [RQ: CT first; DEC: the rest]; `reset` stands alone below RESET.
enum class MenuScreen : std::uint8_t {
    ct,
    com,
    sys,
    pt,
    volts,
    power,
    phase_loss,
    pulses,
    demand,
    units,
    passcodes,
    reset
};
// Their labels. S PLOS, S PULS, S UNIT and S PASS have more than five characters: written without
// the blank (inferred).
inline constexpr std::array<const char*, 11> kSetupScreens{
    "S CT", "S COM", "S SYS", "S PT", "S V", "S PWR", "SPLOS", "SPULS", "S DEM", "SUNIT", "SPASS",
};

struct Caption {
    const char* ieee;
    const char* iec;
    Annunciators units;
};

// A view shows and cannot be changed; an order asks NO or YES and remembers nothing.
enum class ItemKind : std::uint8_t { setting, view, order };

struct Item {
    MenuScreen screen;
    ItemKind kind;
    Caption caption;
    Entry entry{};
    std::uint32_t (*get)(const Config&) = nullptr;
    void (*set)(Config&, std::uint32_t) = nullptr;
    void (*show)(const Points&, Lcd&) = nullptr;  // of a view
    Command command{};                            // of an order
    const Caption* in_type_10 = nullptr;          // where the caption depends on the system type
};

// Between a setting and what is entered. What a field cannot hold becomes its largest value,
// which the rules refuse for every setting here.
namespace field {

template <class Field>
constexpr Field saturated(std::uint32_t value) {
    return static_cast<Field>(std::min<std::uint32_t>(value, static_cast<Field>(~Field{0})));
}

template <auto member>
constexpr std::uint32_t get(const Config& c) {
    return c.*member;
}
template <auto member>
constexpr void set(Config& c, std::uint32_t value) {
    c.*member = saturated<std::remove_reference_t<decltype(c.*member)>>(value);
}

constexpr std::uint32_t get_address(const Config& c) { return c.line.address; }
constexpr void set_address(Config& c, std::uint32_t v) {
    c.line.address = saturated<std::uint8_t>(v);
}
constexpr std::uint32_t get_baud(const Config& c) { return c.line.baud; }
constexpr void set_baud(Config& c, std::uint32_t v) { c.line.baud = v; }
constexpr std::uint32_t get_parity(const Config& c) {
    return static_cast<std::uint32_t>(c.line.parity);
}
constexpr void set_parity(Config& c, std::uint32_t v) { c.line.parity = static_cast<Parity>(v); }

// Register 135, in its own resolution.
inline void show_max_power(const Points& p, Lcd& lcd) {
    const Quantity& power = kQuantities[0];
    static_assert(kQuantities[0].kind == Kind::real);
    show_number({.count = p.derived.max_power_uw,
                 .exponent = power.exponent,
                 .resolution = p.derived.*power.resolution.scale + power.resolution.offset,
                 .prefixed = power.prefixed,
                 .rounding = power.rounding},
                lcd);
}
// Register 145.
inline void show_pulse_ms(const Points& p, Lcd& lcd) { show_digits(p.derived.pulse_ms, 1, lcd); }

}  // namespace field

// Choices in walking order. In seven segments I is 1 and S is 5.
// clang-format off
inline constexpr std::array<Choice, 6> kBauds{{
    {1'200, "1200"}, {2'400, "2400"}, {4'800, "4800"}, {9'600, "9600"}, {19'200, "19200"},
    {38'400, "38400"},
}};
inline constexpr std::array<Choice, 3> kParities{{{0, "nonE"}, {1, "EuEn"}, {2, "odd"}}};
inline constexpr std::array<Choice, 5> kSystems{{
    {40, "3L-1n"}, {31, "3L"}, {12, "2L-1n"}, {11, "2L"}, {10, "1L-1n"},
}};
inline constexpr std::array<Choice, 4> kWattHours{{
    {10, "10"}, {100, "100"}, {1'000, "1000"}, {10'000, "10000"},
}};
inline constexpr std::array<Choice, 2> kUnitSystems{{{1, "1EEE"}, {0, "1EC"}}};
inline constexpr std::array<Choice, 2> kNoYes{{{0, "no"}, {1, "yE5"}}};

inline constexpr Annunciators kVoltsLL = lit(Annunciator::volt, Annunciator::line_line);
inline constexpr Annunciators kVoltsLN = lit(Annunciator::volt, Annunciator::line_neutral);
inline constexpr Annunciators kWattHour = lit(Annunciator::watt, Annunciator::hour);
inline constexpr Caption kVoltsInType10{"VLN", "V", kVoltsLN};

// Items of a screen follow each other, in walking order.
inline constexpr std::array<Item, 20> kItems{{
    {MenuScreen::ct,         ItemKind::setting, {"CT SZ", "CT SZ", lit(Annunciator::ampere)}, {4},
     field::get<&Config::ct_primary>, field::set<&Config::ct_primary>},

    {MenuScreen::com,        ItemKind::setting, {"ADDR",  "ADDR",  0}, {3},
     field::get_address, field::set_address},
    {MenuScreen::com,        ItemKind::setting, {"BAUD",  "BAUD",  0}, {0, 0, kBauds},
     field::get_baud, field::set_baud},
    {MenuScreen::com,        ItemKind::setting, {"PAR",   "PAR",   0}, {0, 0, kParities},
     field::get_parity, field::set_parity},

    {MenuScreen::sys,        ItemKind::setting, {"SYSTM", "SYSTM", 0}, {0, 0, kSystems},
     field::get<&Config::system_type>, field::set<&Config::system_type>},

    {MenuScreen::pt,         ItemKind::setting, {"RATIO", "RATIO", 0}, {5, 2},
     field::get<&Config::pt_ratio>, field::set<&Config::pt_ratio>},

    {MenuScreen::volts,      ItemKind::setting, {"VLL",   "U",     kVoltsLL}, {5},
     field::get<&Config::system_voltage>, field::set<&Config::system_voltage>, nullptr, {},
     &kVoltsInType10},

    {MenuScreen::power,      ItemKind::view,    {"MX KW", "MX KW", lit(Annunciator::watt)}, {},
     nullptr, nullptr, field::show_max_power},

    {MenuScreen::phase_loss, ItemKind::setting, {"VOLTS", "VOLTS", lit(Annunciator::percent)}, {2},
     field::get<&Config::phase_loss_threshold>, field::set<&Config::phase_loss_threshold>},
    {MenuScreen::phase_loss, ItemKind::setting, {"IMBAL", "IMBAL", lit(Annunciator::percent)}, {2},
     field::get<&Config::phase_loss_imbalance>, field::set<&Config::phase_loss_imbalance>},

    {MenuScreen::pulses,     ItemKind::setting, {"WH/P",  "WH/P",  kWattHour}, {0, 0, kWattHours},
     field::get<&Config::wh_per_pulse>, field::set<&Config::wh_per_pulse>},
    {MenuScreen::pulses,     ItemKind::view,    {"MS",    "MS",    0}, {},
     nullptr, nullptr, field::show_pulse_ms},

    {MenuScreen::demand,     ItemKind::setting, {"INTRV", "INTRV", 0}, {1},
     field::get<&Config::demand_subintervals>, field::set<&Config::demand_subintervals>},
    {MenuScreen::demand,     ItemKind::setting, {"SEC",   "SEC",   0}, {5},
     field::get<&Config::demand_seconds>, field::set<&Config::demand_seconds>},

    {MenuScreen::units,      ItemKind::setting, {"UNITS", "UNITS", 0}, {0, 0, kUnitSystems},
     field::get<&Config::display_units>, field::set<&Config::display_units>},

    {MenuScreen::passcodes,  ItemKind::setting, {"SETUP", "SETUP", 0}, {5},
     field::get<&Config::setup_passcode>, field::set<&Config::setup_passcode>},
    {MenuScreen::passcodes,  ItemKind::setting, {"RESET", "RESET", 0}, {5},
     field::get<&Config::reset_passcode>, field::set<&Config::reset_passcode>},

    {MenuScreen::reset,      ItemKind::order,   {"ENERG", "ENERG", 0}, {0, 0, kNoYes},
     nullptr, nullptr, nullptr, Command::clear_energies},
    {MenuScreen::reset,      ItemKind::order,   {"DEMND", "DEMND", 0}, {0, 0, kNoYes},
     nullptr, nullptr, nullptr, Command::restart_maxima},
    {MenuScreen::reset,      ItemKind::order,   {"PULSE", "PULSE", 0}, {0, 0, kNoYes},
     nullptr, nullptr, nullptr, Command::clear_pulse_counts},
}};
// clang-format on

inline constexpr Caption kPasscodeCaption{"PASWD", "PASWD", lit(Annunciator::lock)};
inline constexpr Entry kPasscodeEntry{5};
inline constexpr const char* kRefusedLabel = "ERR";
inline constexpr const char* kWrongPasscodeText = "Err";

}  // namespace meter
