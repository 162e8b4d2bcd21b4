// Default arrangements of the docks, one per group of users.
#pragma once

#include <QMainWindow>
#include <span>
#include <vector>

#include "app/desktop/dock_table.h"

namespace desktop {

// A dock in a layout. Docks of the same place are tabs of each other, the first one on top. What
// a layout does not name is hidden at the place its own row says.
struct Placed {
    const char* dock;
    Place place;
};

struct Layout {
    const char* name;
    const char* title;  // translated when shown
    const char* tip;
    const char* keys;
    std::vector<Placed> docks;
    int left_width;    // share of the width of docks at the left, %
    int upper_height;  // share of the height of the upper docks, %
};

[[nodiscard]] std::span<const Layout> layouts();

// Arranges every dock of dock_table() in `window`, which holds them already.
void arrange(QMainWindow& window, const Layout& layout);

}  // namespace desktop
