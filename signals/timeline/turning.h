// The frequency over time and the angle it has turned by: theta of synthesizer.h.
//
// Within a stair of the frequency's track a frame adds a whole number of 2^-64 turns, so theta is
// exact at every frame, reached in any order.
#pragma once

#include <cstdint>
#include <vector>

#include "signals/synth/phase.h"
#include "signals/timeline/track.h"

namespace signals {

class Turning {
 public:
    explicit Turning(double hertz = 60.0);

    [[nodiscard]] double hertz(std::int64_t frame) const { return track_.at(frame); }
    [[nodiscard]] Phase per_frame(std::int64_t frame) const {
        return phase_per_frame(hertz(frame));
    }
    [[nodiscard]] Phase phase(std::int64_t frame) const;
    // Turns since frame 0, whole ones included.
    [[nodiscard]] double turns(std::int64_t frame) const;
    [[nodiscard]] Span span(std::int64_t frame) const { return track_.span(frame); }

    // As Track's; theta is continuous.
    void ramp(std::int64_t start, std::int64_t end, double hertz);
    void add(const std::vector<Segment>& segments);
    void forget_before(std::int64_t frame);

    [[nodiscard]] const Track& track() const { return track_; }
    template <class A>
    friend void transfer(A& archive, Turning& t) {
        archive(t.track_, t.origin_.frame, t.origin_.phase, t.origin_.turns);
        t.mark();
    }

 private:
    struct Mark {
        std::int64_t frame = 0;
        std::uint64_t phase = 0;  // 2^-64 turn
        double turns = 0.0;
    };

    void mark();  // the marks, from origin_ on
    [[nodiscard]] Mark advance(Mark from, std::int64_t to) const;
    [[nodiscard]] Mark at(std::int64_t frame) const;

    Track track_;
    Mark origin_{};
    std::vector<Mark> marks_;  // origin_, then at every start and end of a segment behind it
};

}  // namespace signals
