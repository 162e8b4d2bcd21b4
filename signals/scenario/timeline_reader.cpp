#include "signals/scenario/timeline_reader.h"

#include <filesystem>

#include "signals/scenario/profile_file.h"
#include "signals/scenario/time_text.h"
#include "signals/timeline/kinds.h"
#include "signals/wiring/wiring.h"

namespace signals {

namespace {

constexpr std::size_t kMostEvents = 10'000;
constexpr std::size_t kMostExpectations = 1'000;

const Parameter& common(std::string_view key) {
    for (const Parameter& p : common_parameters()) {
        if (p.key == key) return p;
    }
    return common_parameters().front();
}

// A time: a number of seconds or a text such as "1.5h".
double read_time(const TomlReader& reader, const toml::node& node, const std::string& name,
                 const Allowed& allowed) {
    const toml::value<std::string>* text = node.as_string();
    if (text == nullptr) return reader.number(node, name, allowed);
    const auto seconds = seconds_from(text->get());
    if (!seconds || !is_allowed(allowed, *seconds)) {
        reader.fail(node.source(), kScenario.no_time, name, text->get(), sentence_of(allowed));
    }
    return *seconds;
}

double read_choice(const TomlReader& reader, const toml::node& node, const std::string& name,
                   std::span<const std::string_view> choices) {
    const toml::value<std::string>* text = node.as_string();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (text != nullptr && text->get() == choices[i]) return static_cast<double>(i);
    }
    reader.fail(node.source(), kScenario.out_of_range, name, value_of(node), list_of(choices));
}

// { uniform = [a, b] }, { normal = [mean, sd] }, { exponential = mean }
Value read_draw(const TomlReader& reader, const toml::table& table, const std::string& name,
                const Allowed& allowed) {
    static constexpr std::array<std::string_view, 3> kDraws{"uniform", "normal", "exponential"};
    reader.refuse_unknown(table, name, kDraws);
    if (table.size() != 1) reader.fail(table.source(), kScenario.drawn_in_one_way, name);
    Value out{.given = true, .draw = Draw::exponential, .fixed = {}, .a = 0.0, .b = 0.0};
    if (const toml::node* mean = table.get("exponential")) {
        out.a = reader.number(*mean, name, allowed);
        return out;
    }
    out.draw = table.contains("uniform") ? Draw::uniform : Draw::normal;
    const toml::node& node = *table.get(out.draw == Draw::uniform ? "uniform" : "normal");
    const toml::array* pair = node.as_array();
    if (pair == nullptr || pair->size() != 2) {
        reader.fail(node.source(), kScenario.no_two_numbers, name, value_of(node));
    }
    out.a = reader.number((*pair)[0], name, allowed);
    const Allowed deviation{0.0, allowed.high - allowed.low, allowed.unit};
    out.b = reader.number((*pair)[1], name, out.draw == Draw::normal ? deviation : allowed);
    return out;
}

Value read_value(const TomlReader& reader, const toml::node& node, const std::string& name,
                 const Parameter& p, bool is_time) {
    Value out{.given = true, .draw = Draw::fixed, .fixed = {}, .a = 0.0, .b = 0.0};
    switch (p.shape) {
        case Shape::number:
            if (node.is_table()) return read_draw(reader, *node.as_table(), name, p.allowed);
            out.fixed.fill(is_time ? read_time(reader, node, name, p.allowed)
                                   : reader.number(node, name, p.allowed));
            break;
        case Shape::per_phase:
            if (node.is_table()) return read_draw(reader, *node.as_table(), name, p.allowed);
            reader.read(node, name, p.allowed, out.fixed);
            break;
        case Shape::choice:
            out.fixed.fill(read_choice(reader, node, name, p.choices));
            break;
        case Shape::phases:
        case Shape::pair:
            out.fixed.fill(read_phases(reader, node, name, p.shape == Shape::pair));
            break;
        case Shape::flag:
            out.fixed.fill(reader.flag(node, name) ? 1.0 : 0.0);
            break;
    }
    return out;
}

const KindRow& read_kind(const TomlReader& reader, const toml::table& table) {
    const toml::node* node = table.get("kind");
    std::vector<std::string_view> names;
    for (const KindRow& row : kinds()) names.push_back(row.name);
    if (node == nullptr) reader.fail(table.source(), kScenario.no_event_kind, list_of(names));
    const toml::value<std::string>* text = node->as_string();
    const KindRow* row = text != nullptr ? find_kind(text->get()) : nullptr;
    if (row != nullptr) return *row;
    const Sentence near = text != nullptr ? did_you_mean(text->get(), names) : Sentence{""};
    reader.fail(node->source(), kScenario.event_kind, value_of(*node), near, list_of(names));
}

void read_parameters(const TomlReader& reader, const toml::table& table, const KindRow& row,
                     const std::string& name, Event& event) {
    for (const Parameter& p : row.parameters) {
        const toml::node* node = table.get(p.key);
        const std::string full = fmt::format("{}.{}", name, p.key);
        if (node == nullptr && p.required) {
            reader.fail(table.source(), kScenario.no_parameter, name, p.key,
                        Sentence::of(kScenarioContext, p.text.data()));
        }
        event.values.push_back(node != nullptr ? read_value(reader, *node, full, p, false)
                                               : Value{});
    }
}

void refuse_contradictions(const TomlReader& reader, const toml::table& table, const KindRow& row) {
    const auto refuse = [&](std::string_view key, const Sentence& why) {
        if (const toml::node* node = table.get(key)) reader.fail(node->source(), why);
    };
    if (row.lasting == Lasting::for_good) refuse("duration", Sentence::of(kScenario.step_lasts));
    if (table.contains("rate_per_hour")) {
        refuse("every", Sentence::of(kScenario.every_and_rate));
        refuse("count", Sentence::of(kScenario.count_and_rate));
    } else if (!table.contains("every")) {
        refuse("count", Sentence::of(kScenario.count_without_every));
        refuse("until", Sentence::of(kScenario.until_without_every));
    }
}

// [wiring] and [transformers]: an event at power-up.
Event event_of_table(const TomlReader& reader, const toml::table& table, Kind kind,
                     const std::string& name, std::string_view prefix_a,
                     std::string_view prefix_b) {
    const KindRow& row = row_of(kind);
    std::vector<std::string_view> known;
    for (const Parameter& p : row.parameters) {
        if (p.key.starts_with(prefix_a) || p.key.starts_with(prefix_b)) known.push_back(p.key);
    }
    reader.refuse_unknown(table, name, known);
    Event out;
    out.kind = kind;
    read_parameters(reader, table, row, name, out);
    return out;
}

Profile read_one_profile(const TomlReader& reader, const toml::table& table,
                         const std::string& directory, Phases phases) {
    static constexpr std::array<std::string_view, 4> kKeys{"file", "at", "linear", "repeat"};
    reader.refuse_unknown(table, "profile", kKeys);
    Profile out;
    const toml::node* file = table.get("file");
    if (file == nullptr) reader.fail(table.source(), kScenario.no_profile_file);
    const std::filesystem::path path{reader.text(*file, "profile.file")};
    out.file =
        path.is_absolute() ? path.string() : std::filesystem::absolute(directory / path).string();
    const std::string shown = path.is_absolute() ? path.string() : (directory / path).string();
    if (const toml::node* at = table.get("at")) {
        out.at = read_time(reader, *at, "profile.at", kSeconds);
    }
    if (const toml::node* n = table.get("linear")) out.linear = reader.flag(*n, "profile.linear");
    if (const toml::node* n = table.get("repeat")) out.repeat = reader.flag(*n, "profile.repeat");
    out.points = read_profile(shown, phases);
    return out;
}

Phases phases_of(int system_type) {
    const Wiring wiring = wiring_of(system_type);
    Phases out = 0;
    for (std::size_t x = 0; x < 3; ++x) {
        if (wiring.current[x][x] != 0.0) out = static_cast<Phases>(out | (1U << x));
    }
    return out;
}

}  // namespace

