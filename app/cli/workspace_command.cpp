#include "app/cli/workspace_command.h"

#include <fmt/format.h>

#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/bench/history/branches.h"
#include "app/bench/workspace/resume.h"
#include "app/bench/workspace/workspace_file.h"
#include "app/cli/workspace_options.h"
#include "signals/scenario/scenario_file.h"
#include "signals/source.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::string file;
    bool json = false;
    int branch = 0;    // of rename-branch and delete-branch, its number
    std::string name;  // that it gets; empty: none
    WorkspaceOptions moment;
};

std::string digest_at_tip(const bench::Workspace& workspace, int branch) {
    const bench::Branch& in = workspace.history.branches[static_cast<std::size_t>(branch)];
    std::string out;
    for (const bench::MeterStretch& meter : in.stretches.back().meters) {
        bench::Rig rig{signals::Scenario{}};
        rig.restore(meter.snapshot->unpacked());
        out += fmt::format("{}{:016x}", out.empty() ? "" : " ", rig.meter().digest());
    }
    return out;
}

std::size_t journal_bytes(const bench::Branch& branch) {
    bench::Tree one;
    one.branches = {branch};
    return bench::journal_bytes(one);
}

int number_at(const bench::Tree& tree, int place) {
    return tree.branches[static_cast<std::size_t>(place)].number;
}

ordered_json to_json(const bench::Workspace& workspace) {
    const bench::Tree& tree = workspace.history;
    auto branches = ordered_json::array();
    for (std::size_t n = 0; n < tree.branches.size(); ++n) {
        const bench::Branch& b = tree.branches[n];
        branches.push_back({{"number", b.number},
                            {"name", b.name},
                            {"parent", b.parent < 0 ? ordered_json(nullptr)
                                                    : ordered_json(number_at(tree, b.parent))},
                            {"begin_seconds", signals::seconds_of(b.fork)},
                            {"end_seconds", signals::seconds_of(b.tip)},
                            {"end_frame", b.tip},
                            {"snapshots", b.stretches.size()},
                            {"input_bytes", journal_bytes(b)},
                            {"digest", digest_at_tip(workspace, static_cast<int>(n))}});
    }
    ordered_json out{{"program", workspace.program},
                     {"scenario_file", workspace.scenario_name},
                     {"meters", tree.now().stretches.back().meters.size()},
                     {"present_branch", number_at(tree, tree.current)},
                     {"branches", std::move(branches)}};
    if (workspace.capture)
        out["capture"] = {{"file", workspace.capture->path},
                          {"hash", fmt::format("{:016x}", workspace.capture->hash)}};
    return out;
}

std::string to_text(const ordered_json& info) {
    std::string out =
        fmt::format("written by   {}\nscenario     {}\n", info["program"].get<std::string>(),
                    info["scenario_file"].get<std::string>());
    if (info.contains("capture"))
        out += fmt::format("recording    {}\n", info["capture"]["file"].get<std::string>());
    out += fmt::format("meters       {}\n\n{:>2} {:<20}{:>12}{:>12}{:>11}{:>13}  digest\n",
                       info["meters"].get<int>(), "", "branch", "from s", "to s", "snapshots",
                       "input bytes");
    for (const auto& b : info["branches"])
        fmt::format_to(std::back_inserter(out), "{}{} {:<20}{:>12.3f}{:>12.3f}{:>11}{:>13}  {}\n",
                       b["number"] == info["present_branch"] ? '*' : ' ', b["number"].get<int>(),
                       b["name"].get<std::string>(), b["begin_seconds"].get<double>(),
                       b["end_seconds"].get<double>(), b["snapshots"].get<int>(),
                       b["input_bytes"].get<int>(), b["digest"].get<std::string>());
    return out;
}

int info(const Options& options) {
    const ordered_json found = to_json(bench::read_workspace(options.file));
    fmt::print("{}", options.json ? found.dump(2) + "\n" : to_text(found));
    return kOk;
}

