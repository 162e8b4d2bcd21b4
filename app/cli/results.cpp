#include "app/cli/results.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <optional>

#include "app/cli/register_value.h"
#include "app/cli/truth_points.h"
#include "core/registers/table.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

ordered_json or_null(std::optional<double> value) {
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

std::string text_of(std::optional<double> value, const char* format) {
    return value ? fmt::format(fmt::runtime(format), *value) : "-";
}

}  // namespace

ordered_json to_json(const Results& results) {
    ordered_json registers = ordered_json::object();
    ordered_json truth = ordered_json::object();
    ordered_json errors = ordered_json::object();
    for (const meter::RegisterRow& row : meter::register_table()) {
        const std::optional<double> measured = reading(row, results.points);
        registers[row.name] = json_value(row, measured);
        const TruthPoint* point = find_truth_point(row.name);
        if (point == nullptr || !measured || std::isnan(point->value(results.truth))) continue;
        truth[row.name] = point->value(results.truth);
        errors[row.name] = or_null(error_percent(*measured, *point, results.truth));
    }
    return {{"registers", registers},
            {"truth", truth},
            {"error_percent", errors},
            {"digest", fmt::format("{:016x}", results.digest)},
            {"simulated_seconds", results.simulated_seconds},
            {"realtime_factor", results.realtime_factor}};
}

std::string to_table(const Results& results) {
    std::string out =
        fmt::format("{:<24}{:>5}{:>16}{:>16}{:>12}\n", "quantity", "", "meter", "truth", "error %");
    for (const meter::RegisterRow& row : meter::register_table()) {
        const TruthPoint* point = find_truth_point(row.name);
        if (point == nullptr || row.format != meter::Format::Float) continue;
        const std::optional<double> measured = reading(row, results.points);
        if (!measured) continue;
        const double truth = point->value(results.truth);
        const auto known = std::isnan(truth) ? std::nullopt : std::optional(truth);
        const auto error = error_percent(*measured, *point, results.truth);
        fmt::format_to(std::back_inserter(out), "{:<24}{:>5}{:>16.6g}{:>16}{:>12}\n", point->label,
                       row.units, *measured, text_of(known, "{:.6g}"), text_of(error, "{:+.4f}"));
    }
    fmt::format_to(std::back_inserter(out),
                   "digest {:016x}, {:.3f} s simulated, {:.1f} times real time\n", results.digest,
                   results.simulated_seconds, results.realtime_factor);
    return out;
}

}  // namespace cli
