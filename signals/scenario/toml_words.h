// What toml++ says of a text that is no TOML, recognized piece by piece so that it can be said in
// other languages too.
#pragma once

#include <string>
#include <vector>

#include "signals/scenario/sentence.h"

namespace signals {

// In English it is `description`, byte by byte; what is not recognized stays so everywhere.
[[nodiscard]] Sentence syntax_error(const std::string& description);

// Everything that is recognized, for translators. Context "Toml".
inline constexpr const char* kTomlContext = "Toml";
[[nodiscard]] std::vector<const char*> toml_texts();

}  // namespace signals
