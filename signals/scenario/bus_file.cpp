#include "signals/scenario/bus_file.h"

#include <array>
#include <filesystem>

#include "signals/scenario/text_file.h"
#include "signals/scenario/toml_reader.h"

namespace signals {
namespace {

constexpr std::array kBauds{1'200, 2'400, 4'800, 9'600, 19'200, 38'400};
constexpr std::array<std::string_view, 3> kParities{"none", "even", "odd"};
constexpr std::array<std::string_view, 2> kTables{"line", "meter"};
constexpr std::array<std::string_view, 1> kLineKeys{"parity"};
constexpr std::array<std::string_view, 2> kMeterKeys{"parity", "scenario"};
constexpr int kLastAddress = 247;

constexpr Allowed kBaud{1'200, 38'400, "bit/s", kBauds};
constexpr Allowed kAddress{1, kLastAddress, ""};
constexpr Allowed kCount{1, kMostMetersOnABus, ""};

const std::string* text_at(const TomlReader& reader, const toml::table& table,
                           const std::string& name, std::string_view key, const Sentence& allowed) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return nullptr;
    if (const auto* text = node->as_string()) return &text->get();
    reader.fail(node->source(), kScenario.out_of_range, fmt::format("{}.{}", name, key),
                type_of(*node), allowed);
}

void read_parity(const TomlReader& reader, const toml::table& table, const std::string& name,
                 BusMeter& meter) {
    const Sentence allowed = Sentence::of(kScenario.parities);
    const std::string* text = text_at(reader, table, name, "parity", allowed);
    if (text == nullptr) return;
    for (std::size_t i = 0; i < kParities.size(); ++i) {
        if (kParities[i] != *text) continue;
        meter.parity = static_cast<LineParity>(i);
        return;
    }
    reader.fail(table.at("parity").source(), kScenario.no_parity, name + ".parity", *text, allowed);
}

void read_scenario_of(const TomlReader& reader, const toml::table& table, const std::string& file,
                      BusMeter& meter) {
    const std::string* text =
        text_at(reader, table, "meter", "scenario", Sentence::of(kScenario.scenario_path));
    if (text == nullptr) return;
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    try {
        meter.scenario = read_scenario((folder / *text).string());
    } catch (const ScenarioError& error) {
        reader.fail(table.at("scenario").source(),
                    Sentence::after("meter.scenario: ", error.sentence()));
    }
}

BusMeter read_line(const TomlReader& reader, const toml::table& root) {
    BusMeter common;
    const toml::table* table = reader.subtable(root, "line");
    if (table == nullptr) return common;
    reader.read_fields(*table, "line", {{"baud", &common.baud, kBaud}}, kLineKeys);
    read_parity(reader, *table, "line", common);
    return common;
}

void add_meters(const TomlReader& reader, const toml::table& table, const std::string& file,
                BusMeter meter, std::vector<BusMeter>& meters) {
    int count = 1;
    reader.read_fields(table, "meter",
                       {{"address", &meter.address, kAddress},
                        {"count", &count, kCount},
                        {"baud", &meter.baud, kBaud}},
                       kMeterKeys);
    if (!table.contains("address")) reader.fail(table.source(), kScenario.no_address);
    if (meter.address + count - 1 > kLastAddress)
        reader.fail(table.at("count").source(), kScenario.count, count,
                    kLastAddress - meter.address + 1, kLastAddress);
    read_parity(reader, table, "meter", meter);
    read_scenario_of(reader, table, file, meter);
    for (int i = 0; i < count; ++i, ++meter.address, ++meter.scenario.front_end.seed)
        meters.push_back(meter);
    if (meters.size() > kMostMetersOnABus)
        reader.fail(table.source(), kScenario.too_many_meters, meters.size(), kMostMetersOnABus);
}

}  // namespace

std::vector<BusMeter> parse_bus(std::string_view toml_text, const std::string& name) {
    const TomlReader reader{name};
    const toml::table root = reader.parse(toml_text);
    reader.refuse_unknown(root, "", kTables);
    const BusMeter common = read_line(reader, root);
    const toml::node* node = root.get("meter");
    const toml::array* array = node == nullptr ? nullptr : node->as_array();
    if (array == nullptr)
        reader.fail(node == nullptr ? root.source() : node->source(), kScenario.no_meters);
    std::vector<BusMeter> meters;
    for (const toml::node& element : *array) {
        const toml::table* table = element.as_table();
        if (table == nullptr)
            reader.fail(element.source(), kScenario.no_meter_within, type_of(element));
        add_meters(reader, *table, name, common, meters);
    }
    if (meters.empty()) reader.fail(node->source(), kScenario.no_meter);
    return meters;
}

std::vector<BusMeter> read_bus(const std::string& path) {
    return parse_bus(read_text(path, kMostScenarioBytes), path);
}

}  // namespace signals
