#include "app/line/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/line/decode_points.h"
#include "app/line/decode_text.h"
#include "core/registers/table.h"

namespace line {
namespace {

using nlohmann::ordered_json;

std::string range_text(std::uint32_t first, std::uint32_t last) {
    return text(Registers{first, last - first + 1});
}

bool is_covered(const Conversation& talk, std::size_t row) {
    return row < talk.covered.size() && talk.covered[row];
}

// Stretches of points that were never read whole.
std::vector<std::string> never_read(const Conversation& talk) {
    const auto rows = meter::register_table();
    std::vector<std::string> out;
    for (std::size_t i = 0; i < rows.size();) {
        const std::uint32_t first = rows[i].number;
        std::uint32_t next = first;
        for (; i < rows.size() && rows[i].number == next && !is_covered(talk, i); ++i)
            next += rows[i].count;
        if (next > first) out.push_back(range_text(first, next - 1));
        if (i < rows.size() && is_covered(talk, i)) ++i;
    }
    return out;
}

std::int64_t read_points(const Conversation& talk) {
    return std::count(talk.covered.begin(), talk.covered.end(), true);
}

std::string spread_text(const Spread& spread) {
    if (spread.count == 0) return "-";
    return fmt::format("{:.1f} +- {:.1f} ({:.1f}..{:.1f})", 1000.0 * spread.mean(),
                       1000.0 * spread.deviation(), 1000.0 * spread.low, 1000.0 * spread.high);
}

ordered_json spread_json(const Spread& spread) {
    if (spread.count == 0) return nullptr;
    return {{"count", spread.count},
            {"mean", spread.mean()},
            {"deviation", spread.deviation()},
            {"min", spread.low},
            {"max", spread.high}};
}

std::string block_line(const Block& block) {
    return fmt::format("    {:02X} {:<10} {:>6} {:>6} {:>5} {:>5} {:>5}   {:<32} {}\n",
                       block.function, block.registers ? text(*block.registers) : "", block.asked,
                       block.answered, block.exceptions, block.unanswered, block.damaged,
                       spread_text(block.period), spread_text(block.round_trip));
}

std::string finding_text(const Finding& finding) {
    return fmt::format("  ! {}\n      [{}] records {}\n", finding.text, finding.kind,
                       fmt::join(finding.records, ", "));
}

std::string conversation_text(const Conversation& talk) {
    std::string out = fmt::format(
        "\n{}, address {}: {} requests, {} answered, {} exceptions, {} not answered, {} damaged, "
        "{} retries\n",
        text(talk.client), talk.address, talk.total(&Block::asked), talk.total(&Block::answered),
        talk.total(&Block::exceptions), talk.total(&Block::unanswered), talk.total(&Block::damaged),
        talk.total(&Block::retries));
    out += fmt::format("    {:<13} {:>6} {:>6} {:>5} {:>5} {:>5}   {:<32} {}\n", "fn registers",
                       "asked", "good", "exc", "none", "bad", "period ms (min..max)",
                       "round trip ms (min..max)");
    for (const Block& block : talk.blocks) out += block_line(block);
    if (talk.others > 0) out += fmt::format("    and {} requests of other kinds\n", talk.others);
    if (read_points(talk) > 0)
        out += fmt::format("  coverage: {} of {} points of the map; never read: {}\n",
                           read_points(talk), meter::register_table().size(),
                           fmt::join(never_read(talk), ", "));
    for (const Finding& finding : talk.findings) out += finding_text(finding);
    if (talk.findings.empty()) out += "  nothing to remark\n";
    return out;
}

ordered_json block_json(const Block& block) {
    ordered_json codes = ordered_json::object();
    for (const auto& [code, count] : block.codes) codes[std::to_string(code)] = count;
    return {{"function", block.function},
            {"first_register", block.registers ? ordered_json(block.registers->first) : nullptr},
            {"count", block.registers ? ordered_json(block.registers->count) : nullptr},
            {"asked", block.asked},
            {"answered", block.answered},
            {"exceptions", std::move(codes)},
            {"unanswered", block.unanswered},
            {"damaged", block.damaged},
            {"retries", block.retries},
            {"repeated", block.repeated},
            {"period", spread_json(block.period)},
            {"round_trip", spread_json(block.round_trip)}};
}

ordered_json conversation_json(const Conversation& talk) {
    ordered_json blocks = ordered_json::array();
    for (const Block& block : talk.blocks) blocks.push_back(block_json(block));
    ordered_json findings = ordered_json::array();
    for (const Finding& f : talk.findings)
        findings.push_back({{"kind", f.kind}, {"text", f.text}, {"records", f.records}});
    ordered_json troubles = ordered_json::object();
    for (const auto& [trouble, count] : talk.troubles) troubles[name_of(trouble)] = count;
    return {{"port", talk.client.port},
            {"client", talk.client.number},
            {"framing", talk.framing == Framing::rtu ? "rtu" : "mbap"},
            {"address", talk.address},
            {"requests", talk.total(&Block::asked)},
            {"answered", talk.total(&Block::answered)},
            {"exceptions", talk.total(&Block::exceptions)},
            {"unanswered", talk.total(&Block::unanswered)},
            {"damaged", talk.total(&Block::damaged)},
            {"retries", talk.total(&Block::retries)},
            {"troubles", std::move(troubles)},
            {"coverage",
             {{"read", read_points(talk)},
              {"points", meter::register_table().size()},
              {"never", never_read(talk)}}},
            {"blocks", std::move(blocks)},
            {"findings", std::move(findings)}};
}

}  // namespace

std::string to_text(const Report& report) {
    std::string out = fmt::format(
        "poll report: {:.3f} s of line time, {} frames, characters on the line for {:.1f} % of "
        "it\n",
        report.seconds, report.records, 100.0 * report.line_busy);
    for (const Conversation& talk : report.conversations) out += conversation_text(talk);
    return out;
}

std::string to_json(const Report& report) {
    ordered_json talks = ordered_json::array();
    for (const Conversation& talk : report.conversations) talks.push_back(conversation_json(talk));
    const ordered_json out{{"seconds", report.seconds},
                           {"line_busy", report.line_busy},
                           {"records", report.records},
                           {"conversations", std::move(talks)}};
    return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace line
