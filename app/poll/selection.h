// Which registers to poll, as people name them. Each word is one of
//
//   kw_total        a name of the register table
//   kw_*            every name that fits: * is any text, ? one character
//   257             a number, PLC style from 1 (the wire address is one less). Either half of a
//                   32-bit value means the value
//   1-52            every register in the range; holes in it do not matter
//   all integers config floats identity      the blocks of the table (meter.md 3)
//   settings scales energies demands         what they say, across the blocks
//
// and may be several of these with commas between them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/registers/table.h"
#include "signals/scenario/words.h"

namespace polling {

// Measured points exist twice, as integers (1..52) and as floats (257..346).
enum class Form : std::uint8_t { as_named, integer, floating };

using Rows = std::vector<const meter::RegisterRow*>;

// In the order of the words, each register once. With a form, points that have a twin of that form
// are replaced by it. Throws std::invalid_argument with the word and what is allowed, in the
// language of `words`.
[[nodiscard]] Rows select(std::span<const std::string> points, Form form = Form::as_named,
                          signals::Words words = signals::english);

// The same point in the other form; null for what exists once. The second copy of the total energy
// (259) is a twin of 1 as well, but 1 has 257.
[[nodiscard]] const meter::RegisterRow* twin_of(const meter::RegisterRow& row);

// The block of measured integers; everything else is configuration, a float or identity.
inline constexpr std::uint16_t kLastInteger = 52;

}  // namespace polling
