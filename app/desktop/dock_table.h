// THE table of docks: one row per dock of the window. Menus, shortcuts, layouts and tests are made
// from it; a new dock is a new row.
#pragma once

#include <cstdint>
#include <span>

#include "app/desktop/pane.h"

namespace desktop {

enum class Place : std::uint8_t { left, upper, lower_left, lower_right };

struct DockRow {
    const char* name;   // object name of the dock, for ever: layouts are remembered by it
    const char* title;  // translated when shown
    const char* tip;
    const char* keys;  // shows and focuses the dock
    Place place;       // where it is when no layout says otherwise
    int period;        // ms between two views; changes of the installation come at once
    Pane* (*make)(const Bench& bench, QWidget* parent);
};

[[nodiscard]] std::span<const DockRow> dock_table();

}  // namespace desktop
