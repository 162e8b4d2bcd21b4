#include "signals/timeline/turning.h"

#include <algorithm>

namespace signals {

namespace {

double turns_of(Phase phase, std::int64_t frames) {
    return static_cast<double>(phase.bits) * 0x1p-64 * static_cast<double>(frames);
}

}  // namespace

Turning::Turning(double hertz) : track_(hertz) { mark(); }

// Backwards from the origin the frequency is taken as it is there.
Turning::Mark Turning::advance(Mark from, std::int64_t to) const {
    if (to < from.frame) {
        const Phase step = per_frame(from.frame);
        return {to, (Phase{from.phase} + (to - from.frame) * step).bits,
                from.turns + turns_of(step, to - from.frame)};
    }
    while (from.frame < to) {
        const std::int64_t end = std::min(to, track_.span(from.frame).end);
        const Phase step = per_frame(from.frame);
        from.phase = (Phase{from.phase} + (end - from.frame) * step).bits;
        from.turns += turns_of(step, end - from.frame);
        from.frame = end;
    }
    return from;
}

void Turning::mark() {
    marks_ = {origin_};
    for (const Segment& segment : track_.segments()) {
        for (const std::int64_t frame : {segment.start, segment.end}) {
            if (frame > marks_.back().frame) marks_.push_back(advance(marks_.back(), frame));
        }
    }
}

Turning::Mark Turning::at(std::int64_t frame) const {
    const auto next = std::upper_bound(marks_.begin() + 1, marks_.end(), frame,
                                       [](std::int64_t f, const Mark& m) { return f < m.frame; });
    return advance(*(next - 1), frame);
}

Phase Turning::phase(std::int64_t frame) const { return {at(frame).phase}; }

double Turning::turns(std::int64_t frame) const { return at(frame).turns; }

void Turning::ramp(std::int64_t start, std::int64_t end, double hertz) {
    track_.ramp(start, end, hertz);
    mark();
}

void Turning::add(const std::vector<Segment>& segments) {
    track_.add(segments);
    mark();
}

void Turning::forget_before(std::int64_t frame) {
    const std::int64_t start = track_.since(frame);
    if (start > origin_.frame) origin_ = at(start);
    track_.forget_before(frame);
    mark();
}

}  // namespace signals
