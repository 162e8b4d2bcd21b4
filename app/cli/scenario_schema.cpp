#include "app/cli/scenario_schema.h"

#include <fmt/format.h>

#include <iterator>

#include "signals/scenario/check.h"
#include "signals/scenario/fault_fields.h"
#include "signals/scenario/fields.h"
#include "signals/scenario/scenario.h"
#include "signals/timeline/kinds.h"

namespace cli {
namespace {

constexpr const char* kPhasePattern = "^(?!.*(.).*\\1)[ABC]{1,3}$";

using nlohmann::ordered_json;
using signals::Allowed;
using signals::KindRow;
using signals::Parameter;
using signals::ScenarioField;
using signals::Shape;

ordered_json number(const Allowed& allowed, const char* type = "number") {
    ordered_json out{{"type", type}};
    if (!allowed.one_of.empty()) return {{"enum", allowed.one_of}};
    out["minimum"] = allowed.low;
    out["maximum"] = allowed.high;
    return out;
}

ordered_json one_or_each(const Allowed& allowed, std::size_t count) {
    return {{"oneOf",
             {number(allowed),
              {{"type", "array"},
               {"items", number(allowed)},
               {"minItems", count},
               {"maxItems", count}}}}};
}

ordered_json closed(ordered_json properties) {
    return {
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

ordered_json schema_of(const ScenarioField& field) {
    const auto visit = [&]<class T>(const T*) -> ordered_json {
        if constexpr (std::is_same_v<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (std::is_integral_v<T>) {
            return number(field.allowed, "integer");
        } else if constexpr (std::is_floating_point_v<T>) {
            return number(field.allowed);
        } else {
            return one_or_each(field.allowed, std::tuple_size_v<T>);
        }
    };
    return std::visit(visit, field.target);
}

template <class Settings>
ordered_json table_of(Settings settings) {
    ordered_json properties = ordered_json::object();
    for (const ScenarioField& field : signals::fields_of(settings)) {
        properties[std::string(field.key)] = schema_of(field);
        if (*field.allowed.unit != '\0')
            properties[std::string(field.key)]["description"] = field.allowed.unit;
    }
    return closed(properties);
}

ordered_json drawn(const Allowed& allowed) {
    const ordered_json pair{
        {"type", "array"}, {"items", {{"type", "number"}}}, {"minItems", 2}, {"maxItems", 2}};
    ordered_json out =
        closed({{"uniform", pair}, {"normal", pair}, {"exponential", number(allowed)}});
    out["minProperties"] = 1;
    out["maxProperties"] = 1;
    return out;
}

ordered_json shape_of(const Parameter& p, bool is_time = false) {
    switch (p.shape) {
        case Shape::number:
            if (is_time)
                return {{"oneOf", {number(p.allowed), {{"type", "string"}}, drawn(p.allowed)}}};
            return {{"oneOf", {number(p.allowed), drawn(p.allowed)}}};
        case Shape::per_phase: {
            ordered_json out = one_or_each(p.allowed, 3);
            out["oneOf"].push_back(drawn(p.allowed));
            return out;
        }
        case Shape::choice:
            return {{"enum", std::vector<std::string>(p.choices.begin(), p.choices.end())}};
        case Shape::phases:
            return {{"type", "string"}, {"pattern", kPhasePattern}};
        case Shape::pair:
            return {{"type", "string"}, {"pattern", "^(AB|BA|BC|CB|AC|CA)$"}};
        case Shape::flag:
            return {{"type", "boolean"}};
    }
    return {};
}

ordered_json described(ordered_json schema, const Parameter& p) {
    std::string text(p.text);
    if (*p.allowed.unit != '\0') text += fmt::format(", {}", p.allowed.unit);
    schema["description"] = text;
    return schema;
}

ordered_json time_of(const Allowed& allowed) {
    return {{"oneOf", {number(allowed), {{"type", "string"}}}}};
}

ordered_json properties_of(const KindRow& row, std::string_view a = "", std::string_view b = "") {
    ordered_json out = ordered_json::object();
    for (const Parameter& p : row.parameters) {
        if (p.key.starts_with(a) || p.key.starts_with(b))
            out[std::string(p.key)] = described(shape_of(p), p);
    }
    return out;
}

ordered_json common_schema(const Parameter& p) {
    if (p.key == "duration") return shape_of(p, true);
    if (p.key == "count" || p.key == "rate_per_hour") return number(p.allowed);
    return p.shape == Shape::number ? time_of(p.allowed) : shape_of(p);
}

ordered_json event_of(const KindRow& row) {
    ordered_json properties{{"kind", {{"const", std::string(row.name)}}},
                            {"name", {{"type", "string"}}}};
    for (const Parameter& p : signals::common_parameters()) {
        if (p.key == "duration" && row.lasting == signals::Lasting::for_good) continue;
        properties[std::string(p.key)] = described(common_schema(p), p);
    }
    properties.update(properties_of(row));
    ordered_json out = closed(properties);
    out["description"] = std::string(row.text);
    ordered_json required{"kind"};
    for (const Parameter& p : row.parameters) {
        if (p.required) required.push_back(std::string(p.key));
    }
    out["required"] = required;
    out["not"] = {{"required", {"rate_per_hour", "every"}}};
    out["dependentRequired"] = {{"count", {"every"}}};
    return out;
}

ordered_json array_of(ordered_json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

ordered_json expectation() {
    ordered_json out = closed({{"at", time_of(signals::kSeconds)},
                               {"register", {{"type", "string"}}},
                               {"value", {{"type", "number"}}},
                               {"percent", number({0.0, 1'000.0, ""})},
                               {"absolute", {{"type", "number"}, {"minimum", 0}}},
                               {"alerts", array_of({{"type", "string"}})},
                               {"alarm_closed", {{"type", "boolean"}}}});
    out["required"] = {"at"};
    out["anyOf"] = {
        {{"required", {"register"}}}, {{"required", {"alerts"}}}, {{"required", {"alarm_closed"}}}};
    return out;
}

ordered_json profile() {
    ordered_json out = closed({{"file", {{"type", "string"}}},
                               {"at", time_of(signals::kSeconds)},
                               {"linear", {{"type", "boolean"}}},
                               {"repeat", {{"type", "boolean"}}}});
    out["required"] = {"file"};
    return out;
}

ordered_json fault_of(const signals::FaultKind& kind) {
    signals::Fault fault = signals::fault_of_kind(kind.name);
    ordered_json properties{{"kind", {{"const", std::string(kind.name)}}},
                            {"registers", {{"type", {"integer", "string"}}}}};
    for (const ScenarioField& field : signals::fields_of(fault))
        properties[std::string(field.key)] = schema_of(field);
    ordered_json out = closed(properties);
    out["required"] = {"kind"};
    return out;
}

std::string default_of(const Parameter& p) {
    if (p.required) return "required";
    if (p.shape == Shape::choice) return std::string(p.choices[static_cast<std::size_t>(p.preset)]);
    if (p.shape == Shape::number || p.shape == Shape::per_phase)
        return signals::number_text(p.preset);
    return "";
}

std::string allowed_of(const Parameter& p) {
    switch (p.shape) {
        case Shape::choice:
            return fmt::format("{}", fmt::join(p.choices, ", "));
        case Shape::phases:
            return "A, BC, ...";
        case Shape::pair:
            return "AB, BC or AC";
        case Shape::flag:
            return "true or false";
        default:
            return signals::describe(p.allowed);
    }
}

std::string rows_of(std::span<const Parameter> parameters, bool defaults) {
    std::string out = "| key | allowed | default | meaning |\n| --- | --- | --- | --- |\n";
    for (const Parameter& p : parameters) {
        fmt::format_to(std::back_inserter(out), "| `{}` | {} | {} | {} |\n", p.key, allowed_of(p),
                       defaults ? default_of(p) : "", p.text);
    }
    return out;
}

}  // namespace

ordered_json scenario_schema() {
    ordered_json installation = table_of(signals::Installation{});
    ordered_json harmonic = table_of(signals::Harmonic{});
    harmonic["properties"]["phase"] = {{"type", "string"}, {"pattern", kPhasePattern}};
    harmonic["properties"]["phase"]["description"] = "which phases have it; all without it";
    harmonic["required"] = {"order"};
    installation["properties"]["harmonic"] = array_of(harmonic);
    ordered_json events = ordered_json::array();
    for (const KindRow& row : signals::kinds()) events.push_back(event_of(row));
    ordered_json faults = ordered_json::array();
    for (const signals::FaultKind& kind : signals::fault_kinds()) faults.push_back(fault_of(kind));
    ordered_json out{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                     {"title", "MeterTwin scenario"}};
    out.update(closed({{"title", {{"type", "string"}}},
                       {"teaches", {{"type", "string"}}},
                       {"seed", number(signals::kSeed, "integer")},
                       {"meter", table_of(signals::MeterSettings{})},
                       {"installation", installation},
                       {"front_end", table_of(signals::FrontEndSettings{})},
                       {"wiring", closed(properties_of(signals::row_of(signals::Kind::wiring)))},
                       {"transformers",
                        closed(properties_of(signals::row_of(signals::Kind::step), "pt_", "ct_"))},
                       {"event", array_of({{"oneOf", events}})},
                       {"profile", array_of(profile())},
                       {"expect", array_of(expectation())},
                       {"fault", array_of({{"oneOf", faults}})}}));
    return out;
}

std::string scenario_reference() {
    std::string out =
        "Keys that every event has:\n\n" + rows_of(signals::common_parameters(), false);
    for (const KindRow& row : signals::kinds()) {
        fmt::format_to(std::back_inserter(out), "\n### {}\n\nThis kind {}.\n", row.name, row.text);
        if (row.parameters.empty()) continue;
        const bool levels = row.kind == signals::Kind::step || row.kind == signals::Kind::ramp;
        if (row.kind == signals::Kind::ramp) {
            out += "\nKeys as of `step`.\n";
            continue;
        }
        if (levels) out += "\nWhat is not given stays as it is.\n";
        out += '\n' + rows_of(row.parameters, !levels);
    }
    return out;
}

}  // namespace cli
