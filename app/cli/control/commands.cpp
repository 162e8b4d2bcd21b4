#include "app/cli/control/commands.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "app/cli/control/on_owner.h"
#include "app/cli/interrupt.h"

namespace cli {
namespace {

std::string help_of(Commands&, const std::string&) {
    std::string text =
        "@ADDRESS before a command names a meter of the line; without it, the first.\n";
    for (const ConsoleCommand& command : console_commands())
        text += fmt::format("{:<34}{}\n", fmt::format("{} {}", command.name, command.arguments),
                            command.help);
    return text;
}

std::string quit(Commands&, const std::string&) {
    interrupt();
    return {};
}

}  // namespace

std::span<const ConsoleCommand> console_commands() {
    // clang-format off
    static constexpr std::array kCommands{
        ConsoleCommand{"status", "", "time, pace, line and contacts, a name and a value a line",
                       [](Commands& c, const std::string&) { return c.status(); }},
        ConsoleCommand{"lcd", "", "what is on the glass (core/panel/lcd.h)",
                       [](Commands& c, const std::string&) { return c.lcd(); }},
        ConsoleCommand{"keys", "KEY[*N] ...", "presses back, minus, plus, next; 0.2 s of simulated time each",
                       [](Commands& c, const std::string& a) { return c.keys(a); }},
        ConsoleCommand{"hold", "KEY DURATION", "holds a key down for so long in simulated time",
                       [](Commands& c, const std::string& a) { return c.hold(a); }},
        ConsoleCommand{"set", "KEY=VALUE,...", "changes the installation, keys of the event kind step",
                       [](Commands& c, const std::string& a) { return c.set(a); }},
        ConsoleCommand{"event", "kind=\"sag\",...", "begins an event now, keys of [[event]] without at",
                       [](Commands& c, const std::string& a) { return c.event(a); }},
        ConsoleCommand{"fault", "KIND[:KEY=VALUE,...]", "lets something go wrong on the line; tells its number",
                       [](Commands& c, const std::string& a) { return c.fault(a); }},
        ConsoleCommand{"faults", "", "active faults: number, fault, struck and seen exchanges",
                       [](Commands& c, const std::string&) { return c.faults(); }},
        ConsoleCommand{"unfault", "NUMBER|all", "ends a fault",
                       [](Commands& c, const std::string& a) { return c.unfault(a); }},
        ConsoleCommand{"speed", "TIMES|max", "times real time, 0.1 or more",
                       [](Commands& c, const std::string& a) { return c.speed(a); }},
        ConsoleCommand{"pause", "", "metering time stands still; the line goes on",
                       [](Commands& c, const std::string&) { return c.pause(); }},
        ConsoleCommand{"resume", "", "and goes on",
                       [](Commands& c, const std::string&) { return c.resume(); }},
        ConsoleCommand{"step", "[N] frame|cycle|window", "pauses and advances so far",
                       [](Commands& c, const std::string& a) { return c.step(a); }},
        ConsoleCommand{"run", "DURATION", "runs exactly so long in simulated time, pauses, answers then",
                       [](Commands& c, const std::string& a) { return c.run(a); }},
        ConsoleCommand{"look", "TIME [BRANCH]", "shows an earlier moment to lcd and status; the run pauses",
                       [](Commands& c, const std::string& a) { return c.look(a); }},
        ConsoleCommand{"now", "", "shows the run again",
                       [](Commands& c, const std::string&) { return c.now(); }},
        ConsoleCommand{"go-on", "", "goes on, paused, from the moment on show, as a new branch",
                       [](Commands& c, const std::string&) { return c.go_on(); }},
        ConsoleCommand{"branches", "", "what was gone on from: number, first and last second, name",
                       [](Commands& c, const std::string&) { return c.branches(); }},
        ConsoleCommand{"rename-branch", "BRANCH [NAME]", "names a branch, given by its number or name; without NAME takes it away",
                       [](Commands& c, const std::string& a) { return c.rename_branch(a); }},
        ConsoleCommand{"delete-branch", "BRANCH", "gives up what was run in it alone; not of the present one",
                       [](Commands& c, const std::string& a) { return c.delete_branch(a); }},
        ConsoleCommand{"save", "FILE", "writes the whole run as a workspace, *.metertwin",
                       [](Commands& c, const std::string& a) { return c.save(a); }},
        ConsoleCommand{"open", "KIND [WHERE]", "a port: pty [LINK], serial DEVICE, tcp, rtu-tcp, rfc2217 [HOST:]PORT",
                       [](Commands& c, const std::string& a) { return c.open(a); }},
        ConsoleCommand{"close", "ADDRESS", "closes a port, named as `open` told it",
                       [](Commands& c, const std::string& a) { return c.close(a); }},
        ConsoleCommand{"help", "", "this list", help_of},
        ConsoleCommand{"quit", "", "ends the run", quit},
    };
    // clang-format on
    return kCommands;
}

std::string Commands::execute(const Words& words) {
    const auto table = console_commands();
    const auto found = std::find_if(table.begin(), table.end(), [&](const ConsoleCommand& row) {
        return words.name == row.name;
    });
    if (found == table.end()) {
        std::vector<std::string_view> names;
        for (const ConsoleCommand& row : table) names.emplace_back(row.name);
        throw std::invalid_argument(fmt::format("there is no command \"{}\"; there are: {}",
                                                words.name, fmt::join(names, " ")));
    }
    const bool takes_some = *found->arguments != '\0';
    if (!takes_some && !words.rest.empty())
        throw std::invalid_argument(
            fmt::format("{} takes no arguments, not \"{}\"", words.name, words.rest));
    if (words.address) meter = meter_at(*words.address);
    return found->run(*this, words.rest);
}

std::size_t Commands::meter_at(int address) const {
    std::vector<int> addresses;
    for (std::size_t i = 0; i < console.runner_.meters(); ++i) {
        addresses.push_back(on_owner(
            console.runner_, i, console.closed_,
            [](const bench::Rig& rig) { return int{rig.meter().points().config.line.address}; }));
        if (addresses.back() == address) return i;
    }
    throw std::invalid_argument(
        fmt::format("no meter has address {}; there are: {}", address, fmt::join(addresses, " ")));
}

}  // namespace cli
