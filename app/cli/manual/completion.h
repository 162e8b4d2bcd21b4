// Completion scripts of the common shells: commands, options, their choices, else file names.
#pragma once

#include <string>

#include "app/cli/manual/outline.h"

namespace cli {

std::string bash_completion(const CommandOutline& program);
std::string zsh_completion(const CommandOutline& program);
std::string fish_completion(const CommandOutline& program);

}  // namespace cli
