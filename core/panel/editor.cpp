#include "core/panel/editor.h"

#include <cstddef>

#include "core/panel/format.h"

namespace meter {

namespace {

std::uint32_t weight_of(const Entry& entry, int digit) {
    std::uint32_t weight = 1;
    for (int i = digit + 1; i < entry.digits; ++i) weight *= 10;
    return weight;
}

// Blinking cells by position: the selected digit, or all that a choice lights.
std::uint8_t blinking_cells(const Entry& entry, int digit, const Lcd& lcd) {
    if (entry.choices.empty()) {
        return static_cast<std::uint8_t>(1U << (kValueCells - entry.digits + digit));
    }
    unsigned cells = 0;
    for (std::size_t i = 0; i < lcd.value.size(); ++i) cells |= (lcd.value[i] != 0 ? 1U : 0U) << i;
    return static_cast<std::uint8_t>(cells);
}

}  // namespace

void Editor::step_digit(const Entry& entry, int direction) {
    const std::uint32_t weight = weight_of(entry, digit_);
    const std::uint32_t old = value_ / weight % 10;
    const std::uint32_t digit = (old + (direction > 0 ? 1 : 9)) % 10;
    value_ = value_ - old * weight + digit * weight;
}

std::uint32_t Editor::neighbour(const Entry& entry, std::uint32_t value, int direction) {
    const std::size_t n = entry.choices.size();
    std::size_t at = 0;
    while (at + 1 < n && entry.choices[at].value != value) ++at;
    return entry.choices[(at + (direction > 0 ? 1 : n - 1)) % n].value;
}

bool Editor::next(const Entry& entry) {
    if (!entry.choices.empty() || digit_ + 1 >= entry.digits) return false;
    ++digit_;
    return true;
}

void Editor::draw(const Entry& entry, bool lit, Lcd& lcd) const {
    show_entry(entry, value_, lcd);
    lcd.blinking = blinking_cells(entry, digit_, lcd);
    if (lit) return;
    for (std::size_t i = 0; i < lcd.value.size(); ++i) {
        if (((lcd.blinking >> i) & 1) != 0) lcd.value[i] = 0;
    }
}

void show_entry(const Entry& entry, std::uint32_t value, Lcd& lcd) {
    if (entry.choices.empty()) {
        show_digits(value, entry.digits, lcd);
        if (entry.decimals > 0) {
            lcd.points = static_cast<std::uint8_t>(1U << (kValueCells - 1 - entry.decimals));
        }
        return;
    }
    for (const Choice& choice : entry.choices) {
        if (choice.value == value) show_text(choice.text, lcd);
    }
}

}  // namespace meter
