// How registers are read: in pieces, by halves, one beside, where there are none.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/line/decode_points.h"
#include "app/line/decode_text.h"
#include "app/line/report_findings.h"
#include "core/registers/table.h"

namespace line {
namespace {

constexpr std::uint32_t kMostRead = 125;
constexpr std::uint8_t kIllegalAddress = 2;
constexpr std::uint32_t kHolding = 40'001;  // PLC references 4xxxx and 3xxxx
constexpr std::uint32_t kInput = 30'001;

bool all_exist(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t number = first; number <= last; ++number) {
        if (number > 0xFFFF || meter::find_register(static_cast<std::uint16_t>(number)) == nullptr)
            return false;
    }
    return true;
}

bool is_reserved(const Point& point) {
    return point.row != nullptr && std::string_view(point.row->name).starts_with("reserved");
}

// ---- blocks that one read could bring
// ------------------------------------------------------------

struct Group {
    std::vector<const Block*> blocks;
    Registers span;
};

// Polled at the same pace, as far as one can tell.
bool same_pace(const Block& a, const Block& b) {
    if (a.period.count > 0 && b.period.count > 0)
        return std::abs(a.period.mean() - b.period.mean()) <= 0.2 * a.period.mean();
    return std::abs(a.asked - b.asked) <= 1;
}

bool joins(const Report& report, const Group& group, const Block& block) {
    const Registers& next = *block.registers;
    if (block.function != group.blocks.back()->function || !same_pace(*group.blocks.back(), block))
        return false;
    const std::uint32_t last = std::max(group.span.last(), next.last());
    const std::uint32_t count = last - group.span.first + 1;
    if (count > kMostRead || !all_exist(group.span.first, last)) return false;
    return read_seconds(report.line, count) <
           read_seconds(report.line, group.span.count) + read_seconds(report.line, next.count);
}

std::vector<Group> groups_of(const Report& report, const Conversation& talk) {
    std::vector<Group> groups;
    for (const Block& block : talk.blocks) {  // by function, then by register
        if (!block.reads() || block.answered == 0 || block.asked < 2) continue;
        if (!groups.empty() && joins(report, groups.back(), block)) {
            Group& group = groups.back();
            group.blocks.push_back(&block);
            group.span.count =
                std::max(group.span.last(), block.registers->last()) - group.span.first + 1;
        } else {
            groups.push_back({{&block}, *block.registers});
        }
    }
    return groups;
}

std::string line_text(const meter::LineConfig& line) {
    return fmt::format("{} 8{}1", line.baud, "NEO"[static_cast<int>(line.parity)]);
}

Finding single_reads(const Report& report, const Conversation& talk, const Group& group) {
    double apart = 0.0;
    std::string names;
    std::vector<std::uint64_t> records;
    for (const Block* block : group.blocks) {
        apart += read_seconds(report.line, block->registers->count);
        names += (names.empty() ? "" : ", ") + text(*block->registers);
        if (records.size() < 5) records.push_back(block->records.front());
    }
    const double saved = apart - read_seconds(report.line, group.span.count);
    const std::string time = talk.framing == Framing::rtu
                                 ? fmt::format(" and {:.1f} ms of line time at {}", 1000.0 * saved,
                                               line_text(report.line))
                                 : "";
    return {"single-reads",
            fmt::format("reads {} in {} requests; one request for {} (wire address {}, count {}) "
                        "brings the same and saves {} requests{} each round",
                        names, group.blocks.size(), text(group.span), group.span.first - 1,
                        group.span.count, group.blocks.size() - 1, time),
            records};
}

// ---- halves of 32-bit points
// ---------------------------------------------------------------------

const Block* reader_of(const Conversation& talk, std::uint32_t number) {
    const auto block =
        std::find_if(talk.blocks.begin(), talk.blocks.end(), [number](const Block& b) {
            return b.reads() && b.registers == Registers{number, 1} && b.answered > 0;
        });
    return block == talk.blocks.end() ? nullptr : &*block;
}

Finding both_halves(const meter::RegisterRow& row, const Block& high, const Block& low) {
    const bool low_first = low.records.front() < high.records.front();
    std::vector<std::uint64_t> records{high.records.front(), low.records.front()};
    std::sort(records.begin(), records.end());
    return {
        low_first ? "word-order" : "torn-pair",
        fmt::format("reads the two words of {} ({}-{}) by two requests{}: the value may change "
                    "between them, and the words then do not belong together; read both at "
                    "once, the high word comes first",
                    row.name, row.number, row.number + 1, low_first ? ", the low word first" : ""),
        records};
}

Finding one_half(const meter::RegisterRow& row, const Block& block, bool high) {
    return {"half",
            fmt::format("reads only the {} word of {} (register {} of {}-{}): a {} needs both, "
                        "high word first",
                        high ? "high" : "low", row.name, block.registers->first, row.number,
                        row.number + 1, meter::text(row.format)),
            block.records};
}

// ---- one beside
// ----------------------------------------------------------------------------------

// Starts in the middle of one point, which is no habit of anybody.
bool starts_inside(const Registers& registers) {
    const std::vector<Point> points = points_of(registers);
    const Point& first = points.front();
    return registers.count >= 2 && !first.whole && first.number != first.row->number;
}

bool ends_inside(const Registers& registers) {
    const Point last = points_of(registers).back();
    return !last.whole && last.number == last.row->number;
}

bool fails_on_addresses(const Block& block) {
    return block.reads() && block.registers && block.codes.contains(kIllegalAddress);
}

}  // namespace

