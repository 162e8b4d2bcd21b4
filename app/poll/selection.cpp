#include "app/poll/selection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "app/poll/phrases.h"

namespace polling {
namespace {

using meter::Format;
using meter::RegisterRow;

bool within(const RegisterRow& row, int first, int last) {
    return row.number + row.count - 1 >= first && row.number <= last;
}

bool named(const RegisterRow& row, std::string_view part) {
    return std::string_view(row.name).find(part) != std::string_view::npos;
}

struct Group {
    std::string_view name;
    bool (*has)(const RegisterRow&);
};

constexpr std::array<Group, 9> kGroups{{
    {"all", [](const RegisterRow&) { return true; }},
    {"integers", [](const RegisterRow& row) { return within(row, 1, kLastInteger); }},
    {"config", [](const RegisterRow& row) { return within(row, 129, 154); }},
    {"floats", [](const RegisterRow& row) { return row.format == Format::Float; }},
    {"identity", [](const RegisterRow& row) { return within(row, 7001, 7002); }},
    {"settings", [](const RegisterRow& row) { return row.setting != nullptr; }},
    {"scales", [](const RegisterRow& row) { return within(row, 138, 141); }},
    {"energies",
     [](const RegisterRow& row) {
         return std::string_view(row.units).starts_with("k") &&
                std::string_view(row.units).ends_with("h");
     }},
    {"demands",
     [](const RegisterRow& row) { return !within(row, 129, 154) && named(row, "demand"); }},
}};

// Wildcards * and ?, over names.
bool fits(std::string_view pattern, std::string_view name) {
    if (pattern.empty()) return name.empty();
    if (pattern[0] == '*')
        return fits(pattern.substr(1), name) || (!name.empty() && fits(pattern, name.substr(1)));
    return !name.empty() && (pattern[0] == '?' || pattern[0] == name[0]) &&
           fits(pattern.substr(1), name.substr(1));
}

template <class Predicate>
void add_if(Rows& rows, Predicate wanted) {
    for (const RegisterRow& row : meter::register_table())
        if (wanted(row)) rows.push_back(&row);
}

struct Range {
    int first;
    int last;
};

// "257" or "1-52".
std::optional<Range> range_of(std::string_view word) {
    Range range{};
    const char* end = word.data() + word.size();
    const auto first = std::from_chars(word.data(), end, range.first);
    if (first.ec != std::errc{}) return std::nullopt;
    range.last = range.first;
    if (first.ptr == end) return range;
    const auto last = std::from_chars(first.ptr + 1, end, range.last);
    if (*first.ptr != '-' || last.ec != std::errc{} || last.ptr != end) return std::nullopt;
    return range;
}

[[noreturn]] void refuse(signals::Words words, std::string_view point, Phrase what) {
    throw std::invalid_argument(say(words, Phrase::point, point, say(words, what)));
}

void add_word(Rows& rows, std::string_view word, signals::Words words) {
    const std::size_t before = rows.size();
    const auto* group = std::find_if(kGroups.begin(), kGroups.end(),
                                     [word](const Group& g) { return g.name == word; });
    if (group != kGroups.end()) return add_if(rows, group->has);
    if (const auto range = range_of(word)) {
        if (range->first > range->last) refuse(words, word, Phrase::range_order);
        add_if(rows,
               [&](const RegisterRow& row) { return within(row, range->first, range->last); });
        if (rows.size() == before) refuse(words, word, Phrase::no_register_there);
        return;
    }
    add_if(rows, [word](const RegisterRow& row) { return fits(word, row.name); });
    if (rows.size() == before) refuse(words, word, Phrase::no_such_register);
}

const RegisterRow* in_form(const RegisterRow* row, Form form) {
    const bool floating = row->format == Format::Float;
    if (form == Form::as_named || floating == (form == Form::floating)) return row;
    const RegisterRow* twin = twin_of(*row);
    return twin != nullptr ? twin : row;
}

// Integer rows and floats come in the same order, and the first float has a copy of its own
// (meter.md 3.8), so the twin of the n-th of the integers is the n-th float after the copy.
struct Forms {
    Rows integers;
    Rows floats;
    Forms() {
        add_if(integers, [](const RegisterRow& row) { return within(row, 1, kLastInteger); });
        add_if(floats, [](const RegisterRow& row) { return row.format == Format::Float; });
    }
};

const Forms& forms() {
    static const Forms both;
    return both;
}

std::optional<std::size_t> index_in(const Rows& rows, const RegisterRow& row) {
    const auto at = std::find(rows.begin(), rows.end(), &row);
    if (at == rows.end()) return std::nullopt;
    return static_cast<std::size_t>(at - rows.begin());
}

}  // namespace

const RegisterRow* twin_of(const RegisterRow& row) {
    const auto& [integers, floats] = forms();
    if (const auto i = index_in(integers, row)) return floats[*i == 0 ? 0 : *i + 1];
    if (const auto i = index_in(floats, row)) return integers[*i < 2 ? 0 : *i - 1];
    return nullptr;
}

Rows select(std::span<const std::string> points, Form form, signals::Words words) {
    Rows found;
    for (const std::string& word : points) {
        std::string_view rest = word;
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            add_word(found, rest.substr(0, comma), words);
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    Rows rows;
    for (const RegisterRow* row : found) {
        const RegisterRow* wanted = in_form(row, form);
        if (std::find(rows.begin(), rows.end(), wanted) == rows.end()) rows.push_back(wanted);
    }
    return rows;
}

}  // namespace polling
