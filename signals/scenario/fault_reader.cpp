#include "signals/scenario/fault_reader.h"

#include <array>
#include <stdexcept>

#include "signals/scenario/fault_fields.h"

namespace signals {
namespace {

constexpr std::array<std::string_view, 2> kOwnKeys{"kind", "registers"};

Fault start_fault(const TomlReader& reader, const toml::table& table) {
    const toml::node* kind = table.get("kind");
    const auto name = kind == nullptr ? std::nullopt : kind->value_exact<std::string>();
    if (!name) {
        reader.fail(kind == nullptr ? table.source() : kind->source(),
                    kind == nullptr
                        ? "fault has no kind, allowed is kind = \"no-answer\" and others"
                        : fmt::format("fault.kind is {}, allowed is a string", type_name(*kind)));
    }
    try {
        return fault_of_kind(*name);
    } catch (const std::invalid_argument& error) {
        reader.fail(kind->source(), fmt::format("fault: {}", error.what()));
    }
}

void read_registers(const TomlReader& reader, const toml::node& node, Fault& fault) {
    const auto number = node.value_exact<std::int64_t>();
    const auto text = node.value_exact<std::string>();
    try {
        if (!number && !text) {
            throw std::invalid_argument(
                fmt::format("registers is {}, allowed is a number like 257 or a string like "
                            "\"257-262\"",
                            type_name(node)));
        }
        set_registers(fault, text ? *text : std::to_string(*number));
    } catch (const std::invalid_argument& error) {
        reader.fail(node.source(), fmt::format("fault.{}", error.what()));
    }
}

Fault read_fault(const TomlReader& reader, const toml::table& table) {
    Fault fault = start_fault(reader, table);
    reader.read_fields(table, "fault", fields_of(fault), kOwnKeys);
    if (const toml::node* registers = table.get("registers"))
        read_registers(reader, *registers, fault);
    if (const FaultProblem problem = find_problem(fault); !problem.what.empty())
        reader.fail(table.at(problem.key).source(), "fault." + problem.what);
    return fault;
}

}  // namespace

std::vector<Fault> read_faults(const TomlReader& reader, const toml::table& root) {
    std::vector<Fault> faults;
    const toml::node* node = root.get("fault");
    if (node == nullptr) return faults;
    const std::string allowed = "allowed is [[fault]], once per fault";
    const toml::array* array = node->as_array();
    if (array == nullptr)
        reader.fail(node->source(), fmt::format("fault is {}, {}", type_name(*node), allowed));
    for (const toml::node& element : *array) {
        const toml::table* table = element.as_table();
        if (table == nullptr)
            reader.fail(element.source(),
                        fmt::format("fault holds {}, {}", type_name(element), allowed));
        faults.push_back(read_fault(reader, *table));
    }
    return faults;
}

}  // namespace signals
