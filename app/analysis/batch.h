// Thousands of captures: played in parallel, one row each, resumable, in shards that can be joined.
//
//   OUT/rows/HASH.json    one finished capture each, written whole or not at all
//   OUT/pages/HASH.html   its page, when pages are wanted
//   OUT/results.json      all rows in order of their names; OUT/results.csv, OUT/index.html from it
//
// The bytes of the three depend on captures and options only: not on the number of jobs, the order
// of work, whether it was resumed, or whether it was joined from shards.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/analysis/batch_row.h"

namespace analysis {

struct BatchPlan {
    std::vector<CaptureFile> captures;  // all of them, whatever the shard
    BatchOptions options;
    Shard shard;
    int jobs = 1;         // captures at a time
    bool resume = false;  // take over rows of OUT whose key fits
    std::string out;      // folder, made when it is not there
};

// Told from any job's thread, one at a time.
struct BatchProgress {
    std::size_t done = 0, of = 0;
    std::size_t taken_over = 0;  // of `done`, from an earlier run
    std::size_t failed = 0;      // of `done`, captures that could not be played
};

struct BatchWatch {
    std::function<void(const BatchProgress&)> progress;
    std::function<bool()> cancelled;  // asked often, from several threads
};

struct BatchOutcome {
    BatchProgress progress;
    bool cancelled = false;  // rows are kept, results are not written: go on with resume
};

// Throws std::runtime_error when OUT cannot be written, or when it holds rows already and resume is
// not asked for. A capture that cannot be played never throws.
BatchOutcome run_batch(const BatchPlan& plan, const BatchWatch& watch);

// Joins the results.json of shards (folders) to the same bytes as one run would have written.
// Throws std::runtime_error: not a result, other options, shards missing or twice.
BatchProgress merge_batches(const std::vector<std::string>& folders, const std::string& out);

}  // namespace analysis
