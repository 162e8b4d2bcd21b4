// Keys of the panel as a script writes them: "minus next next plus".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/bench/rig.h"
#include "core/panel/key.h"

namespace cli {

// A press is so long, and so is the pause behind it.
inline constexpr double kKeySeconds = 0.1;

// Words back, minus, plus, next with blanks between them; `plus*3` is three presses (1..99).
// Throws std::invalid_argument that names the word.
std::vector<meter::Key> parse_keys(const std::string& text);

// Presses them one after the other, 0.1 s down and 0.1 s up, after the panel's power-up: moves
// the rig by 3.5 s and 0.2 s a key.
void press(bench::Rig& rig, std::span<const meter::Key> keys);

}  // namespace cli
