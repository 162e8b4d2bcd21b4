// metertwin-cli map: the register table, as CSV (the columns of registers.csv), JSON or Markdown,
// and as ready configurations for other Modbus masters (map/export.h).
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_map(CLI::App& app);

}  // namespace cli
