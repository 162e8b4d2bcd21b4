// Reads a whole file. Private to scenario/.
#pragma once

#include <cstddef>
#include <string>

namespace signals {

inline constexpr std::size_t kMostScenarioBytes = 4U << 20;
inline constexpr std::size_t kMostProfileBytes = 64U << 20;

// Throws ScenarioError, "path: what", when it cannot be read or is longer than `most`.
std::string read_text(const std::string& path, std::size_t most);

}  // namespace signals
