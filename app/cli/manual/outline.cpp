#include "app/cli/manual/outline.h"

namespace cli {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text)
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

// CLI11 writes a type and its checks as "TEXT:FILE" or "TEXT:{csv,json,md}".
void read_type(const std::string& type, OptionOutline& out) {
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}', open);
    if (open != std::string::npos && close != std::string::npos)
        out.choices = split(type.substr(open + 1, close - open - 1), ',');
    const std::string plain = type.substr(0, open);
    for (const std::string& part : split(plain, ':'))
        if (!part.empty()) out.value = part;
}

OptionOutline outline(const CLI::Option& option) {
    OptionOutline out;
    out.text = option.get_description();
    out.positional = option.get_positional() && option.get_lnames().empty();
    out.required = option.get_required();
    out.repeats = option.get_items_expected_max() > 1;
    for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
    if (out.positional) out.names.push_back(option.get_name());
    if (option.get_items_expected_max() > 0) read_type(option.get_type_name(), out);
    if (const std::string standard = option.get_default_str(); !standard.empty())
        out.text += " (default: " + standard + ")";
    return out;
}

}  // namespace

CommandOutline outline(const CLI::App& app) {
    CommandOutline out;
    for (const CLI::App* up = &app; up != nullptr; up = up->get_parent())
        out.name = up->get_name() + (out.name.empty() ? "" : " ") + out.name;
    out.summary = app.get_description();
    out.notes = app.get_footer();
    for (const CLI::Option* option : app.get_options())
        if (!option->get_group().empty()) out.options.push_back(outline(*option));
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        out.commands.push_back(outline(*command));
    return out;
}

}  // namespace cli
