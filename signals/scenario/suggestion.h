// "Did you mean ...?" as part of a sentence.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "signals/scenario/sentence.h"

namespace signals {

// ", did you mean 'x'?", or nothing (suggest.h).
[[nodiscard]] Sentence did_you_mean(std::string_view word, std::span<const std::string_view> known);
// "a, b, c"
[[nodiscard]] std::string list_of(std::span<const std::string_view> names);

}  // namespace signals
