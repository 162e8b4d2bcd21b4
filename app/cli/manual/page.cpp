#include "app/cli/manual/page.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>

namespace cli {
namespace {

// Text as roff takes it literally: no escapes, hyphens that can be copied, no request at the start
// of a line. Lines that --help broke for its own width flow together again.
std::string roff(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool line_start = out.empty() || out.back() == '\n';
        if (line_start && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

// NAME wants a phrase, as apropos shows it: no name before it, no full stop behind it.
std::string phrase(std::string text) {
    if (const std::size_t colon = text.find(": "); colon != std::string::npos)
        text = text.substr(colon + 2);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string allowed(const OptionOutline& option) {
    std::string out;
    for (const std::string& choice : option.choices)
        out += (out.empty() ? "One of " : ", ") + choice;
    return out.empty() ? out : out + ".";
}

std::string value_name(const OptionOutline& option) {
    return option.choices.empty() || option.value != "TEXT" ? option.value : "WHICH";
}

std::string tag(const OptionOutline& option) {
    std::string out;
    for (const std::string& name : option.names)
        out += fmt::format("{}\\fB{}\\fR", out.empty() ? "" : ", ", roff(name));
    if (!option.positional && !option.value.empty())
        out += fmt::format(" \\fI{}\\fR", roff(value_name(option)));
    return out;
}

std::string paragraph(const OptionOutline& option) {
    const std::string more = allowed(option);
    return fmt::format(".TP\n{}\n{}\n{}", tag(option), roff(option.text),
                       more.empty() ? more : roff(more) + "\n");
}

std::string options(const CommandOutline& command, bool positional, const char* title) {
    std::string out;
    for (const OptionOutline& option : command.options)
        if (option.positional == positional) out += paragraph(option);
    return out.empty() ? out : fmt::format(".SH {}\n{}", title, out);
}

std::string synopsis(const CommandOutline& command) {
    std::string out = fmt::format("\\fB{}\\fR [\\fIOPTION\\fR]...", roff(command.name));
    for (const OptionOutline& option : command.options) {
        if (!option.positional) continue;
        const std::string name = fmt::format("\\fI{}\\fR{}", roff(upper(option.names.front())),
                                             option.repeats ? "..." : "");
        out += option.required ? " " + name : " [" + name + "]";
    }
    if (!command.commands.empty()) out += " \\fICOMMAND\\fR ...";
    return out;
}

std::string commands(const CommandOutline& command) {
    std::string out;
    for (const CommandOutline& below : command.commands)
        out += fmt::format(".TP\n\\fB{}\\fR(1)\n{}\n", roff(page_name(below)), roff(below.summary));
    return out.empty() ? out : ".SH COMMANDS\n" + out;
}

std::string notes(const CommandOutline& command) {
    return command.notes.empty() ? "" : fmt::format(".SH NOTES\n{}\n", roff(command.notes));
}

std::string see_also(const CommandOutline& command) {
    const std::size_t blank = command.name.find(' ');
    const std::string up =
        blank == std::string::npos
            ? ""
            : fmt::format("\\fB{}\\fR(1), ", roff(command.name.substr(0, blank)));
    return fmt::format(".SH SEE ALSO\n{}\\fBmetertwin\\fR(1)\n", up);
}

}  // namespace

std::string page_name(const CommandOutline& command) {
    std::string name = command.name;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string manual_page(const CommandOutline& command, const std::string& version) {
    return fmt::format(".TH {} 1 \"\" \"MeterTwin {}\" \"User Commands\"\n",
                       upper(page_name(command)), version) +
           fmt::format(".SH NAME\n{} \\- {}\n", roff(page_name(command)),
                       roff(phrase(command.summary))) +
           fmt::format(".SH SYNOPSIS\n{}\n", synopsis(command)) +
           options(command, true, "ARGUMENTS") + options(command, false, "OPTIONS") +
           commands(command) + notes(command) + see_also(command);
}

}  // namespace cli
