// metertwin-cli man and completion: the program's own manual pages and shell completion, made from
// the definitions that --help is made from.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_man(CLI::App& app);
Action prepare_completion(CLI::App& app);

}  // namespace cli
