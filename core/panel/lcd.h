// The glass: a segment bitmap with named segments, and its lossless text form (panel.md, Glass).
//
//   annunciators   A B C  wrench heart pulse lock
//   label          5 cells of 14 segments
//   value          sign, 6 cells of 7 segments, a decimal point after any cell
//   units          k M  W h  VA VAR  V A Hz PF  L-L L-N  MAX D
//
// A cell is a bit mask of its segments. The text form has four parts,
//
//     A.. heart|W    | 12.345|k W
//
// phases (a point for one that is off), a blank and the icons; the label; the value with `-` before
// it while the sign is lit; the units. A decimal point follows its cell, `*` stands after a cell
// that is being edited (before its point), and what no character can show is written in hex,
// `<0a>` or `<1a2b>`. In seven segments O is 0 and S is 5. Bits that no place on the glass belongs
// to are never set by the panel; they would follow as a fifth part, so that no bitmap is lost.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace meter {

inline constexpr int kLabelCells = 5;
inline constexpr int kValueCells = 6;

// Segments of a 14-segment cell, bit numbers:
//      --0--          top
//     |\ | /|         5 upper left, 8 diagonal, 9 upper middle, 10 diagonal, 1 upper right
//      -6- -7-        middle left, middle right
//     |/ | \|         4 lower left, 11 diagonal, 12 lower middle, 13 diagonal, 2 lower right
//      --3--          bottom
// Segments of a 7-segment cell, bit numbers: 0 a (top), 1 b, 2 c, 3 d (bottom), 4 e, 5 f, 6 g
// (middle).

enum class Annunciator : std::uint8_t {
    phase_a,
    phase_b,
    phase_c,
    wrench,
    heart,
    pulse,
    lock,
    kilo,
    mega,
    watt,
    hour,
    va,
    var,
    volt,
    ampere,
    hertz,
    pf,
    line_line,
    line_neutral,
    max,
    demand,
    percent,
    minus
};
inline constexpr int kAnnunciators = 23;

struct Lcd {
    std::array<std::uint16_t, kLabelCells> label{};
    std::array<std::uint8_t, kValueCells> value{};
    std::uint8_t points = 0;         // bit i: decimal point after value cell i
    std::uint32_t annunciators = 0;  // bit per Annunciator
    std::uint8_t blinking = 0;  // bit i: value cell i is being edited (already blanked when off)

    constexpr bool operator==(const Lcd&) const = default;
    [[nodiscard]] constexpr bool lit(Annunciator a) const {
        return ((annunciators >> static_cast<unsigned>(a)) & 1U) != 0;
    }
    constexpr void set(Annunciator a, bool on = true) {
        const std::uint32_t mask = std::uint32_t{1} << static_cast<unsigned>(a);
        annunciators = on ? annunciators | mask : annunciators & ~mask;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("label", label);
        visit("value", value);
        visit("points", points);
        visit("annunciators", annunciators);
        visit("blinking", blinking);
    }
};

// Longest text form, terminating zero included.
inline constexpr std::size_t kLcdTextSize = 160;

// Writes the text form, zero-terminated, and returns its length. `out` holds kLcdTextSize bytes.
std::size_t lcd_text(const Lcd& lcd, std::span<char, kLcdTextSize> out);

// The inverse: false when `text` is not a text form. lcd_parse(lcd_text(x)) == x for every x.
bool lcd_parse(std::span<const char> text, Lcd& out);

}  // namespace meter
