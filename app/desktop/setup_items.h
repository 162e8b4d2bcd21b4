// Which items of the panel's SETUP show a change of settings, found in the menu's own table.
#pragma once

#include <QStringList>

#include "core/registers/points.h"

namespace desktop {

// "S CT, CT SZ (SETUP)": screen of SETUP and item, of each item that shows something else in
// `after` than in `before`.
[[nodiscard]] QStringList setup_items_showing(const meter::Points& before,
                                              const meter::Points& after);

}  // namespace desktop
