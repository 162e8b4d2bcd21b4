// How far the metering clock should be at a given wall time. Arithmetic only: it never looks at a
// clock and never sleeps.
//
//   frame due = anchor.frame + floor((wall - anchor.wall) * speed * frame rate)
//
// Pacing always counts from the anchor, so nothing drifts however late single wake-ups are; the
// anchor moves when the speed changes, when a pause ends, and after a stall: at most kMaxLag of
// wall time is ever caught up with (a suspended laptop does not wake up to an hour of racing), the
// rest is forgotten.
#pragma once

#include <chrono>
#include <cstdint>

namespace bench {

class Pacer {
 public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds kMaxLag{1};

    // `speed` in times real time, > 0; infinity is "as fast as it goes".
    void anchor(Clock::time_point wall, std::int64_t frame, double speed);

    // The frame that should be the present one at `wall`, when `frame` is. Never below `frame`.
    [[nodiscard]] std::int64_t due(Clock::time_point wall, std::int64_t frame);

    // When `frame` is due: the anchor's wall time at infinite speed, Clock::time_point::max() when
    // that lies beyond the clock.
    [[nodiscard]] Clock::time_point wall_of(std::int64_t frame) const;

    [[nodiscard]] double speed() const { return speed_; }

 private:
    [[nodiscard]] double frames_per_second() const;

    Clock::time_point wall_{};
    std::int64_t frame_ = 0;
    double speed_ = 1.0;
};

}  // namespace bench
