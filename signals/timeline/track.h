// One quantity of an installation over time: steps and ramps, as a function of the frame index.
//
// A step holds from its frame on. A ramp is a staircase: of at most kMostStairs stairs, none
// shorter than a frame, each at the ramp's value in its middle, so that means over the ramp are
// those of the straight line. What began later holds; a ramp starts from whatever the track had.
#pragma once

#include <cstdint>
#include <vector>

namespace signals {

// Frames [first, end).
struct Span {
    std::int64_t first = 0;
    std::int64_t end = 0;

    bool operator==(const Span&) const = default;
};
inline constexpr std::int64_t kEver = std::int64_t{1} << 60;
inline constexpr Span kAlways{-kEver, kEver};
constexpr Span common(Span a, Span b) {
    return {a.first > b.first ? a.first : b.first, a.end < b.end ? a.end : b.end};
}

inline constexpr std::int64_t kMostStairs = 1'024;
// Frames of a stair when `frames` are cut into at most `most` equal stairs, 1 or more.
constexpr std::int64_t stair_of(std::int64_t frames, std::int64_t most = kMostStairs) {
    const std::int64_t stair = (frames + most - 1) / most;
    return stair > 1 ? stair : 1;
}
// The stair around `frame` of a staircase that begins at `start`.
constexpr Span stair_around(std::int64_t frame, std::int64_t start, std::int64_t stair) {
    const std::int64_t first = start + (frame - start) / stair * stair;
    return {first, first + stair};
}

struct Segment {
    std::int64_t start = -kEver;
    std::int64_t end = -kEver;  // of its ramp; start: a step
    double from = 0.0;          // at `start`, when it is a ramp
    double to = 0.0;

    bool operator==(const Segment&) const = default;
};

class Track {
 public:
    Track() : Track(0.0) {}
    explicit Track(double initial) : segments_{{.from = initial, .to = initial}} {}

    [[nodiscard]] double at(std::int64_t frame) const;
    // The frames around `frame` over which at() is the same.
    [[nodiscard]] Span span(std::int64_t frame) const;
    // When the segment that holds at `frame` began.
    [[nodiscard]] std::int64_t since(std::int64_t frame) const { return around(frame).start; }

    // What is there already and begins later stays; what begins at the same frame is replaced.
    void step(std::int64_t frame, double value) { ramp(frame, frame, value); }
    void ramp(std::int64_t start, std::int64_t end, double value);
    // Many at once, ascending starts; their `from` is not looked at.
    void add(const std::vector<Segment>& segments);
    // Drops the segments that were over before `frame`; at() and span() keep their values from
    // `frame` on.
    void forget_before(std::int64_t frame);

    [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
    template <class A>
    friend void transfer(A& archive, Track& t) {
        archive(t.segments_);
    }

    bool operator==(const Track&) const = default;

 private:
    [[nodiscard]] std::size_t index(std::int64_t frame) const;
    [[nodiscard]] const Segment& around(std::int64_t frame) const {
        return segments_[index(frame)];
    }
    void link(std::size_t from);

    std::vector<Segment> segments_;  // by start; the first begins before everything
};

template <class A>
void transfer(A& archive, Segment& s) {
    archive(s.start, s.end, s.from, s.to);
}

}  // namespace signals