Phases read_phases(const TomlReader& reader, const toml::node& node, const std::string& name,
                   bool pair) {
    const toml::value<std::string>* text = node.as_string();
    Phases out = 0;
    bool good = text != nullptr && !text->get().empty();
    for (const char c : good ? text->get() : std::string()) {
        good = good && c >= 'A' && c <= 'C' && !has(out, static_cast<std::size_t>(c - 'A'));
        if (good) out = static_cast<Phases>(out | (1U << (c - 'A')));
    }
    const bool two = out == 3 || out == 5 || out == 6;
    if (good && (!pair || two)) return out;
    reader.fail(node.source(), kScenario.out_of_range, name, value_of(node),
                pair ? Sentence::of(kScenario.pairs) : Sentence::of(kScenario.phase_sets));
}

Event read_event(const TomlReader& reader, const toml::table& table) {
    const KindRow& row = read_kind(reader, table);
    std::vector<std::string_view> known{"kind", "name"};
    for (const Parameter& p : common_parameters()) known.push_back(p.key);
    for (const Parameter& p : row.parameters) known.push_back(p.key);
    reader.refuse_unknown(table, "event", known);
    refuse_contradictions(reader, table, row);
    Event out;
    out.kind = row.kind;
    const auto time = [&](std::string_view key, double& to) {
        if (const toml::node* node = table.get(key)) {
            to = read_time(reader, *node, fmt::format("event.{}", key), common(key).allowed);
        }
    };
    time("at", out.at);
    time("every", out.every);
    time("until", out.until);
    if (const toml::node* node = table.get("duration")) {
        out.duration = read_value(reader, *node, "event.duration", common("duration"), true);
    }
    if (const toml::node* node = table.get("rate_per_hour")) {
        out.rate_per_hour = reader.number(*node, "event.rate_per_hour", kRatePerHour);
    }
    if (const toml::node* node = table.get("count")) {
        out.count = static_cast<int>(reader.number(*node, "event.count", kRepeats));
    }
    if (const toml::node* node = table.get("phase")) {
        out.phases = read_phases(reader, *node, "event.phase", false);
    }
    if (const toml::node* node = table.get("name")) out.name = reader.text(*node, "event.name");
    read_parameters(reader, table, row, fmt::format("event {}", row.name), out);
    return out;
}

