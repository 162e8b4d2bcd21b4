#include "app/cli/replay_command.h"

#include <fmt/core.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/cli/quantities.h"
#include "app/cli/replay_options.h"
#include "app/cli/replay_report.h"
#include "app/cli/replay_run.h"
#include "app/cli/results.h"
#include "signals/replay/replay.h"

namespace cli {
namespace {

struct ReplayCommandOptions {
    std::string capture;
    ReplayArguments how;
    std::string duration;
    bool json = false;
};

int replay(const ReplayCommandOptions& options) {
    catch_interrupts();
    Progress progress{"preparing"};
    signals::ReplayOptions how = options.how.options();
    how.progress = [&](double share) { progress.show(share); };
    signals::Replay record(options.capture, how);
    progress.end();
    const std::int64_t frames = options.duration.empty()
                                    ? whole_replay_frames(record)
                                    : frames_in(parse_duration(options.duration));
    const ReplayOutcome outcome = run_replay(record, frames);
    if (outcome.interrupted) {
        fmt::print(stderr, "metertwin-cli: interrupted after {:.3f} s simulated\n",
                   outcome.results.simulated_seconds);
        return kInterrupted;
    }
    if (options.json) {
        nlohmann::ordered_json out = to_json(outcome.results);
        out["record"] = record_json(record, outcome);
        fmt::print("{}\n", out.dump(2));
    } else {
        fmt::print("{}At the end\n{}", record_text(record, outcome), to_table(outcome.results));
    }
    return kOk;
}

template <class Parse>
CLI::Validator checked_by(Parse parse, const char* name) {
    return {[parse](std::string& text) -> std::string {
                try {
                    parse(text);
                    return {};
                } catch (const std::exception& error) {
                    return error.what();
                }
            },
            name};
}

}  // namespace

Action prepare_replay(CLI::App& app) {
    auto options = std::make_shared<ReplayCommandOptions>();
    app.add_option("capture", options->capture,
                   "COMTRADE record (its .cfg, its .dat, a .cff, or any without the extension), "
                   "CSV or WAV")
        ->required();
    add_replay_options(app, options->how);
    app.add_option("--for", options->duration,
                   "simulated time to run, the settling before the record included. Default: one "
                   "pass; passes of 10 s together with --loop; 60 s with --hold")
        ->check(checked_by([](const std::string& text) { parse_duration(text); }, "DURATION"));
    app.add_flag("--json", options->json, "results as JSON");
    return [options] { return replay(*options); };
}

}  // namespace cli
