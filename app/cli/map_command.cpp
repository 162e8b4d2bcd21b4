#include "app/cli/map_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/checked_by.h"
#include "app/cli/map/export.h"
#include "app/cli/map/menu.h"
#include "app/cli/map/table.h"
#include "app/poll/reading.h"

namespace cli {
namespace {

struct MapOptions {
    std::string format = "csv";
    std::vector<std::string> points;
    std::string url = "tcp://127.0.0.1:502?unit=1";
    std::string form = "float";
    std::string name = "meter";
    int function = 3;
    int interval = 10;
    std::string scales = "-2,-1,-2,-3";
};

template <std::string (*print)(const polling::Rows&)>
std::string table(const Export& what) {
    return print(what.rows);
}

std::string panel(const Export&) { return to_menu(); }

struct MapFormat {
    const char* name;
    const char* summary;
    bool is_table;  // every row by default
    std::string (*print)(const Export& what);
};

// clang-format off
constexpr std::array<MapFormat, 11> kFormats{{
    {"csv",               "the register table",                      true,  table<to_csv>},
    {"json",              "the same",                                true,  table<to_json_table>},
    {"md",                "the same, Markdown",                      true,  table<to_markdown>},
    {"menu",              "the panel's screens and menus, Markdown", true,  panel},
    {"telegraf",          "telegraf.conf, inputs.modbus",            false, to_telegraf},
    {"home-assistant",    "configuration.yaml, modbus sensors",      false, to_home_assistant},
    {"node-red",          "a flow with node-red-contrib-modbus",     false, to_node_red},
    {"fuxa",              "a project with the device and its tags",  false, to_fuxa},
    {"volttron",          "a driver's configuration (modbus_tk)",    false, to_volttron_config},
    {"volttron-registry", "its registry, NAME.csv",                  false, to_volttron_registry},
    {"collectd",          "collectd.conf, plugin modbus",            false, to_collectd},
}};
// clang-format on

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const MapFormat& format : kFormats) names.emplace_back(format.name);
    return names;
}

std::string format_help() {
    std::string text = "what to print:";
    for (const MapFormat& format : kFormats)
        text += fmt::format(" {} ({});", format.name, format.summary);
    text.back() = '.';
    return text;
}

// Places that hold nothing of their own: not in a configuration unless somebody names them.
bool worth_polling(const meter::RegisterRow* row) {
    const std::string_view name = row->name;
    return name.find("reserved") == std::string_view::npos && !name.ends_with("_dup");
}

polling::Rows rows_of(const MapOptions& options, const MapFormat& format) {
    const bool floating = options.form == "float";
    if (!options.points.empty()) {
        const auto form = format.is_table ? polling::Form::as_named
                          : floating      ? polling::Form::floating
                                          : polling::Form::integer;
        return polling::select(options.points, form);
    }
    if (format.is_table) return polling::select(std::array<std::string, 1>{"all"});
    polling::Rows rows =
        polling::select(std::array<std::string, 1>{floating ? "floats" : "integers"});
    std::erase_if(rows, [](const auto* row) { return !worth_polling(row); });
    return rows;
}

// "-2,-1,-2,-3": what 138 to 141 read.
meter::Derived parse_scales(const std::string& text) {
    std::vector<int> exponents;
    const char* at = text.data();
    const char* end = at + text.size();
    while (at != end) {
        int exponent = 0;
        const auto [stopped, error] = std::from_chars(at, end, exponent);
        const bool last = stopped == end;
        if (error != std::errc{} || (!last && *stopped != ',') || exponent < -4 || exponent > 4)
            break;
        exponents.push_back(exponent);
        at = last ? end : stopped + 1;
    }
    polling::ScaleWords words{};
    if (at != end || exponents.size() != words.size())
        throw std::invalid_argument(fmt::format(
            "scales \"{}\"; allowed are four exponents of ten with commas, each -4 to 4", text));
    std::transform(exponents.begin(), exponents.end(), words.begin(),
                   [](int exponent) { return static_cast<std::uint16_t>(exponent); });
    return polling::scales_of(words);
}

Export export_of(const MapOptions& options, const MapFormat& format) {
    return {polling::parse_url(options.url),
            rows_of(options, format),
            options.function,
            options.interval,
            options.name,
            parse_scales(options.scales)};
}

int print_map(const MapOptions& options) {
    const auto* format = std::find_if(kFormats.begin(), kFormats.end(), [&](const MapFormat& row) {
        return options.format == row.name;
    });
    fmt::print("{}", format->print(export_of(options, *format)));
    return kOk;
}

// What every client takes as a name of files, sections and variables.
std::string check_name(const std::string& name) {
    const bool plain = !name.empty() && name.find_first_not_of(
                                            "abcdefghijklmnopqrstuvwxyz"
                                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                            "0123456789_") == std::string::npos;
    if (!plain || (name[0] >= '0' && name[0] <= '9'))
        throw std::invalid_argument(fmt::format(
            "the name is \"{}\"; allowed are letters, digits and _, a letter first", name));
    return name;
}

}  // namespace

Action prepare_map(CLI::App& app) {
    auto options = std::make_shared<MapOptions>();
    app.add_option("POINT", options->points,
                   "registers, named as for poll. Default: all of a table; all measured points of "
                   "one form in a configuration")
        ->check(checked_by([](const std::string& text) { (void)polling::select(std::array{text}); },
                           ""));
    app.add_option("--format", options->format, format_help())
        ->check(CLI::IsMember(format_names()))
        ->capture_default_str();
    app.add_option("--url", options->url,
                   "of a configuration: the meter, as for poll (rtu://…, tcp://…, rtutcp://…)")
        ->check(checked_by(polling::parse_url, "URL"))
        ->capture_default_str();
    app.add_option("--form", options->form, "of a configuration: float or integer registers")
        ->check(CLI::IsMember({"float", "integer"}))
        ->capture_default_str();
    app.add_option("--scales", options->scales,
                   "of integers in a configuration: what 138 to 141 read "
                   "(metertwin-cli poll URL scales)")
        ->check(checked_by(parse_scales, "I,V,W,E"))
        ->capture_default_str();
    app.add_option("--function", options->function, "of a configuration: 3 or 4")
        ->check(CLI::IsMember({3, 4}))
        ->capture_default_str();
    app.add_option("--interval", options->interval, "of a configuration: seconds between polls")
        ->check(CLI::Range(1, 86'400))
        ->capture_default_str();
    app.add_option("--name", options->name, "of the meter in a configuration")
        ->check(checked_by(check_name, "NAME"))
        ->capture_default_str();
    return [options] { return print_map(*options); };
}

}  // namespace cli
