// What a register said, in the units of its row.
//
// Integers are descaled with the meter's own scale registers 138..141; a fixed scale is that of
// the row. Not valid (QNAN) is no value: the point does not exist in this system type.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/poll/selection.h"
#include "core/registers/codec.h"
#include "signals/scenario/words.h"

namespace polling {

struct Reading {
    const meter::RegisterRow* row = nullptr;
    meter::Words words{};        // as received; a 16-bit row uses the first
    bool read = false;           // false: the read failed, words mean nothing
    meter::Physical physical{};  // valid only when read and not QNAN

    [[nodiscard]] bool valid() const { return read && physical.valid; }
    [[nodiscard]] std::optional<double> value() const;
};

// 138..141, in this order: the exponents of I, V, W and E.
inline constexpr std::uint16_t kFirstScale = 138;
using ScaleWords = std::array<std::uint16_t, 4>;

// Throws Failure (no_match) when one is outside -4..4 (meter.md 3.4), naming register and value.
[[nodiscard]] meter::Derived scales_of(const ScaleWords& words);

// Whether any of the rows needs 138..141 to be understood.
[[nodiscard]] bool needs_scales(std::span<const meter::RegisterRow* const> rows);

// `words` holds row.count words.
[[nodiscard]] Reading reading_of(const meter::RegisterRow& row,
                                 std::span<const std::uint16_t> words,
                                 const meter::Derived& scales);

// "86.36", exact for integers with the digits that their scale has; floats with the seven digits
// they carry; "not valid" for QNAN, "-" for what could not be read, bitmaps in hexadecimal.
[[nodiscard]] std::string text_of(const Reading& reading, signals::Words words = signals::english);

// The unit of the value as it is shown; the table's "x0.01" is a scale and gone by then.
[[nodiscard]] std::string_view unit_of(const meter::RegisterRow& row);

// Words as in "0x43AC 0xB852".
[[nodiscard]] std::string raw_text(const Reading& reading);

// What to write for `value` in the row's shown units: 2.5 into pt_ratio is 250. Throws
// std::invalid_argument when the row cannot be written, or the value is no whole number of its
// steps or outside a register. The meter judges the rest.
[[nodiscard]] std::uint16_t word_for(const meter::RegisterRow& row, double value);

}  // namespace polling
