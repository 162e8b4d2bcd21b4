#include "app/typetest/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/typetest/matrix.h"
#include "app/typetest/report_json.h"

namespace typetest {

std::string number(const std::optional<double>& value) {
    if (!value) return "-";
    constexpr double kHalfOfLast = 0.000'05;
    return fmt::format("{:.4f}", std::abs(*value) < kHalfOfLast ? 0.0 : *value);
}

std::string to_text(const Report& report) {
    std::string out = fmt::format("Class {}: {}.\n", text(report.setup.accuracy), kDisclaimer);
    for (const Group& group : groups()) {
        out += fmt::format("\n{:<48} {:>9} {:>9} {:>9} {:>7}\n", group.title, "energy %",
                           "pulses %", "judged", "limit");
        for (const Result& r : report.results) {
            if (r.point.group != group.key) continue;
            out += fmt::format("  {:<46} {:>9} {:>9} {:>9} {:>7}  {}{}{}\n", r.point.name,
                               number(r.energy_error), number(r.pulse_error), number(r.judged),
                               r.limit ? fmt::format("{:g}", *r.limit) : "-",
                               r.pass ? "pass" : "FAIL", r.note.empty() ? "" : "  ", r.note);
        }
    }
    const auto passed = std::count_if(report.results.begin(), report.results.end(),
                                      [](const Result& r) { return r.pass; });
    out += fmt::format("\n{} of {} points pass", passed, report.results.size());
    if (const Result* worst = report.worst())
        out += fmt::format("; nearest to its limit: {}, {:.1f} % of it", worst->point.id,
                           100.0 * worst->of_limit().value_or(0.0));
    return out + fmt::format("\ndigest {:016x}, seed {}, version {}\n", report.digest,
                             report.setup.front_end.seed, version());
}

}  // namespace typetest
