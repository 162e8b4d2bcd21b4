#include "app/cli/replay_command.h"

#include <fmt/core.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/analysis/analysis.h"
#include "app/analysis/batch_files.h"
#include "app/cli/answer_output.h"
#include "app/cli/batch_run.h"
#include "app/cli/checked_by.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/cli/quantities.h"
#include "app/cli/replay_options.h"
#include "app/cli/replay_report.h"
#include "app/cli/results.h"
#include "signals/replay/replay.h"

namespace cli {
namespace {

struct ReplayCommandOptions {
    std::vector<std::string> captures;
    ReplayArguments how;
    std::string duration;
    AnswerOutput output;
    BatchCommandOptions batch;
};

int replay_one(const ReplayCommandOptions& options) {
    const std::string& capture = options.captures.front();
    Progress progress{"preparing"};
    signals::ReplayOptions how = options.how.options();
    how.progress = [&](double share) { progress.show(share); };
    signals::Replay record(capture, how);
    progress.end();
    const std::int64_t frames = options.duration.empty()
                                    ? analysis::whole_replay_frames(record)
                                    : frames_in(parse_duration(options.duration));
    const auto start = std::chrono::steady_clock::now();
    const analysis::ReplayOutcome outcome = analysis::run_replay(record, frames, interrupted);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    if (outcome.interrupted) {
        fmt::print(stderr, "metertwin-cli: interrupted after {:.3f} s simulated\n",
                   outcome.simulated_seconds);
        return kInterrupted;
    }
    const Results results{outcome.points, outcome.truth, outcome.digest, outcome.simulated_seconds,
                          wall.count() > 0.0 ? outcome.simulated_seconds / wall.count() : 0.0};
    const analysis::Answer answer = analysis::answer_of(record, outcome, analysis::rows_of(record),
                                                        answer_options(options.output));
    const std::string head =
        record_text(record, outcome) + "At the end\n" + to_table(results) + "\n";
    fmt::print("{}", put(options.output, results, answer, head,
                         {{"record", record_json(record, outcome)}}));
    return kOk;
}

bool is_batch(const ReplayCommandOptions& options) {
    return !options.batch.report.empty() || options.captures.size() > 1 ||
           std::filesystem::is_directory(options.captures.front());
}

analysis::BatchOptions every_capture(const ReplayCommandOptions& options) {
    analysis::BatchOptions out;
    const ReplayArguments& a = options.how;
    out.replay = a.options();
    out.how = fmt::format(
        "map={} side={} scale={} hold={} resample={} rate={} from={} to={} loop={} "
        "no-map-file={}",
        a.map, a.side, a.scale, a.hold, a.resample, a.rate.value_or(0.0), a.from.value_or(0.0),
        a.to.value_or(-1.0), a.loop, a.no_map_file);
    if (!options.duration.empty()) out.seconds = parse_duration(options.duration);
    out.declared = options.output.declared;
    out.why = options.batch.why;
    out.pages = options.batch.pages;
    return out;
}

int replay(const ReplayCommandOptions& options) {
    catch_interrupts();
    try {
        if (is_batch(options))
            return run_batch(options.captures, every_capture(options), options.batch);
        return replay_one(options);
    } catch (const analysis::Cancelled&) {
        return without_results();
    }
}

}  // namespace

Action prepare_replay(CLI::App& app) {
    auto options = std::make_shared<ReplayCommandOptions>();
    app.add_option(
           "capture", options->captures,
           "COMTRADE record (its .cfg, its .dat, a .cff, or any without the extension), CSV or "
           "WAV. "
           "Several records or folders (with all below them) make a batch: see --report")
        ->required();
    add_replay_options(app, options->how);
    app.add_option("--for", options->duration,
                   "simulated time to run, the settling before the record included. Default: one "
                   "pass; passes of 10 s together with --loop; 60 s with --hold")
        ->check(checked_by([](const std::string& text) { parse_duration(text); }, "DURATION"));
    add_answer_options(app, options->output);
    add_batch_options(app, options->batch);
    return [options] { return replay(*options); };
}

}  // namespace cli
