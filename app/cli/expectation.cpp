#include "app/cli/expectation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/bench/rig.h"
#include "app/cli/register_value.h"
#include "app/cli/truth_points.h"
#include "core/registers/table.h"
#include "signals/scenario/suggest.h"
#include "signals/timeline/occurrence.h"

namespace cli {
namespace {

using signals::Expectation;

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
    const auto near = signals::suggest(word, known);
    return near ? fmt::format(", did you mean '{}'?", *near) : std::string();
}

std::vector<std::string_view> register_names() {
    std::vector<std::string_view> out;
    for (const meter::RegisterRow& row : meter::register_table()) out.emplace_back(row.name);
    return out;
}

std::string list_of(const std::vector<std::string>& names) {
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, " "));
}

std::vector<std::string> names_of(std::uint16_t alerts) {
    std::vector<std::string> out;
    for (std::size_t bit = 0; bit < alert_names().size(); ++bit) {
        if (((alerts >> bit) & 1U) != 0) out.push_back(alert_names()[bit]);
    }
    return out;
}

Finding check_register(const Expectation& e, bench::Rig& rig) {
    const meter::RegisterRow& row = *meter::find_register(e.register_name);
    Finding out{e.at, e.register_name, {}, {}, false};
    const auto shown = reading(row, rig.meter().points());
    out.shown = shown ? fmt::format("{:.6g} {}", *shown, row.units) : "not valid";
    double value = e.value.value_or(0.0);
    double reference = value;
    if (!e.value) {
        const TruthPoint& point = *find_truth_point(e.register_name);
        const signals::Truth truth = rig.truth();
        value = point.value(truth);
        reference = point.reference(truth);
    }
    const double tolerance = std::abs(reference) * e.percent / 100.0 + e.absolute;
    out.expected = fmt::format("{:.6g} +- {:.3g} {}{}", value, tolerance, row.units,
                               e.value ? "" : " (truth)");
    out.good = shown && std::abs(*shown - value) <= tolerance;
    return out;
}

void check_one(const Expectation& e, bench::Rig& rig, std::vector<Finding>& out) {
    const meter::Points& points = rig.meter().points();
    if (!e.register_name.empty()) out.push_back(check_register(e, rig));
    if (e.alerts) {
        std::vector<std::string> expected = *e.alerts;
        std::vector<std::string> shown = names_of(points.alerts);
        Finding finding{e.at, "alerts", list_of(expected), list_of(shown), false};
        std::sort(expected.begin(), expected.end());
        std::sort(shown.begin(), shown.end());
        finding.good = expected == shown;
        out.push_back(finding);
    }
    if (e.alarm_closed) {
        const bool closed = rig.meter().contacts().alarm;
        const auto text = [](bool c) { return c ? "closed" : "open"; };
        out.push_back({e.at, "alarm contact", text(*e.alarm_closed), text(closed),
                       closed == *e.alarm_closed});
    }
}

}  // namespace

const std::vector<std::string>& alert_names() {
    static const std::vector<std::string> kNames{
        "voltage_a",          "voltage_b",          "voltage_c",     "current_a",
        "current_b",          "current_c",          "frequency",     "bit_7",
        "phase_loss_a",       "phase_loss_b",       "phase_loss_c",  "low_power_factor_a",
        "low_power_factor_b", "low_power_factor_c", "pulse_overrun", "pulse_configuration"};
    return kNames;
}

std::vector<std::string> check_expectations(const signals::Scenario& scenario,
                                            const std::string& file) {
    std::vector<std::string> out;
    const std::vector<std::string_view> alerts(alert_names().begin(), alert_names().end());
    for (const Expectation& e : scenario.expect) {
        const auto fail = [&](const std::string& what) {
            out.push_back(fmt::format("{}:{}:{}: {}", file, e.place.line, e.place.column, what));
        };
        if (!e.register_name.empty() && meter::find_register(e.register_name) == nullptr) {
            fail(fmt::format("unknown register '{}'{}", e.register_name,
                             did_you_mean(e.register_name, register_names())));
        } else if (!e.register_name.empty() && !e.value &&
                   find_truth_point(e.register_name) == nullptr) {
            fail(fmt::format("register '{}' has no truth: expect needs a value", e.register_name));
        }
        for (const std::string& alert : e.alerts.value_or(std::vector<std::string>{})) {
            if (std::find(alerts.begin(), alerts.end(), alert) != alerts.end()) continue;
            fail(fmt::format("unknown alert '{}'{}, allowed is {}", alert,
                             did_you_mean(alert, alerts), fmt::join(alerts, ", ")));
        }
    }
    return out;
}

std::vector<Finding> test_scenario(const signals::Scenario& scenario) {
    std::vector<Expectation> expectations = scenario.expect;
    std::stable_sort(expectations.begin(), expectations.end(),
                     [](const Expectation& a, const Expectation& b) { return a.at < b.at; });
    bench::Rig rig{scenario};
    std::vector<Finding> out;
    for (const Expectation& e : expectations) {
        rig.advance(std::max<std::int64_t>(0, signals::frame_of(e.at) - rig.frame()));
        check_one(e, rig, out);
    }
    return out;
}

}  // namespace cli
