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

namespace signals {
namespace {

template <class... Args>
[[noreturn]] void refuse(Words words, Phrase phrase, const Args&... args) {
    throw std::invalid_argument(say(words, phrase, args...));
}

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

void set(const ScenarioField& field, std::string_view text, Words words) {
    const auto refuse_for = [&](const std::string& allowed) {
        refuse(words, Phrase::not_allowed, field.key, text, allowed);
    };
    const auto visit = [&]<class T>(T* target) {
        if constexpr (std::is_same_v<T, bool>) {
            if (text != "true" && text != "false") refuse_for(say(words, Phrase::true_or_false));
            *target = text == "true";
        } else if constexpr (std::is_arithmetic_v<T>) {
            T value{};
            if (!read_number(text, value) || !is_allowed(field.allowed, static_cast<double>(value)))
                refuse_for(describe(field.allowed, words));
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
                             std::span<const std::string_view> known, Words words) {
    const std::string all = fmt::format("{}", fmt::join(known, ", "));
    if (const auto near = suggest(key, known))
        refuse(words, Phrase::suggested_key, key, fault.kind, *near, all);
    refuse(words, Phrase::unknown_key, key, fault.kind, all);
}

void set(Fault& fault, std::string_view assignment, Words words) {
    const std::size_t equals = assignment.find('=');
    const std::string_view key = assignment.substr(0, equals);
    const std::vector<ScenarioField> fields = fields_of(fault);
    const std::vector<std::string_view> known = keys_of(fields);
    if (std::find(known.begin(), known.end(), key) == known.end())
        refuse_key(key, fault, known, words);
    if (equals == std::string_view::npos) refuse(words, Phrase::no_value, key, key);
    const std::string_view value = assignment.substr(equals + 1);
    if (key == "registers") return set_registers(fault, value, words);
    set(*std::find_if(fields.begin(), fields.end(),
                      [key](const ScenarioField& f) { return f.key == key; }),
        value, words);
}

Fault parse(std::string_view text, Words words) {
    const std::size_t colon = text.find(':');
    Fault fault = fault_of_kind(text.substr(0, colon), words);
    if (colon == std::string_view::npos) return fault;
    for (std::string_view rest = text.substr(colon + 1);;) {
        const std::size_t comma = rest.find(',');
        set(fault, rest.substr(0, comma), words);
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    if (const FaultProblem problem = find_problem(fault, words); !problem.what.empty())
        throw std::invalid_argument(problem.what);
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

Fault parse_fault(std::string_view text, Words words) {
    try {
        return parse(text, words);
    } catch (const std::invalid_argument& error) {
        refuse(words, Phrase::fault, text, error.what());
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
    std::string out = say(words, Phrase::fault_form) + '\n';
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
    const auto line = [words](Phrase question, Phrase keys) {
        return fmt::format("  {:<14} {}", say(words, question), say(words, keys));
    };
    return out + line(Phrase::where, Phrase::where_keys) + '\n' +
           line(Phrase::when, Phrase::when_keys);
}

}  // namespace signals
