#include "app/cli/manual/completion.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>

namespace cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

// What follows the program's name: "run", "scenario check"; empty for the program itself.
std::string path_of(const CommandOutline& command) {
    const std::size_t blank = command.name.find(' ');
    return blank == std::string::npos ? "" : command.name.substr(blank + 1);
}

std::string last_word(const CommandOutline& command) {
    return command.name.substr(command.name.rfind(' ') + 1);
}

std::vector<std::string> words_of(const CommandOutline& command) {
    std::vector<std::string> words;
    for (const CommandOutline& below : command.commands) words.push_back(last_word(below));
    for (const OptionOutline& option : command.options) {
        const std::vector<std::string>& more = option.positional ? option.choices : option.names;
        words.insert(words.end(), more.begin(), more.end());
    }
    return words;
}

void for_each_command(const CommandOutline& top,
                      const std::function<void(const CommandOutline&)>& see) {
    see(top);
    for (const CommandOutline& below : top.commands) for_each_command(below, see);
}

// A text between single quotes, in every shell of these.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

// The first sentence, for a list of many.
std::string brief(const std::string& text) {
    const std::size_t end = std::min(text.find(". "), text.find('\n'));
    return text.substr(0, end);
}

// In zsh's lists a colon ends the name, brackets the text.
std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == ':' || c == '[' || c == ']' ? std::string("\\") + c : std::string(1, c);
    return out;
}

std::string zsh_option(const OptionOutline& option) {
    const std::string value = option.value.empty()     ? ""
                              : option.choices.empty() ? ":" + zsh_text(option.value) + ":_files"
                                                       : ":" + zsh_text(option.value) + ":(" +
                                                             joined(option.choices) + ")";
    if (option.positional)
        return quoted((option.repeats ? "*" : "") +
                      (value.empty() ? "::_files" : ":" + value.substr(0)));
    std::string out;
    for (const std::string& name : option.names)
        out += (out.empty() ? "" : " ") + quoted((option.repeats ? "*" : "") + name + "[" +
                                                 zsh_text(brief(option.text)) + "]" + value);
    return out;
}

}  // namespace

std::string bash_completion(const CommandOutline& program) {
    std::string words;
    std::string choices;
    for_each_command(program, [&](const CommandOutline& command) {
        words += fmt::format("        {}) words={} ;;\n", quoted(path_of(command)),
                             quoted(joined(words_of(command))));
        for (const OptionOutline& option : command.options)
            for (const std::string& name : option.names)
                if (!option.choices.empty())
                    choices += fmt::format("        {}) words={} ;;\n",
                                           quoted(path_of(command) + " " + name),
                                           quoted(joined(option.choices)));
    });
    std::string commands;
    for_each_command(program, [&](const CommandOutline& command) {
        if (!path_of(command).empty()) commands += "|" + quoted(path_of(command));
    });
    return fmt::format(R"(# bash completion of {0}; made by `{0} completion bash`.
_metertwin_cli() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}}
    local command='' next word words=''
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        next="${{command:+$command }}$word"
        case $next in
        {1}) command=$next ;;
        esac
    done
    case "$command $previous" in
{3}    esac
    if [[ -z $words && $previous != --* || $current == -* ]]; then
        case $command in
{2}        esac
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}}
complete -o default -F _metertwin_cli {0}
)",
                       program.name, commands.empty() ? "''" : commands.substr(1), words, choices);
}

std::string zsh_completion(const CommandOutline& program) {
    std::string cases;
    for_each_command(program, [&](const CommandOutline& command) {
        cases += fmt::format("    {})\n        _arguments", quoted(path_of(command)));
        for (const OptionOutline& option : command.options)
            cases += " \\\n            " + zsh_option(option);
        if (!command.commands.empty()) {
            std::string list;
            for (const CommandOutline& below : command.commands)
                list += fmt::format(" {}\\:{}", last_word(below),
                                    quoted(zsh_text(brief(below.summary))));
            cases += " \\\n            " + fmt::format("\"1:command:(({}))\"", list.substr(1)) +
                     " \\\n            '*::: :->below'";
        }
        cases += "\n        ;;\n";
    });
    std::string commands;
    for_each_command(program, [&](const CommandOutline& command) {
        if (!path_of(command).empty()) commands += "|" + quoted(path_of(command));
    });
    return fmt::format(R"(#compdef {0}
# zsh completion of {0}; made by `{0} completion zsh`.
_metertwin_cli() {{
    local command='' next word
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        next="${{command:+$command }}$word"
        case $next in
        {1}) command=$next ;;
        esac
    done
    if [[ -n $command ]]; then
        local -i depth=${{#${{(z)command}}}}
        words=("${{(@)words[depth+1,-1]}}")
        (( CURRENT -= depth ))
    fi
    case $command in
{2}    esac
}}
_metertwin_cli "$@"
)",
                       program.name, commands.empty() ? "''" : commands.substr(1), cases);
}

std::string fish_completion(const CommandOutline& program) {
    std::string out =
        fmt::format("# fish completion of {0}; made by `{0} completion fish`.\n", program.name);
    for_each_command(program, [&](const CommandOutline& command) {
        const std::string path = path_of(command);
        const std::string when = path.empty() ? "__fish_use_subcommand"
                                              : "__fish_seen_subcommand_from " + last_word(command);
        for (const CommandOutline& below : command.commands)
            out += fmt::format("complete -c {} -n {} -f -a {} -d {}\n", program.name, quoted(when),
                               last_word(below), quoted(brief(below.summary)));
        for (const OptionOutline& option : command.options) {
            if (option.positional) continue;
            out += fmt::format("complete -c {} -n {}", program.name, quoted(when));
            for (const std::string& name : option.names)
                out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.choices.empty())
                out += " -x -a " + quoted(joined(option.choices));
            else if (!option.value.empty())
                out += " -r";
            out += " -d " + quoted(brief(option.text)) + "\n";
        }
    });
    return out;
}

}  // namespace cli
