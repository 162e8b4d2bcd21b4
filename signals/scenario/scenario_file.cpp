#include "signals/scenario/scenario_file.h"

#include <filesystem>
#include <stdexcept>

#include "signals/scenario/fault_reader.h"
#include "signals/scenario/text_file.h"
#include "signals/scenario/timeline_reader.h"
#include "signals/scenario/toml_reader.h"
#include "signals/timeline/course.h"
#include "signals/wiring/wiring.h"

namespace signals {

namespace {

constexpr std::array<std::string_view, 12> kTables{
    "meter", "installation", "front_end",    "fault", "title",   "teaches",
    "seed",  "wiring",       "transformers", "event", "profile", "expect"};
constexpr std::array<std::string_view, 1> kInstallationTables{"harmonic"};
constexpr std::array<std::string_view, 1> kHarmonicPhase{"phase"};

Harmonic read_harmonic(const TomlReader& reader, const toml::table& table) {
    Harmonic harmonic;
    reader.read_fields(table, "installation.harmonic", fields_of(harmonic), kHarmonicPhase);
    if (const toml::node* phase = table.get("phase"))
        harmonic.phases = read_phases(reader, *phase, "installation.harmonic.phase", false);
    if (!table.contains("order")) reader.fail(table.source(), kScenario.no_order);
    return harmonic;
}

void refuse_repeated_order(const TomlReader& reader, const toml::table& table,
                           const std::vector<Harmonic>& before, const Harmonic& next) {
    for (const Harmonic& earlier : before) {
        const auto both = static_cast<Phases>(earlier.phases & next.phases);
        if (earlier.order != next.order || both == 0) continue;
        reader.fail(table.at("order").source(), kScenario.order_again, next.order, letters(both));
    }
}

std::vector<Harmonic> read_harmonics(const TomlReader& reader, const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr) reader.fail(node.source(), kScenario.no_harmonics, type_of(node));
    std::vector<Harmonic> out;
    for (const toml::node& element : *array) {
        const toml::table* table = element.as_table();
        if (table == nullptr)
            reader.fail(element.source(), kScenario.no_harmonic, type_of(element));
        const Harmonic harmonic = read_harmonic(reader, *table);
        refuse_repeated_order(reader, *table, out, harmonic);
        out.push_back(harmonic);
    }
    return out;
}

Installation read_installation(const TomlReader& reader, const toml::table& root, int system_type) {
    Installation installation;
    installation.voltage_angle = default_voltage_angles(system_type);
    const toml::table* table = reader.subtable(root, "installation");
    if (table == nullptr) return installation;
    reader.read_fields(*table, "installation", fields_of(installation), kInstallationTables);
    if (const toml::node* harmonics = table->get("harmonic")) {
        installation.harmonics = read_harmonics(reader, *harmonics);
    }
    return installation;
}

std::string read_title(const TomlReader& reader, const toml::table& root, std::string_view key) {
    const toml::node* node = root.get(key);
    return node != nullptr ? reader.text(*node, std::string(key)) : std::string();
}

// What no single value shows: too many events.
void compile(const Scenario& scenario, const std::string& name) {
    try {
        const Course course(scenario.installation, scenario.timeline);
    } catch (const std::invalid_argument& error) {
        throw ScenarioError(Sentence::after(name + ": ", sentence_of(error)));
    }
}

template <class Settings>
Settings read_settings(const TomlReader& reader, const toml::table& root, std::string_view name) {
    Settings settings;
    if (const toml::table* table = reader.subtable(root, name)) {
        reader.read_fields(*table, std::string(name), fields_of(settings));
    }
    return settings;
}

}  // namespace

Scenario parse_scenario(std::string_view toml_text, std::string_view name) {
    const TomlReader reader{std::string(name)};
    const toml::table root = reader.parse(toml_text);
    reader.refuse_unknown(root, "", kTables);
    Scenario scenario;
    scenario.meter = read_settings<MeterSettings>(reader, root, "meter");
    scenario.installation = read_installation(reader, root, scenario.meter.system_type);
    scenario.front_end = read_settings<FrontEndSettings>(reader, root, "front_end");
    scenario.faults = read_faults(reader, root);
    scenario.timeline = read_timeline(reader, root, scenario.meter,
                                      std::filesystem::path(name).parent_path().string());
    scenario.title = read_title(reader, root, "title");
    scenario.teaches = read_title(reader, root, "teaches");
    scenario.expect = read_expectations(reader, root);
    compile(scenario, std::string(name));
    return scenario;
}

Scenario read_scenario(const std::string& path) {
    return parse_scenario(read_text(path, kMostScenarioBytes), path);
}

Event parse_event(std::string_view toml_text, std::string_view name) {
    const TomlReader reader{std::string(name)};
    const toml::table root = reader.parse(fmt::format("event = {}", toml_text));
    const toml::table* table = root["event"].as_table();
    if (table == nullptr) reader.fail(root.source(), kScenario.no_event);
    return read_event(reader, *table);
}

}  // namespace signals
