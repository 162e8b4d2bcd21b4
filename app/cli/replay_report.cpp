#include "app/cli/replay_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "app/analysis/analysis.h"
#include "app/analysis/report_json.h"

namespace cli {
namespace {

using analysis::by_name;
using analysis::Comparison;
using analysis::errors_by_name;
using analysis::ReplayOutcome;
using analysis::Values;
using analysis::values_of;
using nlohmann::ordered_json;

ordered_json mapping_json(const signals::Replay& replay) {
    ordered_json out = ordered_json::object();
    for (std::size_t i = 0; i < signals::kTerminalNames.size(); ++i) {
        const signals::MappedChannel& mapped =
            i < 3 ? replay.mapping().voltage[i] : replay.mapping().current[i - 3];
        const signals::AnalogChannel& channel = replay.recording().analog[mapped.index];
        out[signals::kTerminalNames[i]] = {
            {"position", channel.position}, {"name", channel.name}, {"unit", channel.unit}};
    }
    return out;
}

ordered_json comparison_json(const Comparison& c) {
    return {{"meter", by_name(c.meter)},
            {"recording", by_name(c.truth)},
            {"error_percent", errors_by_name(c.meter, c.truth)}};
}

ordered_json windows_json(const Comparison& c, const Values& all_rows) {
    ordered_json out = {{"count", c.windows}, {"seconds", c.seconds}};
    out.update(comparison_json(c));
    out["error_percent_of_all_rows"] = errors_by_name(c.meter, all_rows);
    return out;
}

std::vector<std::string> warnings_of(const signals::Replay& replay) {
    std::vector<std::string> out;
    for (const auto& warning : replay.recording().warnings) out.push_back(to_string(warning));
    return out;
}

std::string cell(double value) {
    return std::isnan(value) ? std::string{"-"} : fmt::format("{:.6g}", value);
}

std::string cell(const std::optional<double>& error) {
    return error ? fmt::format("{:+.3f}", *error) : std::string{"-"};
}

std::string table(const std::string& title, const Comparison& c,
                  const std::optional<Values>& all_rows) {
    std::string out =
        fmt::format("{}\n{:<10}{:>14}{:>14}{:>14}{:>10}{:>14}\n", title, "quantity", "meter",
                    "recording", "difference", "error %", all_rows ? "all rows" : "");
    for (const analysis::Quantity& q : analysis::quantities()) {
        const double meter = q.of(c.meter);
        const double truth = q.of(c.truth);
        fmt::format_to(std::back_inserter(out), "{:<4}{:<6}{:>14}{:>14}{:>14}{:>10}{:>14}\n",
                       q.name, q.unit, cell(meter), cell(truth), cell(meter - truth),
                       cell(analysis::error_percent(q, c.meter, c.truth)),
                       all_rows ? cell(q.of(*all_rows)) : std::string{});
    }
    return out + "\n";
}

std::string bullet_list(const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    return fmt::format("{}\n  {}\n\n", title, fmt::join(lines, "\n  "));
}

}  // namespace

ordered_json record_json(const signals::Replay& replay, const ReplayOutcome& outcome) {
    const signals::Recording& r = replay.recording();
    const signals::MeterSettings& s = replay.settings();
    const Values all_rows = values_of(replay.record_truth());
    ordered_json steady = ordered_json::object();
    for (const signals::Steadiness& row : replay.steadiness()) steady[row.quantity] = row.steady;
    ordered_json held = nullptr;
    if (outcome.held) {
        held = {{"cycles", replay.held_cycles()}};
        held.update(comparison_json(*outcome.held));
    }
    return {{"file", r.file},
            {"station", r.station},
            {"format", to_string(r.format)},
            {"rows", r.rows},
            {"rate_hz", replay.sampling_rate()},
            {"seconds", replay.record_seconds()},
            {"frequency_hz", replay.frequency()},
            {"mapping", mapping_json(replay)},
            {"settings",
             {{"system_type", s.system_type},
              {"ct_primary", s.ct_primary},
              {"system_voltage", s.system_voltage},
              {"pt_ratio", s.pt_ratio}}},
            {"all_rows", by_name(all_rows)},
            {"steady", steady},
            {"windows", outcome.record ? windows_json(*outcome.record, all_rows) : nullptr},
            {"held", held},
            {"differences", analysis::differences(replay, outcome)},
            {"explanation", replay.explanation()},
            {"warnings", warnings_of(replay)}};
}

std::string record_text(const signals::Replay& replay, const ReplayOutcome& outcome) {
    const signals::Recording& r = replay.recording();
    std::string out = fmt::format("{}: {}, {} rows at {:.6g} Hz, {:.5g} Hz mains, station '{}'\n\n",
                                  r.file, to_string(r.format), r.rows, replay.sampling_rate(),
                                  replay.frequency(), r.station);
    out += bullet_list("Warnings", warnings_of(replay));
    out += bullet_list("Choices", replay.explanation());
    if (outcome.held) out += table("Held cycles before the record", *outcome.held, std::nullopt);
    if (outcome.record) {
        out += table(fmt::format("Record: {} reading windows, {:.4g} s", outcome.record->windows,
                                 outcome.record->seconds),
                     *outcome.record, values_of(replay.record_truth()));
    }
    return out;
}

}  // namespace cli
