#include "app/cli/batch_run.h"

#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "app/analysis/batch.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"

namespace cli {
namespace {

using Clock = std::chrono::steady_clock;

analysis::BatchPlan plan_of(const std::vector<std::string>& captures,
                            const analysis::BatchOptions& every,
                            const BatchCommandOptions& options) {
    const bool mapped = every.replay.map.has_value();
    if (options.report.empty())
        throw std::runtime_error(captures.front() +
                                 ": a batch needs --report FOLDER for its results");
    analysis::BatchPlan plan;
    plan.captures = analysis::find_captures(captures, mapped);
    if (plan.captures.empty())
        throw std::runtime_error(fmt::format(
            "no captures (.cfg, .cff; .csv, .tsv, .wav with a map) in {}", captures.front()));
    plan.options = every;
    if (!options.shard.empty()) plan.shard = analysis::parse_shard(options.shard);
    plan.jobs = options.jobs;
    plan.resume = options.resume;
    plan.out = options.report;
    return plan;
}

void summarise(const analysis::BatchProgress& p, const std::string& out) {
    fmt::print("{} captures, {} not played", p.done, p.failed);
    if (p.taken_over > 0) fmt::print(", {} taken over from an earlier run", p.taken_over);
    fmt::print(": {}/results.json, results.csv, index.html\n", out);
}

struct MergeOptions {
    std::vector<std::string> shards;
    std::string report;
};

}  // namespace

void add_batch_options(CLI::App& app, BatchCommandOptions& options) {
    auto* report = app.add_option(
        "--report", options.report,
        "folder for the results of a batch: results.json, results.csv, index.html, and a row per "
        "capture. A capture that cannot be played is a row that says why");
    app.add_option("--jobs", options.jobs, "captures at a time; changes no byte of the results")
        ->check(CLI::Range(1, 256))
        ->capture_default_str()
        ->needs(report);
    app.add_flag("--resume", options.resume,
                 "go on with an interrupted batch: captures whose content and options have not "
                 "changed keep their rows")
        ->needs(report);
    app.add_option(
           "--shard", options.shard,
           "only part INDEX of COUNT of the captures (INDEX/COUNT, from 0), for the tasks of "
           "a cluster's array job; `merge` joins them")
        ->check(CLI::Validator(
            [](std::string& text) -> std::string {
                try {
                    analysis::parse_shard(text);
                    return {};
                } catch (const std::invalid_argument& error) {
                    return error.what();
                }
            },
            "INDEX/COUNT"))
        ->needs(report);
    app.add_flag("--why", options.why,
                 "in a batch: also why meter and recording differ (slower; a single capture is "
                 "always told)")
        ->needs(report);
    app.add_flag("--html-each", options.pages,
                 "in a batch: a page of tables and pictures for each capture, linked from "
                 "index.html (about 0.3 MB each)")
        ->needs(report);
}

int run_batch(const std::vector<std::string>& captures, const analysis::BatchOptions& every,
              const BatchCommandOptions& options) {
    const analysis::BatchPlan plan = plan_of(captures, every, options);
    ProgressLine line(::isatty(STDERR_FILENO) == 1);
    const auto start = Clock::now();
    const auto progress = [&](const analysis::BatchProgress& p) {
        fmt::print(stderr, "{}", line.text(p.done, p.of, p.failed, Clock::now() - start));
    };
    const analysis::BatchOutcome outcome = analysis::run_batch(plan, {progress, interrupted});
    if (outcome.cancelled) {
        fmt::print(stderr,
                   "metertwin-cli: interrupted after {} of {} captures; the same command with "
                   "--resume goes on\n",
                   outcome.progress.done, outcome.progress.of);
        return kInterrupted;
    }
    summarise(outcome.progress, plan.out);
    return kOk;
}

Action prepare_merge(CLI::App& app) {
    auto options = std::make_shared<MergeOptions>();
    app.add_option("shards", options->shards,
                   "report folders of all shards of one batch, in any order")
        ->required();
    app.add_option("--report", options->report,
                   "folder for the joined results: the same bytes as of a batch that was not split")
        ->required();
    return [options] {
        summarise(analysis::merge_batches(options->shards, options->report), options->report);
        return static_cast<int>(kOk);
    };
}

}  // namespace cli
