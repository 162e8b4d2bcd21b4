// The options of `run` that open ports, and what is told of them.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "app/bench/runner.h"

namespace cli {

struct PortOptions {
    std::string pty;
    std::string serial;
    std::string tcp;
    std::string rtu_tcp;
    std::string rfc2217;
    std::string idle;  // a duration, or empty
    std::size_t clients = ports::TcpLimits{}.clients;
    bool any_baud = false;

    [[nodiscard]] bool any() const;
};

void add_port_options(CLI::App& app, PortOptions& options);

// Opens what was asked for and prints a line for each: "listening on ADDRESS (WHAT)". With
// `pty_anyway` a pty is opened even if none was asked for. `lines` are those of the meters.
void open_ports(bench::Runner& runner, const PortOptions& options, bool pty_anyway,
                std::span<const meter::LineConfig> lines, std::FILE* out);

}  // namespace cli
