// A command line of a console, taken apart. Blanks are spaces, tabs and line ends.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cli {

// "@12 keys minus plus": address, name, rest. The name is a view into the line.
struct Words {
    std::optional<int> address;
    std::string_view name;
    std::string rest;  // without blanks around it
};
// Throws std::invalid_argument when @ADDRESS is none.
Words split(std::string_view line);

// The first word, and what is behind it without blanks around it.
std::pair<std::string_view, std::string_view> cut(std::string_view text);

// Nothing unless all of it is a whole number.
template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || stopped != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace cli
