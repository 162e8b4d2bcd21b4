#include "app/cli/scenario_explain.h"

#include <fmt/format.h>

#include <iterator>

#include "signals/timeline/kinds.h"
#include "signals/timeline/occurrence.h"
#include "signals/truth/installation_truth.h"

namespace cli {
namespace {

using signals::Event;
using signals::Parameter;
using signals::Shape;

constexpr std::size_t kMostShown = 40;  // beginnings listed one by one

std::string clock(double seconds) {
    const auto whole = static_cast<long long>(seconds);
    const double rest = seconds - static_cast<double>(whole);
    return fmt::format("{:02}:{:02}:{:06.3f}", whole / 3'600, whole / 60 % 60,
                       static_cast<double>(whole % 60) + rest);
}

std::string each(const std::array<double, 3>& v, const char* unit) {
    if (v[0] == v[1] && v[1] == v[2]) return fmt::format("{:g} {}", v[0], unit);
    return fmt::format("{:g}, {:g}, {:g} {}", v[0], v[1], v[2], unit);
}

std::string value_text(const Parameter& p, const std::array<double, 3>& v) {
    switch (p.shape) {
        case Shape::choice:
            return std::string(p.choices[static_cast<std::size_t>(v[0])]);
        case Shape::phases:
        case Shape::pair:
            return signals::letters(static_cast<signals::Phases>(v[0]));
        case Shape::flag:
            return v[0] != 0.0 ? "yes" : "no";
        default:
            return each(v, p.allowed.unit);
    }
}

std::string what_happens(const signals::Occurrence& o) {
    const signals::KindRow& row = signals::row_of(o.kind);
    std::string out = fmt::format("{}: {}", row.name, row.text);
    if (o.phases != signals::kAllPhases) out += fmt::format(" on {}", signals::letters(o.phases));
    for (std::size_t i = 0; i < row.parameters.size(); ++i) {
        if (o.given[i] == 0) continue;
        out += fmt::format("; {} {}", row.parameters[i].key,
                           value_text(row.parameters[i], o.values[i]));
    }
    if (o.end < signals::kEver)
        out += fmt::format("; for {:g} s", signals::seconds_of(o.end - o.start));
    return out;
}

std::string connected(const signals::Scenario& s) {
    const signals::Installation& in = s.installation;
    std::string out = fmt::format(
        "A system of type {} at {:g} Hz. CT primary {} A, PT ratio {:g}, {} V nominal.\n",
        s.meter.system_type, in.frequency, s.meter.ct_primary, s.meter.pt_ratio,
        s.meter.system_voltage);
    out += fmt::format("Phases A, B, C: {}, {}, the current lagging by {}.\n",
                       each(in.voltage, "V"), each(in.current, "A"), each(in.angle, "degrees"));
    for (const signals::Harmonic& h : in.harmonics) {
        out +=
            fmt::format("Harmonic {}{}: {:g} % in the voltage, {:g} % in the current.\n", h.order,
                        h.phases == signals::kAllPhases ? "" : " on " + signals::letters(h.phases),
                        h.voltage_percent, h.current_percent);
    }
    for (const signals::Profile& p : s.timeline.profiles) {
        out += fmt::format("From {} on the load follows {} ({} points, {}{}).\n", clock(p.at),
                           p.file, p.points.size(), p.linear ? "straight lines" : "steps",
                           p.repeat ? ", repeating" : "");
    }
    return out;
}

std::string happenings(const signals::Scenario& s) {
    std::string out;
    const auto occurrences = signals::occurrences_of(s.timeline);
    for (std::size_t i = 0; i < occurrences.size() && i < kMostShown; ++i) {
        const signals::Occurrence& o = occurrences[i];
        const std::string& name = s.timeline.events[static_cast<std::size_t>(o.event)].name;
        out += fmt::format("  {}  {}{}\n", clock(signals::seconds_of(o.start)),
                           name.empty() ? "" : name + ". ", what_happens(o));
    }
    if (occurrences.size() > kMostShown)
        out += fmt::format("  ... and {} more\n", occurrences.size() - kMostShown);
    return out.empty() ? "  nothing\n" : out;
}

std::string expected(const signals::Scenario& s) {
    std::string out;
    for (const signals::Expectation& e : s.expect) {
        out += fmt::format("  {}  ", clock(e.at));
        if (!e.register_name.empty()) {
            out += e.value ? fmt::format("{} = {:g}", e.register_name, *e.value)
                           : fmt::format("{} = the truth", e.register_name);
            out += fmt::format(" within {:g} %", e.percent);
            if (e.absolute > 0.0) out += fmt::format(" and {:g}", e.absolute);
            out += "; ";
        }
        if (e.alerts)
            out += fmt::format("alerts {}; ", e.alerts->empty()
                                                  ? "none"
                                                  : fmt::format("{}", fmt::join(*e.alerts, " ")));
        if (e.alarm_closed)
            out += fmt::format("alarm contact {}; ", *e.alarm_closed ? "closed" : "open");
        out.replace(out.size() - 2, 2, "\n");
    }
    if (!out.empty()) return out;
    const signals::Truth t =
        signals::installation_truth(s.installation, s.meter.system_type, s.meter.pt_ratio);
    return fmt::format(
        "  nothing is said; at first a perfect meter shows {:.4g} kW, {:.4g} kVAR, PF "
        "{:.3f}\n",
        t.total.real_w / 1e3, t.total.reactive_var / 1e3, t.total.power_factor);
}

}  // namespace

std::string explain(const signals::Scenario& scenario) {
    std::string out;
    if (!scenario.title.empty()) out += scenario.title + '\n';
    if (!scenario.teaches.empty()) out += scenario.teaches + '\n';
    if (!out.empty()) out += '\n';
    out += "What is connected\n" + connected(scenario);
    out += "\nWhat happens (time after power-up)\n" + happenings(scenario);
    out += "\nWhat the meter must show\n" + expected(scenario);
    return out;
}

}  // namespace cli
