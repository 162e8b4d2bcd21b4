// Reads tables of fields (fields.h) from parsed TOML and says where something is wrong.
// Private to scenario/: toml++ is seen nowhere else.
#pragma once

#include <fmt/format.h>
#include <toml++/toml.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "signals/scenario/fields.h"
#include "signals/scenario/phrases.h"
#include "signals/scenario/suggestion.h"

namespace signals {

// "a string", "an array", ...
Sentence type_of(const toml::node& node);
// The value as a person would recognize it.
Sentence value_of(const toml::node& node);

class TomlReader {
 public:
    explicit TomlReader(std::string file) : file_(std::move(file)) {}

    // Everything below throws ScenarioError, "file:line:column: what".
    [[nodiscard]] toml::table parse(std::string_view text) const;
    [[noreturn]] void fail(const toml::source_region& at, const Sentence& what) const;
    template <class... Args>
    [[noreturn]] void fail(const toml::source_region& at,
                           Fitting<std::type_identity_t<Args>...> text, const Args&... args) const {
        fail(at, Sentence::of(text, args...));
    }

    // The table of that name, nullptr when there is none.
    [[nodiscard]] const toml::table* subtable(const toml::table& root, std::string_view name) const;

    // Reads every key of the table into its field. `name` is the table's name in texts;
    // `others` are keys that the caller reads.
    void read_fields(const toml::table& table, const std::string& name,
                     const std::vector<ScenarioField>& fields,
                     std::span<const std::string_view> others = {}) const;

    // `name` is empty for the top of the file.
    void refuse_unknown(const toml::table& table, const std::string& name,
                        std::span<const std::string_view> known) const;

    // The tables of [[name]], none when there are none. More than `most` are an error.
    [[nodiscard]] std::vector<const toml::table*> tables(const toml::table& root,
                                                         std::string_view name,
                                                         std::size_t most) const;

    // One value. `name` is what it is called in texts.
    [[nodiscard]] double number(const toml::node& node, const std::string& name,
                                const Allowed& allowed) const;
    [[nodiscard]] bool flag(const toml::node& node, const std::string& name) const;
    [[nodiscard]] std::string text(const toml::node& node, const std::string& name) const;
    [[nodiscard]] std::vector<std::string> texts(const toml::node& node,
                                                 const std::string& name) const;
    // One number or one for each element.
    template <std::size_t N>
    void read(const toml::node& node, const std::string& name, const Allowed& allowed,
              std::array<double, N>& to) const;

 private:
    template <class Integer>
    [[nodiscard]] Integer integer(const toml::node& node, const std::string& name,
                                  const Allowed& allowed) const;
    void read(const toml::node& node, const std::string& name, const ScenarioField& field) const;

    std::string file_;
};

template <std::size_t N>
void TomlReader::read(const toml::node& node, const std::string& name, const Allowed& allowed,
                      std::array<double, N>& to) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) {
        if (!node.is_number()) {
            fail(node.source(), kScenario.no_numbers, name, value_of(node), N,
                 sentence_of(allowed));
        }
        to.fill(number(node, name, allowed));
        return;
    }
    if (array->size() != N) {
        fail(node.source(), kScenario.elements, name, array->size(), N);
    }
    for (std::size_t i = 0; i < N; ++i) {
        to[i] = number((*array)[i], fmt::format("{}[{}]", name, i), allowed);
    }
}

}  // namespace signals
