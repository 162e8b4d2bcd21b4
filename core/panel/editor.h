// A value being edited: digits or a choice, one cell or all of them blinking.
//
//   digits   `-` and `+` change the selected digit, 9 and 0 are neighbours (inferred);
//            next() goes to the digit at its right
//   choice   `-` and `+` take the previous and next choice on offer, wrapping (inferred)
//
// Knows nothing of settings: what may be accepted is menu.h's business.
#pragma once

#include <cstdint>
#include <span>

#include "core/panel/lcd.h"

namespace meter {

struct Choice {
    std::uint32_t value;
    const char* text;  // of font.h's seven-segment table
};

// How a value is entered: `digits` 1..6 with leading zeros, the last `decimals` of them behind a
// point; or, when there are choices, one of those.
struct Entry {
    int digits = 0;
    int decimals = 0;
    std::span<const Choice> choices{};
};

class Editor {
 public:
    // Starts at the first digit of `value`.
    void open(std::uint32_t value) {
        value_ = value;
        digit_ = 0;
    }
    [[nodiscard]] std::uint32_t value() const { return value_; }

    // One step of `+` (+1) or `-` (-1). `offers` tells which choices can be taken; with none
    // but the present one nothing changes.
    template <class Offers>
    void step(const Entry& entry, int direction, const Offers& offers) {
        if (entry.choices.empty()) {
            step_digit(entry, direction);
            return;
        }
        std::uint32_t value = value_;
        for (std::size_t i = 0; i < entry.choices.size(); ++i) {
            value = neighbour(entry, value, direction);
            if (!offers(value)) continue;
            value_ = value;
            return;
        }
    }

    // To the next digit; false on the last one, and for a choice: the value is complete.
    bool next(const Entry& entry);

    // Value cells, point and blinking cells. While not `lit` the blinking cells are blank.
    void draw(const Entry& entry, bool lit, Lcd& lcd) const;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("value", value_);
        visit("digit", digit_);
    }

 private:
    void step_digit(const Entry& entry, int direction);
    static std::uint32_t neighbour(const Entry& entry, std::uint32_t value, int direction);

    std::uint32_t value_ = 0;
    std::uint8_t digit_ = 0;  // from the left
};

// The value at rest: nothing blinks.
void show_entry(const Entry& entry, std::uint32_t value, Lcd& lcd);

}  // namespace meter
