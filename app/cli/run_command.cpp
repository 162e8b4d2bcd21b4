#include "app/cli/run_command.h"

#include <cstdio>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/bench/runner.h"
#include "app/cli/answer_output.h"
#include "app/cli/bus_options.h"
#include "app/cli/checked_by.h"
#include "app/cli/control/control_server.h"
#include "app/cli/interrupt.h"
#include "app/cli/keys.h"
#include "app/cli/line_options.h"
#include "app/cli/port_options.h"
#include "app/cli/quantities.h"
#include "app/cli/run_report.h"
#include "app/cli/session.h"
#include "app/cli/workspace_options.h"
#include "signals/source.h"

namespace cli {
namespace {

struct RunOptions {
    BusOptions bus;
    PortOptions ports;
    std::string duration;
    std::string speed;
    std::string keys;
    AnswerOutput output;
    LineOptions line;
    std::string control;
    WorkspaceOptions workspace;
};

Session session_of(const RunOptions& options) {
    Session session;
    if (!options.duration.empty()) session.seconds = parse_duration(options.duration);
    if (!options.speed.empty())
        session.speed = parse_speed(options.speed);
    else if (session.seconds && !options.ports.any())
        session.speed = std::numeric_limits<double>::infinity();
    return session;
}

std::vector<meter::LineConfig> lines_of(const std::vector<std::unique_ptr<bench::Rig>>& rigs) {
    std::vector<meter::LineConfig> lines;
    for (const auto& rig : rigs) lines.push_back(rig->meter().points().config.line);
    return lines;
}

// Those of a scenario are its own meter's, unless they name another.
std::vector<signals::Fault> faults_of(const std::vector<signals::BusMeter>& meters) {
    std::vector<signals::Fault> faults;
    for (const signals::BusMeter& meter : meters) {
        for (signals::Fault fault : meter.scenario.faults) {
            if (meters.size() > 1 && fault.address == 0) fault.address = meter.address;
            faults.push_back(std::move(fault));
        }
    }
    return faults;
}

std::unique_ptr<ControlServer> serve_control(bench::Runner& runner, Console& console,
                                             const std::string& path, const LineWatch& watch) {
    if (path.empty()) return nullptr;
    runner.set_answer_filter(watch.faults());
    return std::make_unique<ControlServer>(console, path);
}

int run(const RunOptions& options) {
    catch_interrupts();
    Session session = session_of(options);
    WorkspaceRun workspace(options.workspace);
    const std::vector<signals::BusMeter> meters =
        workspace.opened() ? workspace.meters() : meters_of(options.bus);
    std::vector<std::unique_ptr<bench::Rig>> rigs =
        workspace.opened() ? workspace.take_rigs() : rigs_of(meters);
    for (const auto& rig : rigs) press(*rig, parse_keys(options.keys));
    if (session.seconds) *session.seconds += signals::seconds_of(rigs.front()->frame());
    const std::vector<meter::LineConfig> lines = lines_of(rigs);
    const RunReport report(meters, rigs,
                           {.edited = workspace.opened(), .recorded = workspace.plays_recording()});
    std::vector<const bench::Rig*> watched;
    for (const auto& rig : rigs) watched.push_back(rig.get());
    bench::Runner runner(std::move(rigs));
    workspace.begin(runner, meters, !options.control.empty());
    LineWatch watch(options.line, faults_of(meters), runner, watched);
    Console console(runner, watch.faults());
    console.save_as([&](bench::Tree tree) { return workspace.workspace(std::move(tree)); });
    const auto control = serve_control(runner, console, options.control, watch);
    open_ports(runner, options.ports, options.duration.empty(), lines,
               session.seconds ? stderr : stdout);
    const int code = run_session(runner, session, [&](double wall_seconds) {
        return report.text(runner, options.output, wall_seconds);
    });
    watch.finish();
    workspace.finish(runner);
    return code;
}

}  // namespace

Action prepare_run(CLI::App& app) {
    auto options = std::make_shared<RunOptions>();
    add_bus_options(app, options->bus);
    auto* duration =
        app.add_option("--for", options->duration,
                       "simulated time to run: 500ms, 10s, 2m, 1.5h; a bare number is seconds. "
                       "Without it the meter runs until interrupted")
            ->check(checked_by(parse_duration, "DURATION"));
    app.add_option("--speed", options->speed,
                   "times real time, 0.1 or more, or max. Default: 1; max with --for and no port")
        ->check(checked_by(parse_speed, "SPEED"));
    add_port_options(app, options->ports);
    app.add_option(
           "--keys", options->keys,
           "presses keys at the panel before the run, on a bus at every panel: back, minus, "
           "plus, next with blanks between them, plus*3 for three presses. They take 3.5 s "
           "of simulated time and 0.2 s each, on top of --for")
        ->check(checked_by(parse_keys, "KEYS"));
    add_answer_options(app, options->output);
    for (const char* name :
         {"--json", "--csv", "--html", "--cycles", "--no-why", "--declared-voltage"})
        app.get_option(name)->needs(duration);
    add_line_options(app, options->line);
    app.add_option("--control", options->control,
                   "take commands at this Unix-domain socket while it runs: keys, events, faults, "
                   "ports, pace (see `metertwin-cli control --help`)")
        ->excludes(duration);
    add_workspace_options(app, options->workspace);
    return [options] { return run(*options); };
}

}  // namespace cli
