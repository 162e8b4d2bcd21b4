#include <array>

#include "app/cli/batch_run.h"
#include "app/cli/calibrate_command.h"
#include "app/cli/capture_command.h"
#include "app/cli/command.h"
#include "app/cli/control_command.h"
#include "app/cli/log_command.h"
#include "app/cli/manual_command.h"
#include "app/cli/map_command.h"
#include "app/cli/poll_command.h"
#include "app/cli/record_command.h"
#include "app/cli/replay_command.h"
#include "app/cli/run_command.h"
#include "app/cli/scenario_command.h"
#include "app/cli/twin_command.h"
#include "app/cli/typetest_command.h"
#include "app/cli/workspace_command.h"

namespace cli {

std::span<const Command> commands() {
    // clang-format off
    static constexpr std::array kCommands{
        Command{"run",    "run a meter on a synthesized installation",   prepare_run},
        Command{"replay", "run a meter on recordings (COMTRADE, CSV, WAV)", prepare_replay},
        Command{"capture", "look into a recording",                      prepare_capture},
        Command{"record", "write a recording (COMTRADE, CSV, WAV)",      prepare_record},
        Command{"merge",  "join the shards of a batch of recordings",    prepare_merge},
        Command{"typetest",  "test the accuracy of a simulated meter",   prepare_typetest},
        Command{"calibrate", "calibrate a meter and print what was found", prepare_calibrate},
        Command{"control", "tell a running meter what to do",            prepare_control},
        Command{"log",    "tell what is in a line log or a Modbus/TCP capture", prepare_log},
        Command{"poll",   "read a meter, real or simulated, over Modbus", prepare_poll},
        Command{"twin",   "start a virtual meter like a real one, compare", prepare_twin},
        Command{"map",    "print the register table, or a client's configuration", prepare_map},
        Command{"scenario", "check, explain, test or begin a scenario file", prepare_scenario},
        Command{"workspace", "look into a saved run",                    prepare_workspace},
        Command{"man",    "print a manual page",                         prepare_man},
        Command{"completion", "print a shell's completion script",       prepare_completion},
    };
    // clang-format on
    return kCommands;
}

}  // namespace cli