// The meter and its installation as they were then.
signals::Scenario scenario_at(const bench::Workspace& workspace, const Options& options) {
    const bench::Resumed then = bench::resume(workspace, moment_of(options.moment), options.file);
    const bench::Rig& rig = *then.rigs.front();
    signals::Scenario out;
    if (!workspace.scenario.empty())
        out = signals::parse_scenario(workspace.scenario, workspace.scenario_name);
    out.timeline = {};
    out.expect.clear();
    const meter::Config& config = rig.meter().points().config;
    out.meter = {config.system_type, config.ct_primary, config.system_voltage,
                 config.pt_ratio / 100.0};
    out.installation = rig.installation();
    return out;
}

int export_scenario(const Options& options) {
    const bench::Workspace workspace = bench::read_workspace(options.file);
    const bool then = !options.moment.at.empty() || options.moment.branch > 0;
    fmt::print("{}", then ? signals::to_toml(scenario_at(workspace, options))
                     : workspace.scenario.empty() ? signals::to_toml(signals::Scenario{})
                                                  : workspace.scenario);
    return kOk;
}

// Writes the file anew with one branch done something to.
template <class Do>
int change_branch(const Options& options, Do change) {
    bench::Workspace workspace = bench::read_workspace(options.file);
    try {
        change(workspace.history, bench::branch_place(workspace.history, options.branch));
    } catch (const std::invalid_argument& error) {
        throw std::runtime_error(fmt::format("{}: {}", options.file, error.what()));
    }
    bench::write_workspace(workspace, options.file);
    return kOk;
}

int rename_branch(const Options& options) {
    return change_branch(options, [&](bench::Tree& tree, int place) {
        bench::rename_branch(tree, place, options.name);
    });
}

int delete_branch(const Options& options) {
    return change_branch(options,
                         [](bench::Tree& tree, int place) { bench::remove_branch(tree, place); });
}

void add_branch_options(CLI::App& app, Options& options) {
    app.add_option("FILE", options.file, "a workspace, *.metertwin; it is written anew")
        ->required();
    app.add_option("BRANCH", options.branch, "number of the branch, see `workspace info`")
        ->required()
        ->check(CLI::Range(1, 1'000'000));
}

}  // namespace

Action prepare_workspace(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.require_subcommand(1);
    CLI::App* look = app.add_subcommand(
        "info", "what it began with, its branches, and the digest of the meter at their ends");
    look->add_option("FILE", options->file, "a workspace, *.metertwin")->required();
    look->add_flag("--json", options->json, "as JSON");
    CLI::App* out = app.add_subcommand(
        "export",
        "print the scenario that it began with; with --at or --branch one of the meter's settings "
        "and the installation at that moment, without events");
    out->add_option("FILE", options->file, "a workspace, *.metertwin")->required();
    add_moment_options(*out, options->moment);
    CLI::App* rename = app.add_subcommand("rename-branch", "give a branch a name");
    add_branch_options(*rename, *options);
    rename->add_option("NAME", options->name, "what it is called from now on; none takes it away");
    CLI::App* remove = app.add_subcommand(
        "delete-branch",
        "give up what was run in a branch alone; what others went on from stays as their past");
    add_branch_options(*remove, *options);
    app.footer(
        "Examples:\n"
        "  metertwin-cli run --for 1h --save-workspace work.metertwin\n"
        "  metertwin-cli workspace info work.metertwin\n"
        "  metertwin-cli run --workspace work.metertwin --at 30m --for 10s\n"
        "  metertwin-cli workspace export work.metertwin --at 30m > then.toml\n"
        "  metertwin-cli workspace rename-branch work.metertwin 2 'one phase lost'");
    return [options, out, rename, remove] {
        if (out->parsed()) return export_scenario(*options);
        if (rename->parsed()) return rename_branch(*options);
        if (remove->parsed()) return delete_branch(*options);
        return info(*options);
    };
}

}  // namespace cli
