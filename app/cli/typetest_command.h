// metertwin-cli typetest: see its --help.
#pragma once

#include "app/cli/command.h"

namespace cli {

Action prepare_typetest(CLI::App& app);

}  // namespace cli
