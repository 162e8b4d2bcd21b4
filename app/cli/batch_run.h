// Batches on the command line: `replay` over many captures, `merge` of their shards.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/analysis/batch_row.h"
#include "app/cli/command.h"

namespace cli {

struct BatchCommandOptions {
    std::string report;
    std::string shard;
    int jobs = 1;
    bool resume = false;
    bool why = false;
    bool pages = false;
};

// Adds --report, --jobs, --resume, --shard, --why.
void add_batch_options(CLI::App& app, BatchCommandOptions& options);

// Progress goes to stderr, a summary to stdout. Returns an exit code.
int run_batch(const std::vector<std::string>& captures, const analysis::BatchOptions& every,
              const BatchCommandOptions& options);

Action prepare_merge(CLI::App& app);

}  // namespace cli
