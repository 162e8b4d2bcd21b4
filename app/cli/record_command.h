// metertwin-cli record: writes what a meter gets, or makes of it, as a capture.
//
// Exit 0 when the file is written, 1 when it, the scenario or the recording said no, 2 when the
// command line was not understood, 130 when a signal came first.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_record(CLI::App& app);

}  // namespace cli
