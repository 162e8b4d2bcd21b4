#include "app/analysis/report_html.h"

#include <fmt/format.h>

#include <cmath>

#include "app/analysis/pictures.h"
#include "app/analysis/report_text.h"
#include "app/report/page.h"
#include "app/report/svg.h"
#include "signals/replay/mapping.h"

namespace analysis {
namespace {

using report::escaped;

std::string cell(double x, const char* format = "{:.6g}") {
    return fmt::format("<td>{}</td>",
                       std::isfinite(x) ? fmt::format(fmt::runtime(format), x) : "-");
}

std::string list(const char* title, const std::vector<std::string>& lines, bool open) {
    if (lines.empty()) return {};
    std::string out = fmt::format("<details{}><summary>{} ({})</summary><ul>", open ? " open" : "",
                                  title, lines.size());
    for (const std::string& line : lines) out += "<li>" + escaped(line) + "</li>\n";
    return out + "</ul></details>\n";
}

std::string head(const Answer& a) {
    const signals::MeterSettings& s = a.scenario.meter;
    std::string out = fmt::format(
        "<h1>{}</h1>\n<p class=\"note\">What {} says, what the meter says, and why they differ. "
        "MeterTwin {}</p>\n",
        escaped(a.subject), a.recorded ? "the recording" : "the installation", METERTWIN_VERSION);
    return out + fmt::format(
                     "<table class=\"settings\"><tr><td>system type</td><td>{}</td></tr><tr><td>CT "
                     "primary</td><td>{} A</td></tr><tr><td>system voltage</td><td>{} V</td></tr>"
                     "<tr><td>PT ratio</td><td>{:g}</td></tr></table>\n",
                     s.system_type, s.ct_primary, s.system_voltage, s.pt_ratio);
}

std::string comparison(const Answer& a) {
    if (!a.windows) return "<p>No reading window has closed.</p>\n";
    std::string out = fmt::format(
        "<h2>Meter and {}</h2>\n<p class=\"note\">{} reading window{}, {:.4g} s{}. Errors of P and "
        "Q are of the apparent power.</p>\n<table><tr><th>quantity</th><th></th><th>meter</th>"
        "<th>{}</th><th>difference</th><th>error, %</th>{}</tr>\n",
        a.recorded ? "recording" : "truth", a.windows->windows, a.windows->windows == 1 ? "" : "s",
        a.windows->seconds, a.windows_are_held ? ", of the cycles held before the record" : "",
        a.recorded ? "recording" : "truth", a.whole ? "<th>all rows</th>" : "");
    for (const Quantity& q : quantities()) {
        const double meter = q.of(a.windows->meter);
        const double truth = q.of(a.windows->truth);
        if (std::isnan(truth)) continue;
        const auto error = error_percent(q, a.windows->meter, a.windows->truth);
        out += fmt::format("<tr><td>{}</td><td class=\"text\">{}</td>", q.label, q.unit) +
               cell(meter) + cell(truth) + cell(meter - truth, "{:+.3g}") +
               cell(error.value_or(signals::kNoPoint), "{:+.4f}");
        if (a.whole) out += cell(q.of(*a.whole));
        out += "</tr>\n";
    }
    return out + "</table>\n";
}

std::string shares_table(const Answer& a) {
    std::string out = "<div class=\"wide\"><table><tr><th>quantity</th><th>error, %</th>";
    for (std::size_t c = 0; c < kCauses; ++c)
        out += fmt::format("<th title=\"{}\">{}</th>", words_for(static_cast<Cause>(c)),
                           name_of(static_cast<Cause>(c)));
    out += "<th>not explained</th><th>read as integer</th></tr>\n";
    for (const Explanation& e : a.explanations) {
        out += fmt::format("<tr><td>{}</td>", e.quantity->name) + cell(e.error, "{:+.4f}");
        for (const double share : e.share)
            out += share == 0.0 ? "<td>.</td>" : cell(share, "{:+.4f}");
        out += cell(e.not_explained, "{:+.4f}") +
               cell(e.as_integer.value_or(signals::kNoPoint), "{:+.4f}") + "</tr>\n";
    }
    return out + "</table></div>\n";
}

std::string why(const Answer& a) {
    std::string out = "<h2>Why they differ</h2>\n";
    for (const std::string& line : a.differences) out += "<p>" + escaped(line) + "</p>\n";
    if (a.explanations.empty()) return out;
    out += fmt::format(
        "<p class=\"note\">Shares of the error in percent over {} window{}: the chain is computed "
        "again with each cause left out in turn. What the shares do not add up to is not "
        "explained.</p>\n<div class=\"plots\">",
        a.explained_windows, a.explained_windows == 1 ? "" : "s");
    for (const Explanation& e : a.explanations) {
        const std::string_view name = e.quantity->name;
        if (name == "VA" || name == "IA" || name == "PA" || name == "P") out += shares_svg(e);
    }
    out += "</div>\n" + shares_table(a) + "<details><summary>what the causes are</summary><table>";
    for (std::size_t c = 0; c < kCauses; ++c)
        out += fmt::format("<tr><td>{}</td><td class=\"text\">{}</td></tr>",
                           name_of(static_cast<Cause>(c)), words_for(static_cast<Cause>(c)));
    return out + "</table></details>\n";
}

std::string signal(const Answer& a) {
    const SignalSummary& s = a.signal;
    std::string out = fmt::format(
        "<h2>The signal</h2>\n<p>{:.5g} Hz. Unbalance of the voltages: negative sequence {:.3f} %, "
        "zero sequence {:.3f} % of the positive; of the currents {:.3f} % and {:.3f} %.</p>\n"
        "<div class=\"plots\">",
        s.frequency, s.voltage_negative, s.voltage_zero, s.current_negative, s.current_zero);
    out += harmonics_svg(s, 0, "harmonics of the voltages") +
           harmonics_svg(s, 3, "harmonics of the currents") + "</div>\n<table><tr><th></th>";
    for (const char* c : signals::kTerminalNames) out += fmt::format("<th>{}</th>", c);
    out += "</tr><tr><td>THD, %</td>";
    for (const double thd : s.thd) out += cell(thd, "{:.3f}");
    out += "</tr></table><details><summary>harmonics, rms</summary><table>";
    for (std::size_t h = 0; h <= signals::kHighestOrder; ++h) {
        out += fmt::format("<tr><td>{}</td>", h);
        for (const auto& channel : s.harmonic) out += cell(channel[h], "{:.5g}");
        out += "</tr>\n";
    }
    return out + "</table></details>\n";
}

std::string events(const RecordingQuality& q) {
    std::string out = fmt::format(
        "<h2>Sags, swells and interruptions</h2>\n<p class=\"note\">By Urms(1/2) against {:.5g} V "
        "L-N{}.</p>\n",
        q.settings.declared,
        q.declared_is_chosen ? ", the recording's own usual voltage (--declared-voltage names "
                               "another)"
                             : "");
    out += "<div class=\"plots\">" + profile_svg(q) + power_svg(q) + "</div>\n";
    if (q.events.empty()) return out + "<p>None.</p>\n";
    out +=
        "<table><tr><th>event</th><th class=\"text\">phases</th><th>begins, s</th><th>lasts, "
        "s</th><th>worst, V</th><th>% of declared</th></tr>\n";
    for (const auto& e : q.events) {
        std::string phases;
        for (std::size_t x = 0; x < 3; ++x) {
            if (e.phase[x]) phases += "ABC"[x];
        }
        out += fmt::format("<tr><td>{}</td><td class=\"text\">{}</td>", to_string(e.kind), phases) +
               cell(e.begin, "{:.4f}") +
               cell(e.end ? *e.end - e.begin : signals::kNoPoint, "{:.4f}") + cell(e.worst) +
               cell(100.0 * e.worst / q.settings.declared, "{:.1f}") + "</tr>\n";
    }
    return out + "</table>\n";
}

std::string windows_table(const Answer& a) {
    if (a.rows.empty()) return {};
    std::string out = fmt::format(
        "<h2>Reading windows</h2>\n<details><summary>{} rows of {} window{}</summary><div "
        "class=\"wide\"><table><tr><th>from, s</th><th>to, s</th>",
        a.rows.size(), a.windows_per_row, a.windows_per_row == 1 ? "" : "s");
    for (const Quantity& q : quantities())
        out += fmt::format("<th>{}</th><th>error, %</th>", q.name);
    out += "</tr>\n";
    for (const WindowRow& row : a.rows) {
        out += "<tr>" + cell(row.begin, "{:.4f}") + cell(row.end, "{:.4f}");
        for (const Quantity& q : quantities())
            out +=
                cell(q.of(row.meter)) +
                cell(error_percent(q, row.meter, row.truth).value_or(signals::kNoPoint), "{:+.4f}");
        out += "</tr>\n";
    }
    return out + "</table></div></details>\n";
}

}  // namespace

std::string to_html(const Answer& a) {
    std::string body = head(a) + comparison(a) + why(a);
    body += "<h2>Waveform</h2>\n<div class=\"plots\">" + waveform_svg(a.waveform) +
            detail_svg(a.waveform) + "</div>\n";
    if (a.has_signal) body += signal(a);
    if (!a.no_quality.empty()) body += "<p>No power quality: " + escaped(a.no_quality) + "</p>\n";
    if (a.quality) body += events(*a.quality);
    body += windows_table(a);
    body += "<h2>What was decided on the way</h2>\n" + list("warnings", a.warnings, true) +
            list("choices", a.choices, false);
    return report::page("MeterTwin: " + a.subject, body);
}

}  // namespace analysis
