#include "app/line/report_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/line/decode_text.h"
#include "core/registers/table.h"

namespace line {
namespace {

constexpr double kUpdate = 1.0;       // s: readings are renewed once a second (meter.md 1.2)
constexpr double kFast = 0.9;         // of it: faster than that on average is too fast
constexpr std::int64_t kSeveral = 5;  // reads that make a habit
constexpr std::uint32_t kFirstSetting = 129;
constexpr std::uint32_t kLastSetting = 154;
constexpr std::uint8_t kIllegalFunction = 1;
constexpr std::uint8_t kTargetSilent = 11;

using Search = void (*)(const Report&, const Conversation&, Findings&);
constexpr std::array<Search, 9> kSearches{find_silent_address, find_unknown_functions,
                                          find_refused_writes, find_holes,
                                          find_shifted_reads,  find_halves,
                                          find_failures,       find_haste,
                                          find_single_reads};

bool same_client(const Conversation& a, const Conversation& b) {
    return a.client.port == b.client.port && a.client.number == b.client.number;
}

// The addresses that answer, as far as this client asked.
std::string answering(const Report& report, const Conversation& talk) {
    std::string out;
    for (const Conversation& other : report.conversations) {
        if (!same_client(other, talk) || other.total(&Block::answered) == 0) continue;
        out += fmt::format("{}{}", out.empty() ? "" : ", ", other.address);
    }
    return out;
}

std::vector<std::uint64_t> first_records(const Conversation& talk) {
    return talk.blocks.empty() ? std::vector<std::uint64_t>{} : talk.blocks.front().records;
}

bool measures(const Block& block) {
    return block.reads() && block.registers &&
           !(block.registers->first >= kFirstSetting && block.registers->last() <= kLastSetting);
}

}  // namespace

void find_all(Report& report) {
    for (Conversation& talk : report.conversations) {
        Findings findings;
        for (const Search search : kSearches) search(report, talk, findings);
        talk.findings = std::move(findings);
    }
}

void find_silent_address(const Report& report, const Conversation& talk, Findings& out) {
    const std::int64_t asked = talk.total(&Block::asked);
    if (talk.address == 0 && talk.framing == Framing::rtu) {
        const bool reads = std::any_of(talk.blocks.begin(), talk.blocks.end(),
                                       [](const Block& block) { return !block.writes(); });
        if (reads)
            out.push_back({"broadcast-read",
                           "asks address 0 for values: that is a broadcast, which no meter ever "
                           "answers; meters have addresses 1 to 247",
                           first_records(talk)});
        return;
    }
    std::int64_t not_there = 0;
    for (const Block& block : talk.blocks) {
        const auto code = block.codes.find(kTargetSilent);
        if (code != block.codes.end()) not_there += code->second;
    }
    const bool silent = talk.total(&Block::answered) + talk.total(&Block::exceptions) == not_there;
    if (asked == 0 || !silent) return;
    const std::string others = answering(report, talk);
    out.push_back(
        {"wrong-address",
         fmt::format("address {} has never answered ({} requests{}). {}", talk.address, asked,
                     not_there > 0 ? ", refused by the gateway" : "",
                     others.empty() ? "No other did either: compare address, baud rate and parity "
                                      "with the meter's SETUP"
                                    : fmt::format("These do: {}. Is the address, or unit id, "
                                                  "mistaken?",
                                                  others)),
         first_records(talk)});
}

void find_unknown_functions(const Report&, const Conversation& talk, Findings& out) {
    for (const Block& block : talk.blocks) {
        if (!block.codes.contains(kIllegalFunction)) continue;
        out.push_back({"unknown-function",
                       fmt::format("uses function {:02X} ({}), which the meter does not have; it "
                                   "has 03, 04, 06, 10, 11 and 2B. All registers are read by 03 "
                                   "or 04",
                                   block.function, function_name(block.function)),
                       block.failures});
    }
}

void find_refused_writes(const Report&, const Conversation& talk, Findings& out) {
    for (const Block& block : talk.blocks) {
        if (!block.writes() || !block.registers || block.exceptions == 0) continue;
        if (block.registers->touches(1, 2)) {
            out.push_back({"energy-preset",
                           fmt::format("writes to register{} {}, the real energy, {} times: it is "
                                       "read-only and the write is refused. Drivers of another "
                                       "model preset a value there; this meter clears its "
                                       "energies by writing 30078 to register 129",
                                       block.registers->count > 1 ? "s" : "",
                                       text(*block.registers), block.exceptions),
                           block.failures});
            continue;
        }
        const std::uint8_t code = block.codes.begin()->first;
        out.push_back({"refused-write",
                       fmt::format("{} of {} writes to {} were refused: exception {:02X} ({})",
                                   block.exceptions, block.asked, text(*block.registers), code,
                                   exception_name(code)),
                       block.failures});
    }
}

void find_failures(const Report&, const Conversation& talk, Findings& out) {
    const std::int64_t good = talk.total(&Block::answered) + talk.total(&Block::exceptions);
    const std::int64_t damaged = talk.total(&Block::damaged);
    const std::int64_t unanswered = talk.total(&Block::unanswered);
    if (good == 0 || damaged + unanswered == 0) return;
    std::string kinds;
    std::vector<std::uint64_t> records;
    for (const auto& [trouble, count] : talk.troubles)
        kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", count, name_of(trouble));
    for (const Block& block : talk.blocks)
        records.insert(records.end(), block.failures.begin(), block.failures.end());
    records.resize(std::min<std::size_t>(records.size(), 5));
    out.push_back({"failures",
                   fmt::format("{} of {} requests were not answered, {} were retried; {} answers "
                               "were damaged{}{}{}",
                               unanswered, talk.total(&Block::asked), talk.total(&Block::retries),
                               damaged, kinds.empty() ? "" : " (", kinds, kinds.empty() ? "" : ")"),
                   records});
}

void find_haste(const Report&, const Conversation& talk, Findings& out) {
    for (const Block& block : talk.blocks) {
        if (!measures(block) || block.period.count < kSeveral) continue;
        const double period = block.period.mean();
        if (period >= kFast * kUpdate) continue;
        out.push_back({"too-fast",
                       fmt::format("reads {} every {:.3f} s, but the meter renews its readings "
                                   "once a second: {} of {} answers were the same as the one "
                                   "before",
                                   text(*block.registers), period, block.repeated, block.answered),
                       block.records});
    }
}

}  // namespace line
