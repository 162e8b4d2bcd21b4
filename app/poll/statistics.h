// What a poller tells of its traffic at the end; memory does not grow with time.
#pragma once

#include <array>
#include <cstdint>

#include "app/poll/failure.h"

namespace polling {

// Number, smallest, largest, mean and standard deviation of a series (Welford's recurrence).
class Series {
 public:
    void add(double value);

    [[nodiscard]] std::int64_t count() const { return count_; }
    // 0 while there is nothing.
    [[nodiscard]] double smallest() const { return smallest_; }
    [[nodiscard]] double largest() const { return largest_; }
    [[nodiscard]] double mean() const { return mean_; }
    [[nodiscard]] double deviation() const;  // of the sample; 0 below two values

 private:
    std::int64_t count_ = 0;
    double smallest_ = 0.0;
    double largest_ = 0.0;
    double mean_ = 0.0;
    double squares_ = 0.0;  // sum of squared distances from the mean
};

struct Statistics {
    std::int64_t polls = 0;     // sweeps over all blocks, whole or not
    std::int64_t missed = 0;    // deadlines that a poll overran
    std::int64_t requests = 0;  // sent, retries included
    std::int64_t answers = 0;   // exceptions included: the meter was heard
    std::int64_t retries = 0;
    std::int64_t registers = 0;                      // received
    std::array<std::int64_t, kTroubles> failures{};  // attempts that failed, by Trouble
    Series round_trip_ms;                            // request to answer
    Series period_ms;  // from the start of a poll to the start of the next
};

}  // namespace polling
