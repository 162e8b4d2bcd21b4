// The poll report: what a master does with the line, and what it might do better.
//
//   LineLog ── Record ──► PollReport ── result() ──► Report ──► text, JSON (report_text.h)
//
// Counted as records come; memory is bounded by the number of different requests (kMostBlocks; what
// comes beyond is counted as `others`). A conversation is one client and one address.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "app/line/log_record.h"
#include "core/registers/config.h"

namespace line {

// Seconds.
struct Spread {
    std::int64_t count = 0;
    double sum = 0.0;
    double squares = 0.0;
    double low = 0.0;
    double high = 0.0;

    void add(double seconds);
    [[nodiscard]] double mean() const;
    // Standard deviation of what was added; 0 for less than two.
    [[nodiscard]] double deviation() const;
};

// The same request, again and again.
struct Block {
    std::uint8_t function = 0;
    std::optional<Registers> registers;
    std::int64_t asked = 0;
    std::int64_t answered = 0;
    std::int64_t exceptions = 0;
    std::int64_t damaged = 0;     // an answer came, but not a good one
    std::int64_t unanswered = 0;  // another request came first
    std::int64_t retries = 0;
    std::int64_t repeated = 0;                   // answers with the same values as the one before
    std::map<std::uint8_t, std::int64_t> codes;  // of exceptions
    Spread period;                               // between first attempts
    Spread round_trip;  // from the end of the request to the beginning of the answer
    std::vector<std::uint64_t> records;   // the first few requests
    std::vector<std::uint64_t> failures;  // the first few that went wrong
    std::int64_t last_asked = -1;         // tick
    std::vector<std::uint8_t> last_values;

    [[nodiscard]] bool reads() const { return function == 0x03 || function == 0x04; }
    [[nodiscard]] bool writes() const { return function == 0x06 || function == 0x10; }
};

// Something to tell, in plain words, with the records that show it.
struct Finding {
    std::string kind;  // "single-reads", for machines
    std::string text;
    std::vector<std::uint64_t> records;
};

struct Conversation {
    Client client;
    Framing framing = Framing::rtu;
    std::uint8_t address = 0;
    std::vector<Block> blocks;  // by function and registers
    std::int64_t others = 0;
    std::map<Trouble, std::int64_t> troubles;
    std::vector<bool> covered;  // by row of the register table: read whole, and answered
    std::vector<Finding> findings;

    [[nodiscard]] std::int64_t total(std::int64_t Block::*what) const;
};

struct Report {
    double seconds = 0.0;    // of line time, from the first to the last byte
    double line_busy = 0.0;  // 0..1: part of it in which RTU characters were on the line
    std::int64_t records = 0;
    meter::LineConfig line;  // what the arithmetic of line time goes by
    std::vector<Conversation> conversations;
};

class PollReport final : public RecordSink {
 public:
    static constexpr std::size_t kMostBlocks = 2'000;

    explicit PollReport(const meter::LineConfig& line = {}) : line_(line) {}

    void add(const Record& record) override;
    // As far as it has come; what is still open counts as unanswered.
    [[nodiscard]] Report result() const;

 private:
    using Key = std::tuple<std::string, std::uint32_t, std::uint8_t>;

    void add_request(const Record& record);
    void add_answer(const Record& record);
    Block* block_of(Conversation& conversation, const Record& record);
    void cover(Conversation& conversation, const Registers& registers);

    struct Open {
        Key conversation;
        std::size_t block;
    };

    meter::LineConfig line_;
    std::map<Key, Conversation> conversations_;
    std::map<std::uint64_t, Open> open_;  // requests, by number
    std::int64_t first_tick_ = -1;
    std::int64_t last_tick_ = 0;
    std::int64_t busy_ticks_ = 0;
    std::int64_t records_ = 0;
    std::size_t blocks_ = 0;
};

// Line time of one request that reads `count` registers, with its answer and the silences that
// belong to it (metrology.md 4.1): 8 + 5 + 2 count characters, t3.5 and turnaround before the
// answer, t3.5 after it. Seconds.
double read_seconds(const meter::LineConfig& line, std::uint32_t count);

}  // namespace line
