// Control power: what the supply terminals do to the meter.
//
//   terminals  ‾‾‾‾\__/‾‾‾‾‾‾‾‾‾‾\________________/‾‾‾‾‾‾‾
//   meter      runs                   runs ─┤ off  ├─ powers up
//                   < 100 ms         100 ms ^ deadline()
//
// The supply rides through 100 ms at 120 VAC (meter.md 1.1, RQ). An interruption up to that is not
// noticed; one that lasts longer stops the meter 100 ms after it began, without warning (inferred:
// no early warning, so what has not reached the journal is lost). Power-up counts in register 152.
//
// Levels, not waveforms: whether the terminals carry 90 VAC or 125 VDC (meter.md 1.1) is for the
// caller to say. Not modelled: ride-through at other voltages; the reserve is full again at once
// (inferred).
//
// Instants are of one clock that goes on while the meter is off, the bench's; they never run
// backwards.
#pragma once

#include <optional>

#include "core/time.h"

namespace meter {

class ControlPower {
 public:
    // Rounded up: an interruption of this many ticks has lasted longer than 100 ms.
    static constexpr Ticks kRideThrough = ticks_rounded_up(100'000);

    // The level on the terminals from `now` on; repeating it changes nothing. True when power has
    // come back to a meter that had stopped: it powers up now.
    bool level(bool present, Instant now) {
        const bool restart = present && expired(now);
        if (present_ && !present) lost_ = now;
        present_ = present;
        return restart;
    }

    // Whether the meter has stopped at `now`, at the deadline itself included.
    [[nodiscard]] bool expired(Instant now) const {
        return !present_ && now >= lost_ + kRideThrough;
    }

    // When the meter stops, or has stopped, if power does not come back before; nothing while
    // there is power.
    [[nodiscard]] std::optional<Instant> deadline() const {
        if (present_) return std::nullopt;
        return lost_ + kRideThrough;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("present", present_);
        visit("lost", lost_);
    }

 private:
    bool present_ = true;
    Instant lost_{};  // start of the interruption while not present
};

}  // namespace meter
