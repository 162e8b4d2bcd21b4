// Energy pulses on the KY contact (meter.md 5.1).
//
//   window's energy ──► spread evenly over as many frames ──► pulse quantum reached ──► owed
//                                                                    owed ──► contact ──► edges
//
// A pulse stands for `wh_per_pulse`; the contact is closed for the closure time and then open at
// least as long. Energy is exact: what a window measured is released frame by frame in the next one
// (one window of latency, metrology.md 1.9), in pWh with the remainder kept, so
//     pulses * quantum + accumulator + still to release == all energy added since the last clear.
// Edges carry the tick at which the quantum was reached inside the frame.
//
// More than one pulse waiting is an overrun (bit 14): it stays while the backlog does and is
// cleared with the energies (meter.md 3.5; the threshold is inferred). The remainder below one
// pulse is kept through power loss with the rest of this state (inferred, meter.md 5.1).
//
// Cost: an addition and two comparisons a frame.
#pragma once

#include <cstdint>

#include "core/time.h"

namespace meter {

inline constexpr std::uint64_t kPwhPerWh = 1'000'000'000'000U;

class PulseOutput {
 public:
    // Weight (Wh) and closure time (ms) from now on: registers 144, 145. Energy collected stays.
    void configure(std::uint16_t wh_per_pulse, std::uint16_t closure_ms);

    // A window of `frames` frames (1..2720) has measured `pwh` < 2^62; it is released, with what
    // is left of the window before, over as many frames. A window cut short joins the one before in
    // the frames that one still has: the energy of a second must not crowd into a few frames.
    void add(std::uint64_t pwh, std::int32_t frames);

    // One frame that starts at `start`. True when the contact has moved; edge() says when.
    bool frame(Instant start) {
        if (frames_left_ > 0) {
            --frames_left_;
            accumulated_ += rate_;
        }
        const bool due = start + Ticks{kTicksPerFrame} > next_move_;
        return (accumulated_ >= quantum_ || due) && act(start);
    }

    [[nodiscard]] bool closed() const { return closed_; }
    [[nodiscard]] Instant edge() const { return edge_; }  // the newest
    [[nodiscard]] bool overrun() const { return owed_ > 1; }
    [[nodiscard]] std::uint32_t sent() const { return sent_; }  // register 43/44, wraps

    // Energy reset: nothing is owed any more, collecting starts anew.
    void clear();
    void clear_count() { sent_ = 0; }

    // What is kept through power loss: energy not yet made into pulses, pulses not yet begun, and
    // the count. A pulse that power cuts short has been counted.
    struct Kept {
        std::uint64_t pwh = 0;
        std::uint64_t owed = 0;
        std::uint32_t sent = 0;
        template <class V>
        constexpr void visit_state(V& visit) {
            visit("pwh", pwh);
            visit("owed", owed);
            visit("sent", sent);
        }
    };
    [[nodiscard]] Kept kept() const;
    // On a fresh output: takes up where kept() left.
    void resume(const Kept& kept);

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("accumulated", accumulated_);
        visit("rate", rate_);
        visit("leftover", leftover_);
        visit("frames_left", frames_left_);
        visit("quantum", quantum_);
        visit("owed", owed_);
        visit("sent", sent_);
        visit("closure", closure_);
        visit("next_move", next_move_);
        visit("ready", ready_);
        visit("edge", edge_);
        visit("closed", closed_);
    }

 private:
    bool act(Instant start);
    Instant collect(Instant start);
    void close_at(Instant at);
    void open_at(Instant at);

    static constexpr Instant kNever{INT64_MAX};

    std::uint64_t accumulated_ = 0;  // pWh, below quantum_ between frames
    std::uint64_t rate_ = 0;         // pWh a frame
    std::uint64_t leftover_ = 0;     // pWh of the last window that rate * frames does not cover
    std::int32_t frames_left_ = 0;   // frames the rate holds for
    std::uint64_t quantum_ = 1'000 * kPwhPerWh;
    std::uint64_t owed_ = 0;  // pulses not begun
    std::uint32_t sent_ = 0;
    Ticks closure_ = ticks_rounded_up(500'000);
    Instant next_move_ = kNever;  // when the contact is due to move
    Instant ready_{};             // when it has been open long enough
    Instant edge_{};
    bool closed_ = false;
};

// Counts pulses that have no contact: register 45/46, varh of the same weight.
class PulseCounter {
 public:
    void configure(std::uint16_t varh_per_pulse) { quantum_ = varh_per_pulse * kPwhPerWh; }
    void add(std::uint64_t pvarh) {
        accumulated_ += pvarh;
        count_ += static_cast<std::uint32_t>(accumulated_ / quantum_);
        accumulated_ %= quantum_;
    }
    [[nodiscard]] std::uint32_t count() const { return count_; }
    void clear() { accumulated_ = 0; }
    void clear_count() { count_ = 0; }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("accumulated", accumulated_);
        visit("quantum", quantum_);
        visit("count", count_);
    }

 private:
    std::uint64_t accumulated_ = 0;
    std::uint64_t quantum_ = 1'000 * kPwhPerWh;
    std::uint32_t count_ = 0;
};

}  // namespace meter
