// metertwin-cli scenario check | explain | test | new | schema | reference
#pragma once

#include "app/cli/command.h"

namespace cli {

Action prepare_scenario(CLI::App& app);

}  // namespace cli
