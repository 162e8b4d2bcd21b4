#include "app/cli/manual_command.h"

#include <fmt/core.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "app/cli/manual/completion.h"
#include "app/cli/manual/page.h"

namespace cli {
namespace {

const CLI::App& program_of(const CLI::App& app) {
    const CLI::App* top = &app;
    while (top->get_parent() != nullptr) top = top->get_parent();
    return *top;
}

const CommandOutline* find(const CommandOutline& from, const std::string& page) {
    if (page_name(from) == page) return &from;
    for (const CommandOutline& below : from.commands)
        if (const CommandOutline* found = find(below, page)) return found;
    return nullptr;
}

void write_pages(const CommandOutline& command, const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / (page_name(command) + ".1");
    std::ofstream file(path);
    file << manual_page(command, METERTWIN_VERSION);
    if (!file.flush()) throw std::runtime_error(fmt::format("cannot write {}", path.string()));
    for (const CommandOutline& below : command.commands) write_pages(below, folder);
}

struct ManOptions {
    std::string page = "metertwin-cli";
    std::string folder;
};

int man(const CLI::App& app, const ManOptions& options) {
    const CommandOutline all = cli::outline(program_of(app));
    if (!options.folder.empty()) {
        std::filesystem::create_directories(options.folder);
        write_pages(all, options.folder);
        return kOk;
    }
    const CommandOutline* found = find(all, options.page);
    if (found == nullptr)
        throw std::invalid_argument(
            fmt::format("no manual page \"{}\"; metertwin-cli man names the others", options.page));
    fmt::print("{}", manual_page(*found, METERTWIN_VERSION));
    return kOk;
}

struct Shell {
    const char* name;
    std::string (*script)(const CommandOutline&);
};
constexpr std::array kShells{Shell{"bash", bash_completion}, Shell{"zsh", zsh_completion},
                             Shell{"fish", fish_completion}};

std::vector<std::string> shell_names() {
    std::vector<std::string> names;
    for (const Shell& shell : kShells) names.emplace_back(shell.name);
    return names;
}

int completion(const CLI::App& app, const std::string& name) {
    for (const Shell& shell : kShells)
        if (shell.name == name) fmt::print("{}", shell.script(cli::outline(program_of(app))));
    return kOk;
}

}  // namespace

Action prepare_man(CLI::App& app) {
    auto options = std::make_shared<ManOptions>();
    app.add_option("page", options->page, "which page to print, in man's format: metertwin-cli-run")
        ->capture_default_str();
    app.add_option("--all", options->folder, "write every page into this folder instead");
    return [&app, options] { return man(app, *options); };
}

Action prepare_completion(CLI::App& app) {
    auto shell = std::make_shared<std::string>();
    app.add_option("shell", *shell, "the shell to complete in")
        ->required()
        ->check(CLI::IsMember(shell_names()));
    return [&app, shell] { return completion(app, *shell); };
}

}  // namespace cli
