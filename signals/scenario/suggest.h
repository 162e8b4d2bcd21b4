// "Did you mean ...?"
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace signals {

// Fewest single characters to insert, delete, replace or exchange with a neighbour.
int edit_distance(std::string_view a, std::string_view b);

// The nearest of `known` when it is at most 2 edits and less than half of the word away.
std::optional<std::string_view> suggest(std::string_view word,
                                        std::span<const std::string_view> known);

}  // namespace signals
