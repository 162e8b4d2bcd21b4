// metertwin-cli run: a meter on a synthesized installation.
//
// With --for it ends by itself and prints readings, truth, errors, digest and speed; without it
// it runs until interrupted. The speed is 1, or as fast as it goes when --for is given and no
// port was asked for: nobody waits for the meter then.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_run(CLI::App& app);

}  // namespace cli
