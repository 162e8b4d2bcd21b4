#include "signals/scenario/toml_reader.h"

#include <algorithm>
#include <type_traits>

#include "signals/capture/text.h"
#include "signals/scenario/scenario_file.h"
#include "signals/scenario/toml_words.h"

namespace signals {

Sentence value_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return Sentence::of(kScenario.the_string, text->get());
    if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
    if (const auto* whole = node.as_integer()) return std::to_string(whole->get());
    if (const auto* real = node.as_floating_point()) return number_text(real->get());
    return type_of(node);
}

Sentence type_of(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table:
            return Sentence::of(kScenario.a_table);
        case toml::node_type::array:
            return Sentence::of(kScenario.an_array);
        case toml::node_type::string:
            return Sentence::of(kScenario.a_string);
        case toml::node_type::integer:
            return Sentence::of(kScenario.an_integer);
        case toml::node_type::floating_point:
            return Sentence::of(kScenario.a_number);
        case toml::node_type::boolean:
            return Sentence::of(kScenario.true_or_false);
        default:
            return Sentence::of(kScenario.a_date);
    }
}

toml::table TomlReader::parse(std::string_view text) const {
    try {
        return toml::parse(text, file_);
    } catch (const toml::parse_error& error) {
        fail(error.source(), syntax_error(std::string(error.description())));
    }
}

void TomlReader::fail(const toml::source_region& at, const Sentence& what) const {
    // Keys, strings and toml++'s own words may hold line ends of the file.
    throw ScenarioError(Sentence::after(
        fmt::format("{}:{}:{}: ", file_, at.begin.line, at.begin.column),
        Sentence::made_by([what](Words words) { return displayable(what.in(words)); })));
}

const toml::table* TomlReader::subtable(const toml::table& root, std::string_view name) const {
    const toml::node* node = root.get(name);
    if (node == nullptr) return nullptr;
    if (!node->is_table()) fail(node->source(), kScenario.no_table, name, value_of(*node), name);
    return node->as_table();
}

void TomlReader::refuse_unknown(const toml::table& table, const std::string& name,
                                std::span<const std::string_view> known) const {
    for (const auto& [key, value] : table) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        const Sentence near = did_you_mean(key.str(), known);
        if (name.empty())
            fail(key.source(), kScenario.unknown_table, key.str(), near, list_of(known));
        fail(key.source(), kScenario.unknown_key_in, key.str(), name, near, list_of(known));
    }
}

void TomlReader::read_fields(const toml::table& table, const std::string& name,
                             const std::vector<ScenarioField>& fields,
                             std::span<const std::string_view> others) const {
    std::vector<std::string_view> known;
    known.reserve(fields.size() + others.size());
    for (const ScenarioField& field : fields) known.push_back(field.key);
    known.insert(known.end(), others.begin(), others.end());
    refuse_unknown(table, name, known);
    for (const ScenarioField& field : fields) {
        if (const toml::node* node = table.get(field.key)) {
            read(*node, fmt::format("{}.{}", name, field.key), field);
        }
    }
}

double TomlReader::number(const toml::node& node, const std::string& name,
                          const Allowed& allowed) const {
    const auto value = node.is_number() ? node.value<double>() : std::nullopt;
    if (!value)
        fail(node.source(), kScenario.no_number, name, value_of(node), sentence_of(allowed));
    if (!is_allowed(allowed, *value))
        fail(node.source(), kScenario.out_of_range, name, value_of(node), sentence_of(allowed));
    return *value;
}

template <class Integer>
Integer TomlReader::integer(const toml::node& node, const std::string& name,
                            const Allowed& allowed) const {
    const toml::value<std::int64_t>* value = node.as_integer();
    if (value == nullptr)
        fail(node.source(), kScenario.no_integer, name, value_of(node), sentence_of(allowed));
    if (!is_allowed(allowed, static_cast<double>(value->get())))
        fail(node.source(), kScenario.out_of_range, name, value_of(node), sentence_of(allowed));
    return static_cast<Integer>(value->get());
}

bool TomlReader::flag(const toml::node& node, const std::string& name) const {
    const toml::value<bool>* value = node.as_boolean();
    if (value == nullptr) fail(node.source(), kScenario.no_flag, name, value_of(node));
    return value->get();
}

std::string TomlReader::text(const toml::node& node, const std::string& name) const {
    const toml::value<std::string>* value = node.as_string();
    if (value == nullptr) fail(node.source(), kScenario.no_text, name, value_of(node));
    return value->get();
}

std::vector<std::string> TomlReader::texts(const toml::node& node, const std::string& name) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) fail(node.source(), kScenario.no_texts, name, value_of(node));
    std::vector<std::string> out;
    for (const toml::node& element : *array) out.push_back(text(element, name));
    return out;
}

std::vector<const toml::table*> TomlReader::tables(const toml::table& root, std::string_view name,
                                                   std::size_t most) const {
    std::vector<const toml::table*> out;
    const toml::node* node = root.get(name);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr) fail(node->source(), kScenario.no_tables, name, value_of(*node), name);
    if (array->size() > most) fail(node->source(), kScenario.too_many, name, array->size(), most);
    for (const toml::node& element : *array) {
        if (!element.is_table())
            fail(element.source(), kScenario.no_table_within, name, value_of(element), name);
        out.push_back(element.as_table());
    }
    return out;
}

void TomlReader::read(const toml::node& node, const std::string& name,
                      const ScenarioField& field) const {
    const auto visit = [&]<class T>(T* target) {
        if constexpr (std::is_same_v<T, bool>) {
            *target = flag(node, name);
        } else if constexpr (std::is_integral_v<T>) {
            *target = integer<T>(node, name, field.allowed);
        } else if constexpr (std::is_floating_point_v<T>) {
            *target = number(node, name, field.allowed);
        } else {
            read(node, name, field.allowed, *target);
        }
    };
    std::visit(visit, field.target);
}

}  // namespace signals
