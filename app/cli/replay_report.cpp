#include "app/cli/replay_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace cli {
namespace {

using nlohmann::ordered_json;

ordered_json by_name(const Compared& values) {
    ordered_json out = ordered_json::object();
    for (std::size_t q = 0; q < kCompared; ++q) out[kComparedNames[q]] = values[q];
    return out;
}

ordered_json by_name(const Errors& errors) {
    ordered_json out = ordered_json::object();
    for (std::size_t q = 0; q < kCompared; ++q) {
        out[kComparedNames[q]] = errors[q] ? ordered_json(*errors[q]) : ordered_json(nullptr);
    }
    return out;
}

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
            {"error_percent", by_name(errors_percent(c.meter, c.truth))}};
}

ordered_json windows_json(const Comparison& c, const Compared& all_rows) {
    ordered_json out = {{"count", c.windows}, {"seconds", c.seconds}};
    out.update(comparison_json(c));
    out["error_percent_of_all_rows"] = by_name(errors_percent(c.meter, all_rows));
    return out;
}

std::vector<std::string> warnings_of(const signals::Replay& replay) {
    std::vector<std::string> out;
    for (const auto& warning : replay.recording().warnings) out.push_back(to_string(warning));
    return out;
}

// The reasons that were given for this quantity, or for the voltage and current of its phase.
std::string reasons(const signals::Replay& replay, const std::string& quantity) {
    std::string out;
    for (const std::string& line : replay.explanation()) {
        const bool own = line.find(quantity + " ") != std::string::npos;
        const bool reason = line.starts_with("not steady: ") ||
                            line.find(" DC part ") != std::string::npos ||
                            line.find(" above the meter's band") != std::string::npos;
        if (own && reason) out += (out.empty() ? "" : "; ") + line;
    }
    return out.empty() ? "no reason was found in the recording" : out;
}

std::string cell(double value) {
    return std::isnan(value) ? std::string{"-"} : fmt::format("{:.6g}", value);
}

std::string cell(const std::optional<double>& error) {
    return error ? fmt::format("{:+.3f}", *error) : std::string{"-"};
}

std::string table(const char* title, const Comparison& c, const std::optional<Compared>& all_rows) {
    std::string out = fmt::format("{}\n{:<10}{:>14}{:>14}{:>10}{:>14}\n", title, "quantity",
                                  "meter", "recording", "error %", all_rows ? "all rows" : "");
    const Errors errors = errors_percent(c.meter, c.truth);
    for (std::size_t q = 0; q < kCompared; ++q) {
        fmt::format_to(std::back_inserter(out), "{:<3}{:<7}{:>14}{:>14}{:>10}{:>14}\n",
                       kComparedNames[q], kComparedUnits[q], cell(c.meter[q]), cell(c.truth[q]),
                       cell(errors[q]), all_rows ? cell((*all_rows)[q]) : std::string{});
    }
    return out + "\n";
}

std::string bullet_list(const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    return fmt::format("{}\n  {}\n\n", title, fmt::join(lines, "\n  "));
}

}  // namespace

std::vector<std::string> differences(const signals::Replay& replay, const ReplayOutcome& outcome) {
    std::vector<std::string> out;
    if (replay.tape().plan().hold_only) return out;  // the record was not to be played
    if (!outcome.record) {
        out.push_back(fmt::format(
            "no reading window of about 1 s lies wholly inside the {:.4g} s that were played of "
            "the record; --loop plays it round and round",
            replay.tape().plan().duration));
        return out;
    }
    const Compared all_rows = compared(replay.record_truth());
    const Errors errors = errors_percent(outcome.record->meter, all_rows);
    for (std::size_t q = 0; q < kCompared; ++q) {
        if (!errors[q] || std::fabs(*errors[q]) <= kExplainedError) continue;
        out.push_back(
            fmt::format("{}: {:+.2f} % from all rows; {} window{}, {:.3g} s of {:.3g} s: {}",
                        kComparedNames[q], *errors[q], outcome.record->windows,
                        outcome.record->windows == 1 ? "" : "s", outcome.record->seconds,
                        replay.tape().plan().duration, reasons(replay, kComparedNames[q])));
    }
    return out;
}

ordered_json record_json(const signals::Replay& replay, const ReplayOutcome& outcome) {
    const signals::Recording& r = replay.recording();
    const signals::MeterSettings& s = replay.settings();
    const Compared all_rows = compared(replay.record_truth());
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
            {"differences", differences(replay, outcome)},
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
                                 outcome.record->seconds)
                         .c_str(),
                     *outcome.record, compared(replay.record_truth()));
    }
    return out + bullet_list("Differences", differences(replay, outcome));
}

}  // namespace cli
