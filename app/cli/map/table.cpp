#include "app/cli/map/table.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/poll/csv.h"

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

std::string markdown_field(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

}  // namespace

std::string to_csv(const polling::Rows& rows) {
    std::string out;
    for (const Column& column : kColumns)
        fmt::format_to(std::back_inserter(out), "{}{}", out.empty() ? "" : ",", column.name);
    out += '\n';
    for (const RegisterRow* row : rows) {
        for (const Column& column : kColumns) {
            const char* comma = &column == kColumns.data() ? "" : ",";
            out += comma + polling::csv_field(plain(column.value(*row)));
        }
        out += '\n';
    }
    return out;
}

std::string to_json_table(const polling::Rows& rows) {
    ordered_json array = ordered_json::array();
    for (const RegisterRow* row : rows) {
        ordered_json object = ordered_json::object();
        for (const Column& column : kColumns) object[column.name] = column.value(*row);
        array.push_back(std::move(object));
    }
    return array.dump(2) + "\n";
}

std::string to_markdown(const polling::Rows& rows) {
    std::string out;
    for (const Column& column : kColumns)
        fmt::format_to(std::back_inserter(out), "| {} ", column.name);
    out += "|\n";
    for (std::size_t i = 0; i < kColumns.size(); ++i) out += "|---";
    out += "|\n";
    for (const RegisterRow* row : rows) {
        for (const Column& column : kColumns)
            fmt::format_to(std::back_inserter(out), "| {} ",
                           markdown_field(plain(column.value(*row))));
        out += "|\n";
    }
    return out;
}

}  // namespace cli
