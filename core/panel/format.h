// Numbers and words on the value cells (panel.md, Value format [DEC]).
//
// - Six digits, right-aligned, as many decimals as fit, never finer than the register's own
//   resolution, so that the glass shows what a master reads.
// - A prefixed quantity is shown in k, and in M when k does not hold it or when the register is
//   coarser than one k-unit. Without prefix: V, A, Hz, PF, counts.
// - Too large for six digits in its largest prefix: `OFL`, never a wrong number.
// - Measurements are rounded to the nearest, away from zero at the half, as the registers are;
//   accumulated values are truncated: a meter never shows more energy than it has counted.
#pragma once

#include <cstdint>

#include "core/panel/lcd.h"

namespace meter {

enum class Rounding : std::uint8_t { nearest, down };

// count * 10^exponent of the base unit. Needs exponent <= resolution, and resolution - exponent
// and 6 - exponent at most 18.
struct Number {
    std::int64_t count = 0;
    int exponent = 0;
    int resolution = 0;     // the register shows multiples of 10^resolution
    bool prefixed = false;  // shown in k or M, never bare
    Rounding rounding = Rounding::nearest;
};

// Writes value cells, points, sign, and the k or M annunciator. The glass is blank there before.
void show_number(const Number& number, Lcd& lcd);

// At least `width` digits (1..6), with leading zeros; above 999999 shows `OFL`.
void show_digits(std::uint32_t value, int width, Lcd& lcd);

// Right-aligned; at most six characters of font.h's seven-segment table.
void show_text(const char* text, Lcd& lcd);

// Left-aligned; at most five characters of font.h's 14-segment table.
void show_label(const char* text, Lcd& lcd);

inline constexpr const char* kInvalidText = "----";  // not valid in the system type [RQ]
inline constexpr const char* kOverflowText = "0FL";  // the 0 is the letter

}  // namespace meter
