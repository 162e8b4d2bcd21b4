#include "app/cli/map_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/registers/table.h"

namespace cli {
namespace {

using meter::RegisterRow;
using nlohmann::ordered_json;

struct Column {
    const char* name;
    ordered_json (*value)(const RegisterRow&);
};

// clang-format off
constexpr std::array<Column, 13> kColumns{{
    {"register",        [](const RegisterRow& r) -> ordered_json { return r.number; }},
    {"count",           [](const RegisterRow& r) -> ordered_json { return r.count; }},
    {"name",            [](const RegisterRow& r) -> ordered_json { return r.name; }},
    {"access",          [](const RegisterRow& r) -> ordered_json { return meter::text(r.access); }},
    {"nv",              [](const RegisterRow& r) -> ordered_json { return r.nv ? "NV" : ""; }},
    {"format",          [](const RegisterRow& r) -> ordered_json { return meter::text(r.format); }},
    {"units",           [](const RegisterRow& r) -> ordered_json { return r.units; }},
    {"scale",           [](const RegisterRow& r) -> ordered_json { return meter::text(r.scale); }},
    {"range",           [](const RegisterRow& r) -> ordered_json { return r.range; }},
    {"default",         [](const RegisterRow& r) -> ordered_json { return r.initial; }},
    {"available_4000R", [](const RegisterRow& r) -> ordered_json { return meter::text(r.available); }},
    {"description",     [](const RegisterRow& r) -> ordered_json { return r.description; }},
    {"source",          [](const RegisterRow& r) -> ordered_json { return r.source; }},
}};
// clang-format on

std::string plain(const ordered_json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// RFC 4180: quoted where a comma or a quote asks for it.
std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string markdown_field(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

void print_csv() {
    for (const Column& column : kColumns)
        fmt::print("{}{}", &column == kColumns.data() ? "" : ",", column.name);
    fmt::print("\n");
    for (const RegisterRow& row : meter::register_table()) {
        for (const Column& column : kColumns)
            fmt::print("{}{}", &column == kColumns.data() ? "" : ",",
                       csv_field(plain(column.value(row))));
        fmt::print("\n");
    }
}

void print_json() {
    ordered_json rows = ordered_json::array();
    for (const RegisterRow& row : meter::register_table()) {
        ordered_json object = ordered_json::object();
        for (const Column& column : kColumns) object[column.name] = column.value(row);
        rows.push_back(std::move(object));
    }
    fmt::print("{}\n", rows.dump(2));
}

void print_markdown() {
    for (const Column& column : kColumns) fmt::print("| {} ", column.name);
    fmt::print("|\n");
    for (std::size_t i = 0; i < kColumns.size(); ++i) fmt::print("|---");
    fmt::print("|\n");
    for (const RegisterRow& row : meter::register_table()) {
        for (const Column& column : kColumns)
            fmt::print("| {} ", markdown_field(plain(column.value(row))));
        fmt::print("|\n");
    }
}

const std::map<std::string, void (*)()> kFormats{
    {"csv", print_csv}, {"json", print_json}, {"md", print_markdown}};

}  // namespace

Action prepare_map(CLI::App& app) {
    auto format = std::make_shared<std::string>("csv");
    app.add_option("--format", *format, "csv, json or md (Markdown)")
        ->check(CLI::IsMember(std::vector<std::string>{"csv", "json", "md"}))
        ->capture_default_str();
    return [format] {
        kFormats.at (*format)();
        return kOk;
    };
}

}  // namespace cli
