// `metertwin-cli control SOCKET [COMMAND...]`: commands to a meter that `run --control SOCKET`
// runs.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_control(CLI::App& app);

}  // namespace cli
