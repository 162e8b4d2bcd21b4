#include "app/analysis/batch_results.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "app/analysis/values.h"
#include "app/report/page.h"
#include "app/report/svg.h"
#include "signals/replay/mapping.h"

namespace analysis {
namespace {

using nlohmann::ordered_json;

constexpr std::array<const char*, 3> kEvents{"sag", "swell", "interruption"};

std::string quoted(std::string text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '"');
    return '"' + text + '"';
}

std::string text_at(const ordered_json& row, const char* key) {
    return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : std::string{};
}

// Number at row[key] or row[key][name]; empty when there is none.
std::string number_at(const ordered_json& row, const char* key, const char* name = nullptr) {
    if (!row.contains(key)) return {};
    const ordered_json& value = row[key];
    if (name == nullptr) return value.is_number() ? fmt::format("{:.9g}", value.get<double>()) : "";
    if (!value.is_object() || !value.contains(name) || !value[name].is_number()) return {};
    return fmt::format("{:.9g}", value[name].get<double>());
}

std::size_t count_events(const ordered_json& row, const std::string& kind) {
    if (!row.contains("events")) return 0;
    return static_cast<std::size_t>(
        std::count_if(row["events"].begin(), row["events"].end(),
                      [&](const ordered_json& e) { return e.at("kind") == kind; }));
}

std::string csv_header() {
    std::string out = "file,status,error,seconds,rate_hz,frequency_hz,windows,warnings";
    for (const char* kind : kEvents) out += fmt::format(",{}s", kind);
    for (const Quantity& q : quantities())
        out += fmt::format(",{0}_meter,{0}_truth,{0}_error_percent", q.name);
    for (const char* c : signals::kTerminalNames) out += fmt::format(",{}_thd_percent", c);
    return out + ",voltage_negative_percent,voltage_zero_percent,digest\r\n";
}

std::string csv_line(const ordered_json& row) {
    std::string out = quoted(text_at(row, "file")) + ',' + text_at(row, "status") + ',' +
                      quoted(text_at(row, "error"));
    for (const char* key : {"seconds", "rate_hz", "frequency_hz", "windows", "warnings"})
        out += ',' + number_at(row, key);
    for (const char* kind : kEvents) out += fmt::format(",{}", count_events(row, kind));
    for (const Quantity& q : quantities()) {
        for (const char* part : {"meter", "truth", "error_percent"})
            out += ',' + number_at(row, part, q.name);
    }
    for (const char* c : signals::kTerminalNames) out += ',' + number_at(row, "thd_percent", c);
    for (const char* part : {"voltage_negative", "voltage_zero"})
        out += ',' + number_at(row, "unbalance_percent", part);
    return out + ',' + text_at(row, "digest") + "\r\n";
}

// |errors| of a quantity over all captures, ascending.
std::vector<double> errors_of(const ordered_json& results, const char* quantity) {
    std::vector<double> out;
    for (const ordered_json& row : results["rows"]) {
        if (row.contains("error_percent") && row["error_percent"].is_object() &&
            row["error_percent"][quantity].is_number())
            out.push_back(std::fabs(row["error_percent"][quantity].get<double>()));
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string spread(const ordered_json& results) {
    std::string out =
        "<h2>Errors over all captures</h2>\n<table><tr><th>quantity</th><th>captures</th>"
        "<th>median, %</th><th>95 of 100 below, %</th><th>largest, %</th></tr>\n";
    for (const Quantity& q : quantities()) {
        const std::vector<double> e = errors_of(results, q.name);
        if (e.empty()) continue;
        const auto at = [&](double part) {
            return e[static_cast<std::size_t>(part * static_cast<double>(e.size() - 1))];
        };
        out += fmt::format(
            "<tr><td>{}</td><td>{}</td><td>{:.4g}</td><td>{:.4g}</td><td>{:.4g}</td></tr>\n",
            q.label, e.size(), at(0.5), at(0.95), e.back());
    }
    return out + "</table>\n";
}

std::string html_row(const ordered_json& row) {
    const std::string name = report::escaped(text_at(row, "file"));
    std::string out = fmt::format(
        "<tr><td>{}</td>", row.contains("page")
                               ? fmt::format("<a href=\"{}\">{}</a>", text_at(row, "page"), name)
                               : name);
    if (text_at(row, "status") != "ok")
        return out + fmt::format("<td class=\"text bad\" colspan=\"9\">{}</td></tr>\n",
                                 report::escaped(text_at(row, "error")));
    for (const char* key : {"seconds", "frequency_hz", "windows"})
        out += "<td>" + number_at(row, key) + "</td>";
    for (const char* q : {"VA", "IA", "P"})
        out += "<td>" + number_at(row, "error_percent", q) + "</td>";
    for (const char* kind : kEvents) out += fmt::format("<td>{}</td>", count_events(row, kind));
    return out + "</tr>\n";
}

}  // namespace

void write_whole(const std::filesystem::path& path, const std::string& text) {
    const std::filesystem::path beside = path.string() + ".part";
    std::ofstream file(beside, std::ios::binary);
    if (!file || !(file << text << std::flush))
        throw std::runtime_error(
            fmt::format("{}: cannot write: {}", beside.string(), std::strerror(errno)));
    file.close();
    std::filesystem::rename(beside, path);
}

std::string text_of(const ordered_json& value) {
    return value.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string batch_csv(const ordered_json& results) {
    std::string out = csv_header();
    for (const ordered_json& row : results["rows"]) out += csv_line(row);
    return out;
}

std::string batch_html(const ordered_json& results) {
    std::string body =
        fmt::format("<h1>{} captures</h1>\n<p class=\"verdict {}\">{} could not be played</p>\n",
                    results["captures"].get<std::size_t>(),
                    results["failed"].get<std::size_t>() == 0 ? "good" : "bad",
                    results["failed"].get<std::size_t>());
    body +=
        "<p class=\"note\">Meter against recording, over the reading windows inside each record "
        "or, when it holds none, over its first cycles held. results.csv and results.json have "
        "all numbers.</p>\n" +
        spread(results) +
        "<h2>Captures</h2>\n<div class=\"wide\"><table><tr><th>capture</th><th>s</th><th>Hz</th>"
        "<th>windows</th><th>VA, %</th><th>IA, %</th><th>P, %</th><th>sags</th><th>swells</th>"
        "<th>interruptions</th></tr>\n";
    for (const ordered_json& row : results["rows"]) body += html_row(row);
    return report::page("MeterTwin: batch of captures", body + "</table></div>\n");
}

void write_results(const std::filesystem::path& folder, const ordered_json& results) {
    write_whole(folder / "results.json", text_of(results));
    write_whole(folder / "results.csv", batch_csv(results));
    write_whole(folder / "index.html", batch_html(results));
}

}  // namespace analysis
