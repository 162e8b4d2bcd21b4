// Demand: averages of total power over sub-intervals (meter.md 3.7).
//
//   sub-interval   register 150 seconds, counted in ticks; 0: sync-to-comms, ended by 21211 only
//   present        average of the last n sub-intervals (register 149, 1 = block; ignored and 1 in
//                  sync-to-comms); over those available until there are n (inferred)
//   maximum        largest present demand; 21212 sets it to the present one
//
// Power is known when a reading window closes; a window that straddles the end of a sub-interval
// counts in each for its own ticks, so a sub-interval is exact to the tick, not to the window.
// Commands act at the end of the running window, and not more often than every 10 s each: sooner
// ones are accepted and wait for nothing, they are ignored (inferred, meter.md 3.3).
#pragma once

#include <array>
#include <cstdint>

#include "core/registers/points.h"
#include "core/time.h"
#include "core/wide.h"

namespace meter {

class DemandMeter {
 public:
    static constexpr Ticks kCommandSpacing = seconds(10);
    static constexpr std::size_t kMostSubintervals = 6;

    // Registers 149 and 150. The running sub-interval and the history restart at `now`
    // when either has changed (inferred); power of a window before `now` does not count in them.
    void configure(std::uint16_t subintervals, std::uint16_t seconds, Instant now);

    // Power-up: the first sub-interval begins at `now`.
    void restart(Instant now) {
        begun_ = now;
        subinterval_end_ = now + meter::seconds(seconds_);
    }

    // Commands 21211 and 21212; `now` is the metering clock.
    void request_subinterval(Instant now);
    void request_restart_of_maxima(Instant now);

    // A window of average power `power` has ended at `end`. Magnitudes, < 2^60.
    void add(const DemandTriple& power, Ticks length, Instant end);

    [[nodiscard]] const DemandTriple& present() const { return present_; }
    [[nodiscard]] const DemandTriple& maximum() const { return maximum_; }
    // Power-up: what non-volatile memory kept.
    void restore_maximum(const DemandTriple& maximum) { maximum_ = maximum; }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("sums", sums_);
        visit("length", length_);
        visit("history", history_);
        visit("filled", filled_);
        visit("next", next_);
        visit("present", present_);
        visit("maximum", maximum_);
        visit("begun", begun_);
        visit("subinterval_end", subinterval_end_);
        visit("last_subinterval", last_subinterval_);
        visit("last_restart", last_restart_);
        visit("subintervals", subintervals_);
        visit("seconds", seconds_);
        visit("subinterval_pending", subinterval_pending_);
        visit("restart_pending", restart_pending_);
    }

 private:
    void collect(const DemandTriple& power, std::int64_t ticks);
    void end_subinterval(Instant at);
    void average_history();
    void raise_maximum();
    [[nodiscard]] bool synchronized() const { return seconds_ == 0; }

    static constexpr Instant kLongAgo{INT64_MIN / 2};

    std::array<Unsigned128, 3> sums_{};  // uW * ticks of a sub-interval: up to 2^60 * 2^30
    std::int64_t length_ = 0;            // ticks collected
    std::array<DemandTriple, kMostSubintervals> history_{};
    std::uint8_t filled_ = 0;
    std::uint8_t next_ = 0;
    DemandTriple present_{};
    DemandTriple maximum_{};
    Instant begun_{};  // nothing before counts
    Instant subinterval_end_{900 * kCrystalHz};
    Instant last_subinterval_ = kLongAgo;
    Instant last_restart_ = kLongAgo;
    std::uint16_t subintervals_ = 1;
    std::uint16_t seconds_ = 900;
    bool subinterval_pending_ = false;
    bool restart_pending_ = false;
};

}  // namespace meter
