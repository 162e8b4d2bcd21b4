#include "app/cli/workspace_options.h"

#include <fmt/core.h>

#include <cstdio>
#include <stdexcept>
#include <utility>

#include "app/bench/workspace/workspace_file.h"
#include "app/cli/checked_by.h"
#include "app/cli/quantities.h"
#include "signals/scenario/scenario_file.h"
#include "signals/scenario/time_text.h"

namespace cli {

double parse_moment(const std::string& text) {
    const auto seconds = signals::seconds_from(text);
    if (!seconds || !(*seconds >= 0.0 && *seconds <= kLongestSeconds))
        throw std::invalid_argument(fmt::format(
            "time \"{}\" is not allowed; write 12.5, 12.5s, 200ms, 5m, 1.5h or 06:30:15", text));
    return *seconds;
}

bench::Moment moment_of(const WorkspaceOptions& options) {
    bench::Moment out;
    if (options.branch > 0) out.branch = options.branch;
    if (options.at.empty()) return out;
    const double seconds = parse_moment(options.at);
    out.frame = seconds == 0.0 ? 0 : frames_in(seconds);
    return out;
}

void add_moment_options(CLI::App& app, WorkspaceOptions& options) {
    app.add_option("--at", options.at,
                   "simulated time since power-up, 12.5, 5m, 01:30:00. Default: the newest moment")
        ->check(checked_by(parse_moment, "TIME"));
    app.add_option("--branch", options.branch,
                   "number of a branch, see `workspace info`. Default: the present one")
        ->check(CLI::Range(1, 1'000'000));
}

void add_workspace_options(CLI::App& app, WorkspaceOptions& options) {
    auto* open = app.add_option("--workspace", options.open,
                                "goes on with the run of a workspace (*.metertwin), with --at from "
                                "an earlier moment, as a new branch");
    for (const char* beginning :
         {"--scenario", "--bus", "--meter", "--seed", "--event", "--ideal", "--keys"})
        open->excludes(app.get_option(beginning));
    add_moment_options(app, options);
    app.get_option("--at")->needs(open);
    app.get_option("--branch")->needs(open);
    app.add_option("--save-workspace", options.save,
                   "writes the whole run at its end, every moment of it, to this file "
                   "(*.metertwin), which may be the one of --workspace");
}

WorkspaceRun::WorkspaceRun(const WorkspaceOptions& options) : save_(options.save) {
    if (options.open.empty()) return;
    base_ = bench::read_workspace(options.open);
    try {
        resumed_ = bench::resume(base_, moment_of(options), options.open);
    } catch (const std::out_of_range& error) {
        throw std::runtime_error(fmt::format("{}: {}", options.open, error.what()));
    }
    opened_ = true;
}

std::vector<std::unique_ptr<bench::Rig>> WorkspaceRun::take_rigs() {
    return std::move(resumed_.rigs);
}

std::vector<signals::BusMeter> WorkspaceRun::meters() const {
    if (base_.scenario.empty()) return {};
    signals::BusMeter meter;
    meter.scenario = signals::parse_scenario(base_.scenario, base_.scenario_name);
    return {meter};
}

void WorkspaceRun::begin(bench::Runner& runner, const std::vector<signals::BusMeter>& meters,
                         bool anyway) {
    base_.program = "MeterTwin " METERTWIN_VERSION;
    if (opened_) {
        runner.open(std::move(resumed_.history), resumed_.make_input, {});
        return;
    }
    if (meters.size() == 1) base_.scenario = signals::to_toml(meters.front().scenario);
    if (anyway || !save_.empty()) runner.keep_history();
}

bench::Workspace WorkspaceRun::workspace(bench::Tree history) const {
    bench::Workspace out = base_;
    out.history = std::move(history);
    return out;
}

void WorkspaceRun::finish(bench::Runner& runner) const {
    if (save_.empty()) return;
    runner.collect(
        [&](bench::Tree history) { bench::write_workspace(workspace(std::move(history)), save_); });
    fmt::print(stderr, "wrote {}\n", save_);
}

}  // namespace cli
