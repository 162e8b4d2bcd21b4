// One poll of a set of registers: blocks out, readings back.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/poll/link.h"
#include "app/poll/reading.h"

namespace polling {

// What to read, planned once. The scale registers are added when a row needs them.
struct Plan {
    Rows rows;  // as asked for, in this order
    std::vector<Block> blocks;
};
[[nodiscard]] Plan plan_of(const Rows& rows);

struct Sweep {
    std::chrono::system_clock::time_point started;
    double took_ms = 0.0;
    std::vector<Reading> readings;  // one for each row, in their order
    std::vector<signals::Sentence> errors;

    [[nodiscard]] bool whole() const { return errors.empty(); }
};

// Reads every block. A block that fails leaves its rows unread and its failure in `errors`. A block
// refused with exception 02 is read again row by row, so that one register which this meter does
// not have costs that register only. When the meter does not answer at all, the rest is not tried.
// Throws nothing for what the meter does.
[[nodiscard]] Sweep sweep(Link& link, const Plan& plan);

}  // namespace polling