Timeline read_timeline(const TomlReader& reader, const toml::table& root,
                       const MeterSettings& meter, const std::string& directory) {
    Timeline out;
    if (const toml::node* node = root.get("seed")) {
        out.seed = static_cast<std::uint64_t>(reader.number(*node, "seed", kSeed));
    }
    if (const toml::table* table = reader.subtable(root, "wiring")) {
        out.events.push_back(event_of_table(reader, *table, Kind::wiring, "wiring", "", ""));
    }
    if (const toml::table* table = reader.subtable(root, "transformers")) {
        out.events.push_back(
            event_of_table(reader, *table, Kind::step, "transformers", "pt_", "ct_"));
    }
    for (const toml::table* table : reader.tables(root, "event", kMostEvents)) {
        out.events.push_back(read_event(reader, *table));
    }
    for (const toml::table* table : reader.tables(root, "profile", 10)) {
        out.profiles.push_back(
            read_one_profile(reader, *table, directory, phases_of(meter.system_type)));
    }
    return out;
}

std::vector<Expectation> read_expectations(const TomlReader& reader, const toml::table& root) {
    static constexpr std::array<std::string_view, 7> kKeys{
        "at", "register", "value", "percent", "absolute", "alerts", "alarm_closed"};
    std::vector<Expectation> out;
    for (const toml::table* table : reader.tables(root, "expect", kMostExpectations)) {
        reader.refuse_unknown(*table, "expect", kKeys);
        Expectation e;
        e.place = {static_cast<int>(table->source().begin.line),
                   static_cast<int>(table->source().begin.column)};
        const toml::node* at = table->get("at");
        if (at == nullptr) reader.fail(table->source(), kScenario.no_expected_time);
        e.at = read_time(reader, *at, "expect.at", kSeconds);
        const auto number = [&](std::string_view key, const Allowed& allowed, auto& to) {
            if (const toml::node* node = table->get(key)) {
                to = reader.number(*node, fmt::format("expect.{}", key), allowed);
            }
        };
        if (const toml::node* n = table->get("register")) {
            e.register_name = reader.text(*n, "expect.register");
        }
        number("value", {-1e15, 1e15, ""}, e.value);
        number("percent", {0.0, 1'000.0, "%"}, e.percent);
        number("absolute", {0.0, 1e15, ""}, e.absolute);
        if (const toml::node* n = table->get("alerts"))
            e.alerts = reader.texts(*n, "expect.alerts");
        if (const toml::node* n = table->get("alarm_closed")) {
            e.alarm_closed = reader.flag(*n, "expect.alarm_closed");
        }
        if (e.register_name.empty() && !e.alerts && !e.alarm_closed) {
            reader.fail(table->source(), kScenario.nothing_expected);
        }
        out.push_back(std::move(e));
    }
    return out;
}

}  // namespace signals
