// metertwin-cli log: reads a line log, or a network capture of Modbus/TCP, and tells what is in it.
#pragma once

#include "app/cli/command.h"

namespace cli {

Action prepare_log(CLI::App& app);

}  // namespace cli
