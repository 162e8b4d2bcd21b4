// THE table of screens: what the panel can show and where (panel.md, Screens).
//
//        row ─► │ totals │ power │ demand │ V I Hz │ A │ B │ C │ ALERT │ INFO │ RESET │ SETUP │
//     detail ↓ (→ on the keys)
//
// A row is a list of screens; a screen is one row of kScreens in screens.cpp: labels (IEEE and IEC
// by register 137), annunciators, where its value comes from, in which system types it exists.
// Correcting a screen from a real manual is a change of one row.
//
// Screens are pure functions of Points.
#pragma once

#include <cstdint>

#include "core/panel/lcd.h"
#include "core/registers/points.h"

namespace meter {

enum class Row : std::uint8_t {
    totals,
    power,
    demand,
    volts_amps,
    phase_a,
    phase_b,
    phase_c,
    alert,
    info,
    reset,
    setup
};
inline constexpr int kRows = 11;

struct Cursor {
    Row row = Row::totals;
    std::uint8_t detail = 0;  // 0 is the row's first screen

    constexpr bool operator==(const Cursor&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("row", row);
        visit("detail", detail);
    }
};

// Screens in a row, at least 1. Fixed, except ALERT: its heading and one screen per active alert.
[[nodiscard]] int screens_in(Row row, const Points& points);

// The screen at a cursor, without heart, wrench and pulse. A detail beyond the row's last screen
// (an alert has cleared) shows the last.
[[nodiscard]] Lcd draw_screen(Cursor cursor, const Points& points);

// The screen after the lamp test: version of the operating system.
[[nodiscard]] Lcd draw_version(const Points& points);

}  // namespace meter
