#include "app/analysis/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "signals/replay/mapping.h"

namespace analysis {
namespace {

constexpr double kWorthALine = 0.1;  // percent of the fundamental

std::string share_cell(double percent) {
    return std::fabs(percent) < 5e-7 ? std::string{"."} : fmt::format("{:+.4f}", percent);
}

std::string signal_text(const SignalSummary& s) {
    std::string out = fmt::format(
        "Signal: {:.5g} Hz; unbalance of the voltages {:.3f} % negative, "
        "{:.3f} % zero sequence; of the currents {:.3f} %, {:.3f} %\n",
        s.frequency, s.voltage_negative, s.voltage_zero, s.current_negative, s.current_zero);
    out += "THD ";
    for (std::size_t c = 0; c < signals::kTerminalNames.size(); ++c)
        out += fmt::format("{} {:.3g} %{}", signals::kTerminalNames[c], s.thd[c],
                           c + 1 < 6 ? ", " : "\n");
    for (std::size_t h = 2; h <= signals::kHighestOrder; ++h) {
        std::string line;
        for (std::size_t c = 0; c < signals::kTerminalNames.size(); ++c) {
            const double percent = 100.0 * s.harmonic[c][h] / s.harmonic[c][1];
            if (percent >= kWorthALine)
                line += fmt::format(" {} {:.3g} %", signals::kTerminalNames[c], percent);
        }
        if (!line.empty()) out += fmt::format("  order {:<3}{}\n", h, line);
    }
    return out + "\n";
}

// Causes that matter for any of the quantities, the rest in one column.
std::vector<std::size_t> columns_of(const std::vector<Explanation>& all) {
    std::vector<std::size_t> out;
    for (std::size_t c = 0; c < kCauses; ++c) {
        const bool matters = std::any_of(all.begin(), all.end(), [c](const Explanation& e) {
            return std::fabs(e.share[c]) >= std::max(1e-5, 0.02 * std::fabs(e.error));
        });
        if (matters) out.push_back(c);
    }
    return out;
}

std::string causes_text(const Answer& a) {
    const auto columns = columns_of(a.explanations);
    std::string out = fmt::format(
        "Why: shares of the error in %, each cause left out in turn ({} window{})\n"
        "{:<5}{:>10}",
        a.explained_windows, a.explained_windows == 1 ? "" : "s", "", "error");
    for (const std::size_t c : columns)
        out += fmt::format("{:>14}", name_of(static_cast<Cause>(c)));
    out += fmt::format("{:>15}\n", "not explained");
    for (const Explanation& e : a.explanations) {
        out += fmt::format("{:<5}{:>+10.4f}", e.quantity->name, e.error);
        double rest = e.not_explained;
        for (std::size_t c = 0; c < kCauses; ++c) {
            if (std::find(columns.begin(), columns.end(), c) == columns.end()) rest += e.share[c];
        }
        for (const std::size_t c : columns) out += fmt::format("{:>14}", share_cell(e.share[c]));
        out += fmt::format("{:>15}\n", share_cell(rest));
    }
    for (const std::size_t c : columns) {
        const auto cause = static_cast<Cause>(c);
        out += fmt::format("  {:<13} {}\n", name_of(cause), words_for(cause));
    }
    return out + "\n";
}

std::string events_text(const RecordingQuality& q) {
    std::string out = fmt::format(
        "Events against {:.5g} V{} (sag {:g} %, swell {:g} %, interruption {:g} %, hysteresis "
        "{:g} %)\n",
        q.settings.declared, q.declared_is_chosen ? ", the recording's own usual voltage" : "",
        100.0 * q.settings.limits.sag, 100.0 * q.settings.limits.swell,
        100.0 * q.settings.limits.interruption, 100.0 * q.settings.limits.hysteresis);
    if (q.events.empty()) out += "  none\n";
    for (const auto& e : q.events) out += "  " + describe(e, q.settings.declared) + "\n";
    return out + "\n";
}

void csv_number(std::string& out, double x) {
    out += ',';
    if (std::isfinite(x)) fmt::format_to(std::back_inserter(out), "{:.9g}", x);
}

}  // namespace

std::string describe(const signals::QualityEvent& e, double declared) {
    std::string phases;
    for (std::size_t x = 0; x < 3; ++x) {
        if (e.phase[x]) phases += "ABC"[x];
    }
    std::string out = fmt::format("{} on {} from {:.4f} s ", to_string(e.kind), phases, e.begin);
    out += e.end ? fmt::format("for {:.4f} s", *e.end - e.begin)
                 : std::string("to the end of the recording");
    return out + fmt::format(", {} {:.5g} V ({:.1f} %)",
                             e.kind == signals::EventKind::swell ? "up to" : "down to", e.worst,
                             100.0 * e.worst / declared);
}

std::string to_text(const Answer& a) {
    std::string out;
    if (a.has_signal) out += signal_text(a.signal);
    if (!a.no_quality.empty()) out += "No power quality: " + a.no_quality + "\n\n";
    if (a.quality) out += events_text(*a.quality);
    if (!a.explanations.empty()) out += causes_text(a);
    return out;
}

std::string to_csv(const Answer& a) {
    std::string out = "begin_s,end_s";
    for (const Quantity& q : quantities())
        out += fmt::format(",{0}_meter,{0}_truth,{0}_error_percent", q.name);
    out += "\r\n";
    for (const WindowRow& row : a.rows) {
        fmt::format_to(std::back_inserter(out), "{:.6f},{:.6f}", row.begin, row.end);
        for (const Quantity& q : quantities()) {
            csv_number(out, q.of(row.meter));
            csv_number(out, q.of(row.truth));
            csv_number(out, error_percent(q, row.meter, row.truth).value_or(signals::kNoPoint));
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace analysis
