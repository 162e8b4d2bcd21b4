// What a command of metertwin-cli is: a row of the table in commands.cpp.
//
// A command prints results on stdout and nothing else there, so that a pipe gets clean data;
// notes and progress go to stderr. What goes wrong is thrown as std::exception with one line of
// text, which main() prints.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>

namespace cli {

// Exit codes, told by --help.
enum Exit : int {
    kOk = 0,
    kFailure = 1,       // a file, a port, a scenario: the world said no
    kUsage = 2,         // the command line was not understood
    kInterrupted = 130  // stopped by a signal before a --for run was over
};

// Runs a command whose options have been parsed; returns an exit code.
using Action = std::function<int()>;

struct Command {
    const char* name;
    const char* summary;
    Action (*prepare)(CLI::App& app);  // adds the options; the action holds what they fill
};

std::span<const Command> commands();

}  // namespace cli
