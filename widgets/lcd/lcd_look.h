// How the glass looks: what a person can set about it. The meter does not know.
#pragma once

#include <QColor>

namespace widgets {

struct LcdLook {
    enum Contrast { low, normal, high };

    bool backlight = true;  // off: the glass as in a dark cabinet, still readable
    bool ghosts = true;     // unlit segments shine through, as on a real glass
    Contrast contrast = normal;

    bool operator==(const LcdLook&) const = default;
};

struct LcdColours {
    QColor centre, edge;  // of the glass
    QColor lit, ghost;
};

// Lit segments stand out from the glass by 4.5 : 1 at least, ghosts by less than 1.5 : 1.
[[nodiscard]] LcdColours lcd_colours(const LcdLook& look);

}  // namespace widgets
