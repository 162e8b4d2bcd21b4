// metertwin-cli poll: a Modbus master for this meter, real or simulated.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_poll(CLI::App& app);

}  // namespace cli
