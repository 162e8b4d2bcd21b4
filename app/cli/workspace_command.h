// metertwin-cli workspace info|export: looks into a workspace file.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_workspace(CLI::App& app);

}  // namespace cli
