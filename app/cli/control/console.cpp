#include "app/cli/control/console.h"

#include <exception>
#include <string>

#include "app/cli/control/commands.h"

namespace cli {
namespace {

std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\n') c = ' ';
    return text + "\n";
}

}  // namespace

Reply Console::execute(std::string_view line) {
    try {
        const Words words = split(line);
        if (words.name.empty()) return {};
        if (closed_) throw std::runtime_error("the run is over");
        return {Commands{*this}.execute(words), true};
    } catch (const std::exception& error) {
        return {one_line(error.what()), false};
    }
}

}  // namespace cli
