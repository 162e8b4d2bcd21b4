// metertwin-cli calibrate: see its --help.
#pragma once

#include "app/cli/command.h"

namespace cli {

Action prepare_calibrate(CLI::App& app);

}  // namespace cli
