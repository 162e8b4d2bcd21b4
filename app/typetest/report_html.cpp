#include "app/typetest/report_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/report/page.h"
#include "app/report/svg.h"
#include "app/typetest/matrix.h"
#include "app/typetest/plot.h"
#include "app/typetest/report_json.h"
#include "app/typetest/report_text.h"

namespace typetest {
namespace {

using report::escaped;
using report::round_range;
using Members = std::vector<const Result*>;

std::vector<Curve> curves_of(const Members& members) {
    std::vector<Curve> out;
    for (const Result* r : members) {
        if (out.empty() || out.back().name != r->point.curve) out.push_back({r->point.curve, {}});
        out.back().points.emplace_back(r->point.x, *r->energy_error);
    }
    return out;
}

// Limits as steps between neighbours of a curve, the wider of the two limits. All curves of a plot
// have the same, but one may begin or end earlier.
std::vector<LimitStep> limits_of(const Members& members) {
    std::vector<LimitStep> out;
    std::set<double> begun;
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
        const Result& a = *members[i];
        const Result& b = *members[i + 1];
        if (a.point.curve != b.point.curve || a.point.kind == Kind::deep_voltage) continue;
        if (begun.insert(a.point.x).second)
            out.push_back({a.point.x, b.point.x, std::max(*a.limit, *b.limit)});
    }
    return out;
}

std::string plots(const Group& group, const std::string& what, const Members& members) {
    Plot plot{what, group.abscissa, group.logarithmic, 0.0, curves_of(members), limits_of(members)};
    double largest = 0.0;
    double limit = 0.0;
    for (const Result* r : members) largest = std::max(largest, std::abs(*r->energy_error));
    for (const LimitStep& step : plot.limits) limit = std::max(limit, step.limit);
    plot.half_range = round_range(1.1 * std::max(limit, largest));
    std::string out = to_svg(plot);
    plot.title += ", magnified";
    plot.half_range = round_range(1.1 * largest);
    return "<div class=\"plots\">" + out + to_svg(plot) + "</div>\n";
}

std::string group_plots(const Group& group, const Members& all) {
    if (group.abscissa == nullptr) return {};
    std::string out;
    std::set<std::string> done;
    for (const Result* first : all) {
        if (first->point.curve.empty() || !done.insert(first->point.plot).second) continue;
        Members members;
        for (const Result* r : all) {
            if (!r->point.curve.empty() && r->point.plot == first->point.plot) members.push_back(r);
        }
        out += plots(group, fmt::format("{}, {}", group.title, first->point.plot), members);
    }
    return out;
}

std::string row(const Result& r) {
    const std::string limit = r.limit ? fmt::format("{:g}", *r.limit) : "-";
    const auto part = r.of_limit();
    return fmt::format(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>"
        "<td class=\"text\">{}</td><td class=\"{}\">{}</td><td class=\"text\">{}</td>"
        "</tr>\n",
        escaped(r.point.name), number(r.energy_error), number(r.pulse_error), number(r.judged),
        limit, part ? fmt::format("{:.1f}", *part * 100.0) : "-",
        r.point.limit ? text(r.point.limit->from) : "", r.pass ? "good" : "bad",
        r.pass ? "pass" : "FAIL", escaped(r.note));
}

std::string group_section(const Group& group, const Report& report) {
    Members members;
    for (const Result& r : report.results) {
        if (r.point.group == group.key) members.push_back(&r);
    }
    std::string out =
        fmt::format("<h2>{}</h2>\n<p class=\"note\">{}</p>\n", group.title, group.clause);
    out += group_plots(group, members);
    out +=
        "<table><tr><th>point</th><th>energy, %</th><th>pulses, %</th><th>judged</th>"
        "<th>limit</th><th>% of limit</th><th>limit is</th><th></th><th></th></tr>\n";
    for (const Result* r : members) out += row(*r);
    return out + "</table>\n";
}

std::string summary(const Report& report) {
    const Setup& s = report.setup;
    const auto passed = std::count_if(report.results.begin(), report.results.end(),
                                      [](const Result& r) { return r.pass; });
    std::string out = fmt::format(
        "<h1>Accuracy of a simulated meter, class {}</h1>\n<p class=\"note\">{}.</p>\n"
        "<p class=\"verdict {}\">{} of {} points inside their limits</p>\n",
        text(s.accuracy), kDisclaimer, report.pass() ? "good" : "bad", passed,
        report.results.size());
    if (const Result* worst = report.worst())
        out += fmt::format("<p>Nearest to its limit: {} ({:.1f} % of it).</p>\n",
                           escaped(worst->point.name), 100.0 * worst->of_limit().value_or(0.0));
    out += fmt::format(
        "<table class=\"settings\"><tr><td>In, Imax</td><td>{} A, {:g} "
        "A</td></tr><tr><td>Un</td><td>{:g} V, three-"
        "phase four-wire (system type 40)</td></tr><tr><td>frequency</td><td>{:g} Hz</td></tr>"
        "<tr><td>calibration</td><td>{}</td></tr><tr><td>seed</td><td>{}</td></tr>"
        "<tr><td>digest</td><td>{:016x}</td></tr><tr><td>simulated</td><td>{:.0f} s</td></tr>"
        "<tr><td>version</td><td>{}</td></tr><tr><td>not modelled</td><td>{}</td></tr></table>\n",
        s.ct_primary, s.ct_primary * kImax, s.voltage, s.frequency,
        s.calibrate ? "three-point, at In and Un" : "factory default", s.front_end.seed,
        report.digest, report.simulated_seconds, version(), kNotModelled);
    return out;
}

}  // namespace

std::string to_html(const Report& results) {
    std::string out = summary(results);
    out +=
        "<p class=\"note\">Errors are of the energy register over whole reading windows, and of "
        "the energy contact from the first closure to the last, against the closed form of what "
        "was synthesized. A variation is judged as the difference to the same load at reference "
        "conditions. Dashed lines are limits.</p>\n";
    for (const Group& group : groups()) out += group_section(group, results);
    const nlohmann::ordered_json all = to_json(results);
    out += "<h2>Front end and calibration</h2>\n<details><summary>settings</summary><pre>" +
           escaped(all["settings"].dump(2)) +
           "</pre></details>\n<details><summary>calibration"
           "</summary><pre>" +
           escaped(all["calibration"].dump(2)) + "</pre></details>\n";
    return report::page("MeterTwin type test", out);
}

}  // namespace typetest
