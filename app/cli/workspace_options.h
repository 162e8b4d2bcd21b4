// The part of `run` that is about workspaces: where it begins, what it leaves.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/runner.h"
#include "app/bench/workspace/resume.h"
#include "app/bench/workspace/workspace.h"
#include "signals/scenario/bus_file.h"

namespace cli {

struct WorkspaceOptions {
    std::string open;  // FILE; empty: begins anew
    std::string at;    // time in it
    int branch = 0;    // its number; 0: the present one
    std::string save;  // FILE; empty: leaves nothing
};

// --at and --branch of a workspace's moment, shared with `workspace export`.
void add_moment_options(CLI::App& app, WorkspaceOptions& options);
// The same and --workspace, --save-workspace. What says how a run begins (--scenario, --bus, ...)
// has been added before: a workspace says that itself.
void add_workspace_options(CLI::App& app, WorkspaceOptions& options);

// Time as people write it, 0 or later; std::invalid_argument in words.
double parse_moment(const std::string& text);
bench::Moment moment_of(const WorkspaceOptions& options);

// A run's workspace, from its beginning to its end.
class WorkspaceRun {
 public:
    // Reads the file if one is to be opened. WorkspaceError and as bench::resume().
    explicit WorkspaceRun(const WorkspaceOptions& options);

    [[nodiscard]] bool opened() const { return opened_; }
    // Whether the first meter has a recording on its terminals.
    [[nodiscard]] bool plays_recording() const { return opened_ && base_.capture.has_value(); }
    [[nodiscard]] std::vector<std::unique_ptr<bench::Rig>> take_rigs();
    // The scenarios that a workspace began with: their faults are the line's.
    [[nodiscard]] std::vector<signals::BusMeter> meters() const;
    // Before the runner is started: it keeps a history from now on when that is asked for, by
    // --save-workspace or by `anyway`. `meters` are what it begins with.
    void begin(bench::Runner& runner, const std::vector<signals::BusMeter>& meters, bool anyway);
    // What `save` of a console and the end of a run write; the runner gives the history.
    [[nodiscard]] bench::Workspace workspace(bench::Tree history) const;
    // At the end, the runner has stopped: writes what --save-workspace asks for.
    void finish(bench::Runner& runner) const;

 private:
    std::string save_;
    bool opened_ = false;
    bench::Workspace base_;
    bench::Resumed resumed_;
};

}  // namespace cli
