// metertwin-cli replay: a meter on a recording.
//
// Exit 0 when the recording was played, 1 when it cannot be read or metered, 2 when the command
// line (a map by hand included) was not understood, 130 when a signal came first. A batch exits 0
// when every capture has its row, and one that cannot be played has a row that says so.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_replay(CLI::App& app);

}  // namespace cli
