#include "app/cli/control/words.h"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace cli {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

}  // namespace

std::pair<std::string_view, std::string_view> cut(std::string_view text) {
    text = trimmed(text);
    const std::size_t end = std::min(text.find_first_of(kBlanks), text.size());
    return {text.substr(0, end), trimmed(text.substr(end))};
}

Words split(std::string_view line) {
    auto [name, rest] = cut(line);
    Words words;
    if (name.starts_with('@')) {
        words.address = number_of<int>(name.substr(1));
        if (!words.address)
            throw std::invalid_argument(
                fmt::format("\"{}\" is no address; write @1 to @247 before a command", name));
        std::tie(name, rest) = cut(rest);
    }
    words.name = name;
    words.rest = std::string(rest);
    return words;
}

}  // namespace cli
