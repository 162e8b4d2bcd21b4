#include "app/line/report.h"

#include <algorithm>
#include <cmath>

#include "app/line/report_findings.h"
#include "core/modbus/line_timing.h"
#include "core/modbus/slave.h"
#include "core/registers/table.h"

namespace line {
namespace {

constexpr std::size_t kMostEvidence = 5;
constexpr std::size_t kMostOpen = 1'024;  // requests that may wait for an answer

double in_seconds(std::int64_t ticks) {
    return static_cast<double>(ticks) / static_cast<double>(meter::kCrystalHz);
}

void note(std::vector<std::uint64_t>& records, std::uint64_t number) {
    if (records.size() < kMostEvidence) records.push_back(number);
}

void note_values(Block& block, const Record& record) {
    const auto begin =
        record.traffic.bytes.begin() + static_cast<std::ptrdiff_t>(record.decoded.values_at);
    std::vector<std::uint8_t> values(
        begin, begin + static_cast<std::ptrdiff_t>(2 * record.decoded.values));
    if (block.answered > 0 && values == block.last_values) ++block.repeated;
    block.last_values = std::move(values);
}

}  // namespace

void Spread::add(double seconds) {
    low = count == 0 ? seconds : std::min(low, seconds);
    high = count == 0 ? seconds : std::max(high, seconds);
    ++count;
    sum += seconds;
    squares += seconds * seconds;
}

double Spread::mean() const { return count == 0 ? 0.0 : sum / static_cast<double>(count); }

double Spread::deviation() const {
    if (count < 2) return 0.0;
    const double n = static_cast<double>(count);
    return std::sqrt(std::max(0.0, squares / n - sum / n * (sum / n)));
}

std::int64_t Conversation::total(std::int64_t Block::*what) const {
    std::int64_t sum = 0;
    for (const Block& block : blocks) sum += block.*what;
    return sum;
}

void PollReport::add(const Record& record) {
    const Traffic& traffic = record.traffic;
    ++records_;
    if (first_tick_ < 0) first_tick_ = traffic.begin.ticks;
    last_tick_ = std::max(last_tick_, traffic.end.ticks);
    if (traffic.framing == Framing::rtu) busy_ticks_ += (traffic.end - traffic.begin).count;
    record.is_request() ? add_request(record) : add_answer(record);
}

Block* PollReport::block_of(Conversation& conversation, const Record& record) {
    const Decoded& d = record.decoded;
    const auto found = std::find_if(
        conversation.blocks.begin(), conversation.blocks.end(),
        [&](const Block& b) { return b.function == d.function && b.registers == d.registers; });
    if (found != conversation.blocks.end()) return &*found;
    if (blocks_ >= kMostBlocks) return nullptr;
    ++blocks_;
    conversation.blocks.push_back({});
    conversation.blocks.back().function = d.function;
    conversation.blocks.back().registers = d.registers;
    return &conversation.blocks.back();
}

void PollReport::add_request(const Record& record) {
    const Decoded& d = record.decoded;
    const Client& client = record.traffic.client;
    if (const auto open = open_.find(d.unanswered); open != open_.end()) {
        Block& block = conversations_.at(open->second.conversation).blocks[open->second.block];
        ++block.unanswered;
        note(block.failures, d.unanswered);
        open_.erase(open);
    }
    const Key key{client.port, client.number, d.address};
    Conversation& conversation = conversations_[key];
    conversation.client = client;
    conversation.framing = record.traffic.framing;
    conversation.address = d.address;
    if (d.trouble != Trouble::none && d.trouble != Trouble::unanswered)
        ++conversation.troubles[d.trouble];
    Block* block = block_of(conversation, record);
    if (block == nullptr) {
        ++conversation.others;
        return;
    }
    const std::int64_t now = record.traffic.begin.ticks;
    ++block->asked;
    note(block->records, record.number);
    if (d.retry)
        ++block->retries;
    else if (block->last_asked >= 0)
        block->period.add(in_seconds(now - block->last_asked));
    if (!d.retry) block->last_asked = now;
    if (open_.size() >= kMostOpen) open_.erase(open_.begin());
    open_[record.number] = {key, static_cast<std::size_t>(block - conversation.blocks.data())};
}

void PollReport::add_answer(const Record& record) {
    const Decoded& d = record.decoded;
    const auto open = open_.find(d.request);
    if (open == open_.end()) {
        const Key key{record.traffic.client.port, record.traffic.client.number, d.asked_address};
        const auto known = conversations_.find(key);
        if (known != conversations_.end() && record.is_error()) ++known->second.troubles[d.trouble];
        return;
    }
    Conversation& conversation = conversations_.at(open->second.conversation);
    Block& block = conversation.blocks[open->second.block];
    if (d.trouble == Trouble::none) {
        if (block.reads()) note_values(block, record);
        ++block.answered;
        if (block.reads() && block.registers) cover(conversation, *block.registers);
    } else if (d.trouble == Trouble::exception) {
        ++block.exceptions;
        ++block.codes[d.exception];
        note(block.failures, record.number);
    } else {
        ++block.damaged;
        ++conversation.troubles[d.trouble];
        note(block.failures, record.number);
    }
    block.round_trip.add(in_seconds(d.round_trip.count));
    open_.erase(open);
}

void PollReport::cover(Conversation& conversation, const Registers& registers) {
    const auto rows = meter::register_table();
    conversation.covered.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].number >= registers.first &&
            rows[i].number + rows[i].count - 1U <= registers.last())
            conversation.covered[i] = true;
    }
}

Report PollReport::result() const {
    Report report;
    report.records = records_;
    report.line = line_;
    report.seconds = first_tick_ < 0 ? 0.0 : in_seconds(last_tick_ - first_tick_);
    if (report.seconds > 0.0) report.line_busy = in_seconds(busy_ticks_) / report.seconds;
    auto conversations = conversations_;
    for (const auto& [number, open] : open_) {
        Conversation& conversation = conversations.at(open.conversation);
        if (conversation.address == 0 && conversation.framing == Framing::rtu) continue;
        ++conversation.blocks[open.block].unanswered;
        note(conversation.blocks[open.block].failures, number);
    }
    for (const auto& [key, conversation] : conversations) {
        report.conversations.push_back(conversation);
        std::vector<Block>& blocks = report.conversations.back().blocks;
        std::sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
            return std::tie(a.function, a.registers) < std::tie(b.function, b.registers);
        });
    }
    find_all(report);
    return report;
}

double read_seconds(const meter::LineConfig& line, std::uint32_t count) {
    const double bits = line.parity == meter::Parity::none ? 10.0 : 11.0;
    const double character = bits / static_cast<double>(line.baud);
    const meter::Ticks silence = meter::modbus::line_timing(line).frame_end;
    const meter::Ticks waits = 2 * silence + meter::modbus::Slave::kTurnaround;
    return (13.0 + 2.0 * count) * character + in_seconds(waits.count);
}

}  // namespace line
