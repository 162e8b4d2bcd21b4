// Faults on the line, on demand and repeatably.
//
//   exchange ──► rule 1 ──► rule 2 ──► … ──► plan
//
// A rule is a signals::Fault: what, where, when (signals/scenario/fault.h). How several go
// together:
//   - Rules are asked in the order in which they were added; each changes what the ones before it
//     have left (bad-crc then junk-after: junk behind a bad CRC).
//   - busy and exception are asked before the meter sees the request: the first that strikes
//     refuses it, and those behind it are not asked. The refusal is an answer like any other for
//     the other rules: it may be late, or damaged.
//   - A rule counts for itself: every, first and its random numbers go on only with exchanges
//     that its own where and schedule let through, whatever other rules make of them.
//   - Where there is no answer (broadcast, another meter's address) nothing is counted.
//
// The same rules added in the same order, the same exchanges: the same bits. Random numbers are
// signals/frontend/noise.h's function of (seed, id of the rule, how many were drawn), so that a
// rule's whole state is three numbers.
//
// No threads: all calls on the thread that owns the line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/line/answer_filter.h"
#include "signals/scenario/fault.h"

namespace line {

struct FaultCounts {
    std::int64_t seen = 0;    // exchanges that where and schedule let through
    std::int64_t struck = 0;  // of them, those for which every and probability said yes
    std::int64_t hits = 0;    // answers that were really changed
    std::uint64_t drawn = 0;  // random numbers

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("seen", seen);
        visit("struck", struck);
        visit("hits", hits);
        visit("drawn", drawn);
    }
    bool operator==(const FaultCounts&) const = default;
};

struct ActiveFault {
    int id = 0;  // from 1, in the order of adding, never used again
    signals::Fault fault;
    FaultCounts counts{};

    bool operator==(const ActiveFault&) const = default;
};

// "fault 3 bad-crc:every=10: 4 of 41 exchanges".
std::string to_text(const ActiveFault& rule);

class FaultEngine final : public AnswerFilter {
 public:
    // Returns its id. Throws std::invalid_argument as signals::check(Fault).
    int add(const signals::Fault& fault);
    // False when there is none of that id.
    bool remove(int id);
    void clear() { rules_.clear(); }

    [[nodiscard]] const std::vector<ActiveFault>& rules() const { return rules_; }

    AnswerPlan plan(const Exchange& exchange) override;
    std::optional<std::uint8_t> refuse(const Exchange& exchange) override;

    // Counts of all rules, in order; what the rules are is configuration.
    template <class V>
    void visit_state(V& visit) {
        for (ActiveFault& rule : rules_) visit("counts", rule.counts);
    }

 private:
    std::vector<ActiveFault> rules_;
    int last_id_ = 0;
};

}  // namespace line
