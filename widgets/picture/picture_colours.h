// The colours of every picture, for light and dark desktops.
//
// Phases have colours of the palette of Okabe and Ito, which colour-blind people can tell apart;
// each differs in brightness too, and no picture relies on colour alone: letters and dashes say
// the same.
#pragma once

#include <QColor>
#include <QPalette>
#include <QPen>
#include <array>

namespace widgets {

struct PictureColours {
    QColor ground;  // around the panes
    QColor pane;
    QColor grid;
    QColor zero;  // zero lines and axes
    QColor text;
    QColor faint;   // text of less weight
    QColor accent;  // selection, cursors
    QColor warning;
    std::array<QColor, 4> phase;  // A, B, C, N
};

// Dark when the palette's window is darker than its text.
[[nodiscard]] bool is_dark(const QPalette& palette);
[[nodiscard]] const PictureColours& picture_colours(const QPalette& palette);

// A pen for one phase: the dash tells it without its colour. 3 is the neutral.
[[nodiscard]] QPen phase_pen(const PictureColours& colours, int phase, double width);

// "A", "B", "C", "N".
[[nodiscard]] QChar phase_letter(int phase);

}  // namespace widgets
