// metertwin-cli twin: reads a real meter's settings and present values, starts a virtual meter with
// the same, serves it, and shows both side by side.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_twin(CLI::App& app);

}  // namespace cli
