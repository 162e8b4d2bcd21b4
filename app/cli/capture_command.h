// metertwin-cli capture: looks into a recording without playing it.
//
//   capture info FILE          header, channels, rates, stamps, warnings, rms of every channel
//   capture info FILE --map …  the channels that would stand at the terminals, and why; --save
//   keeps
//                              them beside the file
//
// Exit 0 when the file was read, 1 when it cannot be, 2 when the command line was not understood,
// 130 when a signal came first.
#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/command.h"

namespace cli {

Action prepare_capture(CLI::App& app);

}  // namespace cli
