// What a program's command line is made of, as plain data: the manual pages and the completion of
// shells are derived from the same definitions as --help, so that none of them can lag behind.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace cli {

struct OptionOutline {
    std::vector<std::string> names;    // as typed: "-h", "--help"; a positional has its plain name
    std::string value;                 // name of its value, "FILE"; empty: a flag
    std::vector<std::string> choices;  // the only values allowed; empty: any
    std::string text;
    bool positional = false;
    bool required = false;
    bool repeats = false;
};

struct CommandOutline {
    std::string name;  // "metertwin-cli run": as typed
    std::string summary;
    std::string notes;  // what --help says at its end
    std::vector<OptionOutline> options;
    std::vector<CommandOutline> commands;
};

CommandOutline outline(const CLI::App& app);

}  // namespace cli
