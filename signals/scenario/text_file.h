// Reading the text files of this folder.
#pragma once

#include <string>

namespace signals {

// The whole file. Throws ScenarioError naming it and what the system says.
std::string read_text(const std::string& path);

}  // namespace signals
