// Options of every command that talks to a meter as its master: URL, time-out, retries, function.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/poll/link.h"

namespace cli {

struct LinkOptions {
    std::string url;
    std::string timeout = "1s";
    int retries = 2;
    int function = 3;
};

// `options` outlives the parsing of `app`'s command line.
void add_link_options(CLI::App& app, LinkOptions& options);

// The options have been checked.
polling::LinkSettings link_settings(const LinkOptions& options);

}  // namespace cli
