// metertwin-cli: everything that the window can do, for scripts and machines without a display.
#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>

#include "app/cli/command.h"

namespace {

constexpr const char* kDescription =
    "MeterTwin: a cycle-level twin of a three-phase Modbus power and energy meter.";
constexpr const char* kExitCodes =
    "Exit codes: 0 success, 1 a file, port, meter or scenario failed, 2 the command line was not\n"
    "understood, 130 interrupted before the end.";

int fail(int code, const std::string& what) {
    std::string line = what;
    for (char& c : line) c = c == '\n' ? ' ' : c;
    fmt::print(stderr, "metertwin-cli: {}\n", line);
    return code;
}

int run(int argc, char** argv) {
    CLI::App app(kDescription, "metertwin-cli");
    app.footer(kExitCodes);
    app.set_version_flag("--version", "metertwin-cli " METERTWIN_VERSION);
    app.require_subcommand(0, 1);  // `control SOCKET run 10s` has one command, not two
    cli::Action chosen;
    for (const cli::Command& command : cli::commands()) {
        CLI::App* sub = app.add_subcommand(command.name, command.summary);
        sub->footer(kExitCodes);
        sub->callback([&chosen, action = command.prepare(*sub)] { chosen = action; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        return fail(cli::kUsage, std::string(error.what()) + " (see --help)");
    }
    if (!chosen) return fail(cli::kUsage, "a command is needed (see --help)");
    const int code = chosen();
    if (std::fflush(stdout) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot write to standard output");
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        return fail(cli::kFailure, error.what());
    }
}
