#include "signals/scenario/fault_reader.h"

#include <array>
#include <stdexcept>

#include "signals/scenario/fault_fields.h"
#include "signals/scenario/worded_error.h"

namespace signals {
namespace {

constexpr std::array<std::string_view, 2> kOwnKeys{"kind", "registers"};

Fault start_fault(const TomlReader& reader, const toml::table& table) {
    const toml::node* kind = table.get("kind");
    if (kind == nullptr) reader.fail(table.source(), kScenario.no_fault_kind);
    const auto name = kind->value_exact<std::string>();
    if (!name) reader.fail(kind->source(), kScenario.fault_kind_type, type_of(*kind));
    try {
        return fault_of_kind(*name);
    } catch (const std::invalid_argument& error) {
        reader.fail(kind->source(), Sentence::after("fault: ", sentence_of(error)));
    }
}

void read_registers(const TomlReader& reader, const toml::node& node, Fault& fault) {
    const auto refuse = [&](const Sentence& why) {
        reader.fail(node.source(), Sentence::after("fault.", why));
    };
    const auto number = node.value_exact<std::int64_t>();
    const auto text = node.value_exact<std::string>();
    if (!number && !text) refuse(Sentence::of(kScenario.registers_type, type_of(node)));
    try {
        set_registers(fault, text ? *text : std::to_string(*number));
    } catch (const std::invalid_argument& error) {
        refuse(sentence_of(error));
    }
}

Fault read_fault(const TomlReader& reader, const toml::table& table) {
    Fault fault = start_fault(reader, table);
    reader.read_fields(table, "fault", fields_of(fault), kOwnKeys);
    if (const toml::node* registers = table.get("registers"))
        read_registers(reader, *registers, fault);
    if (const auto problem = find_problem(fault))
        reader.fail(table.at(problem->key).source(), Sentence::after("fault.", problem->what));
    return fault;
}

}  // namespace

std::vector<Fault> read_faults(const TomlReader& reader, const toml::table& root) {
    std::vector<Fault> faults;
    const toml::node* node = root.get("fault");
    if (node == nullptr) return faults;
    const toml::array* array = node->as_array();
    if (array == nullptr) reader.fail(node->source(), kScenario.no_faults, type_of(*node));
    for (const toml::node& element : *array) {
        const toml::table* table = element.as_table();
        if (table == nullptr) reader.fail(element.source(), kScenario.no_fault, type_of(element));
        faults.push_back(read_fault(reader, *table));
    }
    return faults;
}

}  // namespace signals