void find_single_reads(const Report& report, const Conversation& talk, Findings& out) {
    for (const Group& group : groups_of(report, talk))
        if (group.blocks.size() > 1) out.push_back(single_reads(report, talk, group));
}

void find_halves(const Report&, const Conversation& talk, Findings& out) {
    for (const meter::RegisterRow& row : meter::register_table()) {
        if (row.count != 2) continue;
        const Block* high = reader_of(talk, row.number);
        const Block* low = reader_of(talk, row.number + 1U);
        if (high != nullptr && low != nullptr)
            out.push_back(both_halves(row, *high, *low));
        else if (high != nullptr || low != nullptr)
            out.push_back(one_half(row, high != nullptr ? *high : *low, high != nullptr));
    }
}

void find_shifted_reads(const Report&, const Conversation& talk, Findings& out) {
    for (const Block& block : talk.blocks) {
        if (!block.reads() || !block.registers || block.answered == 0) continue;
        const Registers& r = *block.registers;
        if (!starts_inside(r)) continue;
        const std::vector<Point> points = points_of(r);
        out.push_back(
            {"off-by-one",
             fmt::format("reads {}: it starts with the low word of {}{}. Wire address {} is "
                         "register {}; a driver that counts registers from 1 has to ask for wire "
                         "address {} to get register {}",
                         text(r), points.front().row->name,
                         ends_inside(r) ? fmt::format(" and ends with the high word of {}",
                                                      points.back().row->name)
                                        : "",
                         r.first - 1, r.first, r.first - 2, r.first - 1),
             block.records});
    }
}

void find_holes(const Report&, const Conversation& talk, Findings& out) {
    for (const Block& block : talk.blocks) {
        if (!block.reads() || !block.registers) continue;
        const Registers& r = *block.registers;
        const std::vector<Point> points = points_of(r);
        if (block.answered > 0 && std::all_of(points.begin(), points.end(), is_reserved))
            out.push_back({"reserved",
                           fmt::format("reads {}, which is reserved and never changes", text(r)),
                           block.records});
        if (!fails_on_addresses(block)) continue;
        std::string hint;
        for (const std::uint32_t reference : {kHolding, kInput}) {
            if (r.first > reference && r.first - reference < 10'000 && hint.empty())
                hint = fmt::format(
                    ". {} looks like a PLC reference: {} is register {}, wire address {}",
                    r.first - 1, r.first - 1, r.first - reference, r.first - reference - 1);
        }
        if (hint.empty() && r.first > 1 && all_exist(r.first - 1, r.last() - 1))
            hint = fmt::format(
                ". One lower, {}, would be whole: is the wire address, which is the "
                "register's number less 1, one too high?",
                text({r.first - 1, r.count}));
        out.push_back({"hole",
                       fmt::format("asks for {} and is refused (exception 02): the map has a hole "
                                   "there{}",
                                   text(r), hint),
                       block.failures});
    }
}

}  // namespace line
