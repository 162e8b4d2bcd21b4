#include "signals/scenario/timeline_writer.h"

#include <fmt/format.h>

#include "signals/timeline/kinds.h"

namespace signals {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < ' ') {
            out += fmt::format("\\u{:04x}", static_cast<int>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string value_toml(const Value& v, const Parameter& p) {
    switch (v.draw) {
        case Draw::uniform:
            return fmt::format("{{ uniform = [{}, {}] }}", v.a, v.b);
        case Draw::normal:
            return fmt::format("{{ normal = [{}, {}] }}", v.a, v.b);
        case Draw::exponential:
            return fmt::format("{{ exponential = {} }}", v.a);
        case Draw::fixed:
            break;
    }
    switch (p.shape) {
        case Shape::choice:
            return quoted(std::string(p.choices[static_cast<std::size_t>(v.fixed[0])]));
        case Shape::phases:
        case Shape::pair:
            return quoted(letters(static_cast<Phases>(v.fixed[0])));
        case Shape::flag:
            return v.fixed[0] != 0.0 ? "true" : "false";
        case Shape::number:
            return fmt::format("{}", v.fixed[0]);
        case Shape::per_phase:
            break;
    }
    return fmt::format("[{}]", fmt::join(v.fixed, ", "));
}

std::string event_toml(const Event& e) {
    const KindRow& row = row_of(e.kind);
    std::string out = fmt::format("\n[[event]]\nkind = \"{}\"\n", row.name);
    const auto line = [&](std::string_view key, const std::string& value) {
        out += fmt::format("{} = {}\n", key, value);
    };
    if (!e.name.empty()) line("name", quoted(e.name));
    if (e.at != 0.0) line("at", fmt::format("{}", e.at));
    if (e.duration.given) line("duration", value_toml(e.duration, common_parameters()[1]));
    if (e.every != 0.0) line("every", fmt::format("{}", e.every));
    if (e.count != 0) line("count", fmt::format("{}", e.count));
    if (e.until != 0.0) line("until", fmt::format("{}", e.until));
    if (e.rate_per_hour != 0.0) line("rate_per_hour", fmt::format("{}", e.rate_per_hour));
    if (e.phases != kAllPhases) line("phase", quoted(letters(e.phases)));
    for (std::size_t i = 0; i < row.parameters.size() && i < e.values.size(); ++i) {
        if (e.values[i].given)
            line(row.parameters[i].key, value_toml(e.values[i], row.parameters[i]));
    }
    return out;
}

std::string expectation_toml(const Expectation& e) {
    std::string out = fmt::format("\n[[expect]]\nat = {}\n", e.at);
    if (!e.register_name.empty()) {
        out += fmt::format("register = {}\n", quoted(e.register_name));
        if (e.value) out += fmt::format("value = {}\n", *e.value);
        out += fmt::format("percent = {}\nabsolute = {}\n", e.percent, e.absolute);
    }
    if (e.alerts) {
        std::vector<std::string> names;
        for (const std::string& alert : *e.alerts) names.push_back(quoted(alert));
        out += fmt::format("alerts = [{}]\n", fmt::join(names, ", "));
    }
    if (e.alarm_closed) out += fmt::format("alarm_closed = {}\n", *e.alarm_closed);
    return out;
}

}  // namespace

std::string head_toml(const Scenario& scenario) {
    std::string out;
    if (!scenario.title.empty()) out += fmt::format("title = {}\n", quoted(scenario.title));
    if (!scenario.teaches.empty()) out += fmt::format("teaches = {}\n", quoted(scenario.teaches));
    if (scenario.timeline != Timeline{}) out += fmt::format("seed = {}\n", scenario.timeline.seed);
    return out.empty() ? out : out + '\n';
}

std::string timeline_toml(const Scenario& scenario) {
    std::string out;
    for (const Event& event : scenario.timeline.events) out += event_toml(event);
    for (const Profile& p : scenario.timeline.profiles) {
        out += fmt::format("\n[[profile]]\nfile = {}\nat = {}\nlinear = {}\nrepeat = {}\n",
                           quoted(p.file), p.at, p.linear, p.repeat);
    }
    for (const Expectation& e : scenario.expect) out += expectation_toml(e);
    return out;
}

}  // namespace signals
