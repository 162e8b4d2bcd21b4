#include "core/panel/format.h"

#include <algorithm>

#include "core/panel/font.h"

namespace meter {

namespace {

constexpr std::uint64_t kLargest = 999'999;  // six cells

constexpr std::uint64_t power_of_ten(int n) {
    std::uint64_t power = 1;
    for (int i = 0; i < n; ++i) power *= 10;
    return power;
}

constexpr std::uint64_t divide(std::uint64_t value, std::uint64_t by, Rounding rounding) {
    const std::uint64_t whole = value / by;
    const bool up = rounding == Rounding::nearest && value % by >= by - value % by;
    return up ? whole + 1 : whole;
}

// |number| in units of 10^unit.
constexpr std::uint64_t in_units(const Number& number, int unit) {
    const std::uint64_t magnitude = number.count < 0 ? ~static_cast<std::uint64_t>(number.count) + 1
                                                     : static_cast<std::uint64_t>(number.count);
    return divide(magnitude, power_of_ten(unit - number.exponent), number.rounding);
}

struct Digits {
    std::uint64_t value = 0;  // as shown, without the point
    int decimals = 0;
    bool fits = false;
};

// The number in the unit 10^prefix.
constexpr Digits fit(const Number& number, int prefix) {
    if (number.resolution > prefix) {
        const std::uint64_t steps = in_units(number, number.resolution);
        const std::uint64_t step = power_of_ten(number.resolution - prefix);
        if (steps > kLargest / step) return {};
        return {steps * step, 0, true};
    }
    for (int decimals = std::min(prefix - number.resolution, kValueCells - 1); decimals >= 0;
         --decimals) {
        const std::uint64_t value = in_units(number, prefix - decimals);
        if (value <= kLargest) return {value, decimals, true};
    }
    return {};
}

void put_digits(const Digits& digits, int least, Lcd& lcd) {
    std::uint64_t rest = digits.value;
    for (int i = 0; i < kValueCells && (i < least || rest != 0); ++i, rest /= 10) {
        const char digit = static_cast<char>('0' + rest % 10);
        lcd.value[static_cast<std::size_t>(kValueCells - 1 - i)] = segments_of(kGlyphs7, digit);
    }
    if (digits.decimals > 0) {
        lcd.points = static_cast<std::uint8_t>(1U << (kValueCells - 1 - digits.decimals));
    }
}

template <class Cells, class Glyphs>
void put_text(const char* text, std::size_t first, const Glyphs& glyphs, Cells& cells) {
    for (std::size_t i = first; i < cells.size() && *text != 0; ++i) {
        cells[i] = segments_of(glyphs, *text++);
    }
}

std::size_t length_of(const char* text) {
    std::size_t n = 0;
    while (n < kValueCells && text[n] != 0) ++n;
    return n;
}

}  // namespace

void show_number(const Number& number, Lcd& lcd) {
    constexpr int kKilo = 3;
    constexpr int kMega = 6;
    int prefix = number.prefixed ? kKilo : 0;
    Digits digits = fit(number, prefix);
    if (number.prefixed && (!digits.fits || number.resolution > kKilo)) {
        prefix = kMega;
        digits = fit(number, prefix);
    }
    if (number.prefixed) lcd.set(prefix == kKilo ? Annunciator::kilo : Annunciator::mega);
    if (!digits.fits) {
        show_text(kOverflowText, lcd);
        return;
    }
    put_digits(digits, digits.decimals + 1, lcd);
    lcd.set(Annunciator::minus, number.count < 0 && digits.value != 0);
}

void show_digits(std::uint32_t value, int width, Lcd& lcd) {
    if (value > kLargest) {
        show_text(kOverflowText, lcd);
        return;
    }
    put_digits({value, 0, true}, width, lcd);
}

void show_text(const char* text, Lcd& lcd) {
    put_text(text, lcd.value.size() - length_of(text), kGlyphs7, lcd.value);
}

void show_label(const char* text, Lcd& lcd) { put_text(text, 0, kGlyphs14, lcd.label); }

}  // namespace meter
