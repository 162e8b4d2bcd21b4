// What each kind of fault does to an answer (signals/scenario/fault.h tells it to people).
#pragma once

#include <cstdint>
#include <optional>

#include "app/line/answer_filter.h"
#include "app/line/fault_engine.h"

namespace line {

// The random numbers of one rule.
class Dice {
 public:
    explicit Dice(ActiveFault& rule);
    // 0 <= x < 1
    double uniform();
    std::uint8_t byte();

 private:
    std::uint64_t next();

    std::uint64_t key_;
    std::uint64_t& drawn_;
};

// The nearest number of ticks.
meter::Ticks ticks_of(double seconds);

// The exception code of a kind that strikes before the meter sees the request; nothing for others.
std::optional<std::uint8_t> refusal_of(const signals::Fault& fault);

// Changes the plan; false when there was nothing to change (no answer, too short a frame, no bit
// flipped). Kinds that refuse change nothing here.
bool apply(const signals::Fault& fault, const Exchange& exchange, Dice& dice, AnswerPlan& plan);

}  // namespace line
