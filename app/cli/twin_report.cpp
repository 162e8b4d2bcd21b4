#include "app/cli/twin_report.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "app/cli/register_value.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

std::string percent_text(const TwinRow& row, std::optional<double> difference) {
    const double real = row.real.value().value_or(0.0);
    if (!difference || real == 0.0) return "";
    return fmt::format("{:+.3f} %", 100.0 * *difference / std::abs(real));
}

}  // namespace

std::optional<double> TwinRow::difference() const {
    const auto theirs = real.value();
    const auto ours = twin.value();
    if (!theirs || !ours) return std::nullopt;
    return *ours - *theirs;
}

std::vector<TwinRow> side_by_side(const polling::Sweep& real, const meter::Points& twin) {
    std::vector<TwinRow> rows;
    for (const polling::Reading& reading : real.readings) {
        const meter::Words words = meter::encode(*reading.row, twin);
        rows.push_back(
            {reading, polling::reading_of(*reading.row, std::span(words).first(reading.row->count),
                                          twin.derived)});
    }
    return rows;
}

std::string to_table(const std::vector<TwinRow>& rows) {
    std::string out = fmt::format("{:<26}{:>14}{:>14}{:>14}{:>13} {}\n", "quantity", "real", "twin",
                                  "difference", "", "unit");
    for (const TwinRow& row : rows) {
        const auto difference = row.difference();
        const std::string text = difference ? fmt::format("{:+.5g}", *difference) : "";
        fmt::format_to(std::back_inserter(out), "{:<26}{:>14}{:>14}{:>14}{:>13} {}\n",
                       row.real.row->name, polling::text_of(row.real), polling::text_of(row.twin),
                       text, percent_text(row, difference), polling::unit_of(*row.real.row));
    }
    return out;
}

ordered_json to_json(const std::vector<TwinRow>& rows) {
    ordered_json out = ordered_json::object();
    for (const TwinRow& row : rows) {
        const auto difference = row.difference();
        out[row.real.row->name] = {
            {"real", json_value(*row.real.row, row.real.value())},
            {"twin", json_value(*row.twin.row, row.twin.value())},
            {"difference", difference ? ordered_json(*difference) : ordered_json(nullptr)}};
    }
    return out;
}

}  // namespace cli
