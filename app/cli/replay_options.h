// The options that say how a recording is to be played, for every command that plays one.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "signals/replay/options.h"

namespace cli {

struct ReplayArguments {
    std::string map;
    std::string side;
    std::string scale;
    std::string hold;
    std::string resample;
    std::optional<double> rate;
    std::optional<double> from;
    std::optional<double> to;
    bool loop = false;
    bool no_map_file = false;

    [[nodiscard]] signals::ReplayOptions options() const;
};

// --map --side --scale --record-rate --from --to --hold --loop --resample --no-map-file
void add_replay_options(CLI::App& app, ReplayArguments& arguments);

}  // namespace cli
