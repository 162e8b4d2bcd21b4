#include "signals/scenario/toml_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace signals {
namespace {

constexpr const char* kParsing = "Error while parsing {}: {}";

// impl/parser.inl of toml++: what was being read ...
constexpr std::array kScopes{
    "array",        "boolean",        "comment", "date",           "date-time offset",
    "date-time",    "floating-point", "key",     "key-value pair", "root table",
    "time",         "literal string", "string",  "inline table",   "value",
    "table header", "integer",        "table"};

// ... and what is wrong with it. Every place is one of the file's own texts.
constexpr std::array kReasons{
    "encountered end-of-file",
    "expected '=', saw '{}'",
    "expected value, saw '{}'",
    "expected value-terminator, saw '{}'",
    "expected a comment or whitespace, saw '{}'",
    "expected keys, tables, whitespace or comments, saw '{}'",
    "expected bare key starting character or string delimiter, saw '{}'",
    "expected comma or closing ']', saw '{}'",
    "expected value or closing ']', saw comma",
    "expected comma or closing '}}', saw '{}'",
    "expected key or closing '}}', saw '{}'",
    "expected key-value pair or closing '}}', saw comma",
    "expected key-value pair, saw closing '}}' (dangling comma)",
    "expected ']', saw '{}'",
    "expected decimal digit, saw '{}'",
    "expected decimal digit or exponent, saw '{}'",
    "expected exponent digit, saw '{}'",
    "expected digit, saw '{}'",
    "expected hex digit, saw '{}'",
    "expected '{}', saw '{}'",
    "unknown escape sequence '\\{}'",
    "underscores may only follow digits",
    "underscores must be followed by digits",
    "values may not begin with underscores",
    "leading zeroes are prohibited",
    "unexpected control character",
    "tables with blank bare keys are explicitly prohibited",
    "'{}' could not be interpreted as a value",
    "'{}' is not representable in 64 bits",
    "cannot insert '{}' into existing inline table",
    "cannot redefine existing table '{}'",
    "cannot redefine existing {} '{}' as {}",
    "cannot redefine existing {} '{}'",
};

std::string unescaped(std::string_view piece) {
    std::string out;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        out += piece[i];
        if (piece[i] == '{' || piece[i] == '}') ++i;
    }
    return out;
}

// The fixed texts around the places of a template.
std::vector<std::string> pieces_of(std::string_view pattern) {
    std::vector<std::string> out;
    for (;;) {
        const std::size_t place = pattern.find("{}");
        out.push_back(unescaped(pattern.substr(0, place)));
        if (place == std::string_view::npos) return out;
        pattern.remove_prefix(place + 2);
    }
}

// What stands at the places, if the text was made of the template.
std::optional<std::vector<std::string>> matched(std::string_view pattern, std::string_view text) {
    const std::vector<std::string> pieces = pieces_of(pattern);
    if (!text.starts_with(pieces.front())) return std::nullopt;
    text.remove_prefix(pieces.front().size());
    std::vector<std::string> out;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool last = i + 1 == pieces.size();
        const std::size_t end = last && text.ends_with(pieces[i]) ? text.size() - pieces[i].size()
                                                                  : text.find(pieces[i]);
        if (end == std::string_view::npos) return std::nullopt;
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end + pieces[i].size());
    }
    if (!text.empty()) return std::nullopt;
    return out;
}

// A name of the library's, where it is one.
Sentence word(const std::string& text) {
    const auto* found = std::find(kScopes.begin(), kScopes.end(), text);
    return found == kScopes.end() ? Sentence{text} : Sentence::of(kTomlContext, *found);
}

Sentence reason(const std::string& text) {
    for (const char* pattern : kReasons) {
        const auto places = matched(pattern, text);
        if (!places) continue;
        std::array<Sentence, 3> said{"", "", ""};
        std::transform(places->begin(), places->end(), said.begin(), word);
        return Sentence::of(kTomlContext, pattern, said[0], said[1], said[2]);
    }
    return text;
}

}  // namespace

Sentence syntax_error(const std::string& description) {
    const auto places = matched(kParsing, description);
    if (!places) return description;
    return Sentence::of(kTomlContext, kParsing, word(places->front()), reason(places->back()));
}

std::vector<const char*> toml_texts() {
    std::vector<const char*> out{kParsing};
    out.insert(out.end(), kScopes.begin(), kScopes.end());
    out.insert(out.end(), kReasons.begin(), kReasons.end());
    return out;
}

}  // namespace signals
