// When to poll next: deadlines counted from the start, never from the last poll, so a slow answer
// or a late wake-up moves no later deadline.
//
//   start   +P    +2P   +3P   +4P
//     |------|-----|-----|-----|---
//     [poll] [poll      ] .    [poll]     a poll that takes too long costs the deadline it overran
#pragma once

#include <chrono>
#include <cstdint>

namespace polling {

class Schedule {
 public:
    using Clock = std::chrono::steady_clock;

    // period > 0.
    constexpr Schedule(Clock::time_point start, Clock::duration period)
        : start_(start), period_(period) {}

    // When the present poll is due; the first at the start.
    [[nodiscard]] constexpr Clock::time_point due() const { return start_ + turn_ * period_; }

    // The present poll is over at `now`: on to the first deadline that is not before now. Returns
    // how many were missed.
    constexpr std::int64_t next(Clock::time_point now) {
        const auto elapsed = now - start_;
        const std::int64_t at_or_after = elapsed <= Clock::duration::zero()
                                             ? 0
                                             : (elapsed + period_ - Clock::duration{1}) / period_;
        const std::int64_t wanted = turn_ + 1;
        turn_ = at_or_after > wanted ? at_or_after : wanted;
        return turn_ - wanted;
    }

 private:
    Clock::time_point start_;
    Clock::duration period_;
    std::int64_t turn_ = 0;
};

}  // namespace polling
