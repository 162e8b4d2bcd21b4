#include "signals/scenario/fault_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <stdexcept>
#include <type_traits>

#include "signals/scenario/fault_fields.h"
#include "signals/scenario/phrases.h"
#include "signals/scenario/suggest.h"
#include "signals/scenario/worded_error.h"

namespace signals {
namespace {

using Problem = WordedError<std::invalid_argument>;

template <class Number>
bool read_number(std::string_view text, Number& to) {
    const char* end = text.data() + text.size();
    std::from_chars_result done{};
    if constexpr (std::is_integral_v<Number>) {
        const bool hex = text.starts_with("0x") || text.starts_with("0X");
        done = std::from_chars(text.data() + (hex ? 2 : 0), end, to, hex ? 16 : 10);
    } else {
        done = std::from_chars(text.data(), end, to);
    }
    return done.ec == std::errc{} && done.ptr == end;
}

void set(const ScenarioField& field, std::string_view text) {
    const auto refuse_for = [&](const Sentence& allowed) {
        throw Problem(Sentence::of(kScenario.not_allowed, field.key, text, allowed));
    };
    const auto visit = [&]<class T>(T* target) {
        if constexpr (std::is_same_v<T, bool>) {
            if (text != "true" && text != "false")
                refuse_for(Sentence::of(kScenario.true_or_false));
            *target = text == "true";
        } else if constexpr (std::is_arithmetic_v<T>) {
            T value{};
            if (!read_number(text, value) || !is_allowed(field.allowed, static_cast<double>(value)))
                refuse_for(sentence_of(field.allowed));
            *target = value;
        }
    };
    std::visit(visit, field.target);
}

std::vector<std::string_view> keys_of(const std::vector<ScenarioField>& fields) {
    std::vector<std::string_view> keys;
    for (const ScenarioField& field : fields) keys.push_back(field.key);
    keys.emplace_back("registers");
    return keys;
}

[[noreturn]] void refuse_key(std::string_view key, const Fault& fault,
                             std::span<const std::string_view> known) {
    const std::string all = fmt::format("{}", fmt::join(known, ", "));
    if (const auto near = suggest(key, known))
        throw Problem(Sentence::of(kScenario.suggested_key, key, fault.kind, *near, all));
    throw Problem(Sentence::of(kScenario.unknown_key, key, fault.kind, all));
}

void set(Fault& fault, std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    const std::string_view key = assignment.substr(0, equals);
    const std::vector<ScenarioField> fields = fields_of(fault);
    const std::vector<std::string_view> known = keys_of(fields);
    if (std::find(known.begin(), known.end(), key) == known.end()) refuse_key(key, fault, known);
    if (equals == std::string_view::npos) throw Problem(Sentence::of(kScenario.no_value, key, key));
    const std::string_view value = assignment.substr(equals + 1);
    if (key == "registers") return set_registers(fault, value);
    set(*std::find_if(fields.begin(), fields.end(),
                      [key](const ScenarioField& f) { return f.key == key; }),
        value);
}

Fault parse(std::string_view text) {
    const std::size_t colon = text.find(':');
    Fault fault = fault_of_kind(text.substr(0, colon));
    if (colon == std::string_view::npos) return fault;
    for (std::string_view rest = text.substr(colon + 1);;) {
        const std::size_t comma = rest.find(',');
        set(fault, rest.substr(0, comma));
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (const auto problem = find_problem(fault)) throw Problem(problem->what);
    return fault;
}

std::string value_text(const Target& target) {
    const auto visit = []<class T>(const T* value) -> std::string {
        if constexpr (std::is_arithmetic_v<T>) {
            return fmt::format("{}", *value);
        } else {
            return {};
        }
    };
    return std::visit(visit, target);
}

}  // namespace

Fault parse_fault(std::string_view text) {
    try {
        return parse(text);
    } catch (const std::invalid_argument& error) {
        throw Problem(Sentence::of(kScenario.fault, text, sentence_of(error)));
    }
}

std::string to_text(const Fault& fault) {
    Fault shown = fault;
    Fault plain = fault_of_kind(fault.kind);
    const std::vector<ScenarioField> fields = fields_of(shown);
    const std::vector<ScenarioField> defaults = fields_of(plain);
    std::vector<std::string> parts;
    if (const std::string registers = registers_text(fault); !registers.empty())
        parts.push_back("registers=" + registers);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string value = value_text(fields[i].target);
        if (value != value_text(defaults[i].target))
            parts.push_back(fmt::format("{}={}", fields[i].key, value));
    }
    return fmt::format("{}{}{}", fault.kind, parts.empty() ? "" : ":", fmt::join(parts, ","));
}

std::string describe_faults(Words words) {
    std::string out = say(words, kScenario.fault_form) + '\n';
    for (const FaultKind& kind : fault_kinds()) {
        Fault plain = fault_of_kind(kind.name);
        std::string keys;
        for (const ScenarioField& field : fields_of(plain)) {
            if (field.key == "address") break;  // the first that every kind has
            keys += fmt::format(" {}={}", field.key, value_text(field.target));
        }
        out += fmt::format("  {:<14}{}{}{}\n", kind.name, words(kScenarioContext, kind.summary),
                           keys.empty() ? "" : ";", keys);
    }
    const auto line = [words](const Text& question, const Text& keys) {
        return fmt::format("  {:<14} {}", words(question.context, question.english),
                           words(keys.context, keys.english));
    };
    return out + line(kScenario.where, kScenario.where_keys) + '\n' +
           line(kScenario.when, kScenario.when_keys);
}

}  // namespace signals
