#include "app/cli/run_report.h"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "app/analysis/explanation.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/line/ledger.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

ordered_json line_json(const line::Load& load) {
    return {{"requests", load.requests},
            {"answers", load.answers},
            {"request_characters", load.request_characters},
            {"answer_characters", load.answer_characters},
            {"driven_seconds", line::in_seconds(load.driven)},
            {"taken_seconds", line::in_seconds(load.taken)}};
}

Results results_of(const bench::View& view, double wall_seconds) {
    return {view.points, view.truth, view.digest, view.simulated_seconds,
            wall_seconds > 0.0 ? view.simulated_seconds / wall_seconds : 0.0};
}

int address_of(const bench::Runner& runner, std::size_t meter) {
    return runner.view(meter)->points.config.line.address;
}

// name.html of a line's meter at address 7: name-7.html; no name, no file.
std::string file_of_meter(const std::string& path, int address) {
    if (path.empty()) return path;
    const std::filesystem::path file(path);
    return (file.parent_path() /
            fmt::format("{}-{}{}", file.stem().string(), address, file.extension().string()))
        .string();
}

// The table with its meter's address in front of every row, its header for the first meter only.
std::string with_address(const std::string& csv, int address, bool header) {
    std::string out;
    std::istringstream lines(csv);
    bool first = true;
    for (std::string line; std::getline(lines, line); first = false) {
        if (first && !header) continue;
        out += (first ? "address" : std::to_string(address)) + "," + line + "\n";
    }
    return out;
}

}  // namespace

RunReport::RunReport(const std::vector<signals::BusMeter>& meters,
                     const std::vector<std::unique_ptr<bench::Rig>>& rigs, const RunKind& kind)
    : kind_(kind), meters_(meters) {
    const bool at_once = kind.edited || kind.recorded;
    for (const auto& rig : rigs) {
        rigs_.push_back(rig.get());
        windows_.push_back(std::make_unique<analysis::RunWindows>());
        rig->on_window = [to = windows_.back().get(), at = rig.get(), at_once](
                             std::int64_t frame, const meter::Points& points) {
            to->add(frame, points,
                    at_once ? std::optional(analysis::values_of(at->truth())) : std::nullopt);
        };
    }
}

// A workspace does not say how every meter of a line began: then there are its windows only.
analysis::Answer RunReport::answer_of(std::size_t meter, const bench::View& view,
                                      const AnswerOutput& output) const {
    const bool known = meter < meters_.size();
    const signals::Scenario scenario = known ? meters_[meter].scenario : signals::Scenario{};
    const analysis::Run run{scenario.title.empty() ? "installation" : scenario.title,
                            scenario,
                            rigs_[meter]->course(),
                            view.points,
                            view.window_end,
                            *windows_[meter]};
    const bool recorded = kind_.recorded && meter == 0;
    if (known && !recorded) return analysis::answer_of(run, answer_options(output));
    analysis::Answer out = analysis::windows_of(run);
    if (!recorded) {
        out.recorded = false;
        out.no_quality = "the workspace does not say how this meter began";
    }
    return out;
}

std::string RunReport::of_meter(const bench::Runner& runner, std::size_t meter,
                                const AnswerOutput& output, double wall_seconds) const {
    const auto view = runner.view(meter);
    const Results results = results_of(*view, wall_seconds);
    return put(output, results, answer_of(meter, *view, output), to_table(results) + "\n");
}

std::string RunReport::text(const bench::Runner& runner, const AnswerOutput& output,
                            double wall_seconds) const {
    const bool several = runner.meters() > 1;
    std::string all;
    auto meters = ordered_json::array();
    Progress progress{"answering"};
    for (std::size_t meter = 0; meter < runner.meters(); ++meter) {
        if (interrupted()) throw analysis::Cancelled();
        progress.show(static_cast<double>(meter) / static_cast<double>(runner.meters()));
        AnswerOutput own = output;
        const int address = address_of(runner, meter);
        if (several) {
            own.html = file_of_meter(output.html, address);
            own.cycles = file_of_meter(output.cycles, address);
        }
        const std::string one = of_meter(runner, meter, own, wall_seconds);
        if (output.json) {
            auto object = several ? ordered_json{{"address", address}} : ordered_json::object();
            object.update(ordered_json::parse(one));
            meters.push_back(std::move(object));
        } else if (several && output.csv) {
            all += with_address(one, address, meter == 0);
        } else {
            if (several)
                all += fmt::format("{}meter {} of {}, address {}\n", meter == 0 ? "" : "\n",
                                   meter + 1, runner.meters(), address);
            all += one;
        }
    }
    if (!output.json) return all;
    ordered_json out = several ? ordered_json{{"meters", std::move(meters)}} : std::move(meters[0]);
    out["line"] = line_json(runner.view()->load);
    return out.dump(2) + "\n";
}

}  // namespace cli
