// The colours of phases A, B, C on dark ground, the same in every picture.
//
// From the palette of Okabe and Ito, which colour-blind people can tell apart; each colour differs
// in brightness too, and no picture relies on colour alone.
#pragma once

#include <QColor>
#include <array>

namespace widgets {

inline constexpr std::array<QColor, 3> kPhaseColours{
    QColor{0xff, 0xb4, 0x1f},  // orange
    QColor{0x56, 0xb4, 0xe9},  // sky blue
    QColor{0xf0, 0xf0, 0xe8},  // near white
};

}  // namespace widgets
