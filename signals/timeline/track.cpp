#include "signals/timeline/track.h"

#include <algorithm>

namespace signals {

namespace {

double value_of(const Segment& s, std::int64_t frame) {
    if (frame >= s.end) return s.to;
    const auto length = static_cast<double>(s.end - s.start);
    const std::int64_t stair = stair_of(s.end - s.start);
    const Span around = stair_around(frame, s.start, stair);
    const double middle = static_cast<double>(around.first - s.start) +
                          0.5 * static_cast<double>(std::min(around.end, s.end) - around.first);
    return s.from + (s.to - s.from) * (middle / length);
}

}  // namespace

std::size_t Track::index(std::int64_t frame) const {
    const auto next =
        std::upper_bound(segments_.begin() + 1, segments_.end(), frame,
                         [](std::int64_t at, const Segment& s) { return at < s.start; });
    return static_cast<std::size_t>(next - segments_.begin()) - 1;
}

double Track::at(std::int64_t frame) const { return value_of(around(frame), frame); }

Span Track::span(std::int64_t frame) const {
    const std::size_t k = index(frame);
    const Segment& s = segments_[k];
    const std::int64_t next = k + 1 < segments_.size() ? segments_[k + 1].start : kEver;
    if (frame >= s.end) return {s.end, next};
    const Span stair = stair_around(frame, s.start, stair_of(s.end - s.start));
    return {stair.first, std::min({stair.end, s.end, next})};
}

void Track::ramp(std::int64_t start, std::int64_t end, double value) {
    add({{.start = start, .end = std::max(start, end), .from = 0.0, .to = value}});
}

void Track::add(const std::vector<Segment>& segments) {
    if (segments.empty()) return;
    const auto by_start = [](const Segment& a, const Segment& b) { return a.start < b.start; };
    const std::size_t old = segments_.size();
    const std::int64_t start = segments.front().start;
    if (start > segments_.back().start) {
        segments_.insert(segments_.end(), segments.begin(), segments.end());
        return link(old);
    }
    const std::size_t first = index(start - 1) + 1;
    std::erase_if(segments_, [&](const Segment& s) {
        return std::binary_search(segments.begin(), segments.end(), s, by_start);
    });
    const auto middle = static_cast<std::ptrdiff_t>(segments_.size());
    segments_.insert(segments_.end(), segments.begin(), segments.end());
    std::inplace_merge(segments_.begin(), segments_.begin() + middle, segments_.end(), by_start);
    link(first);
}

void Track::link(std::size_t from) {
    for (std::size_t k = from; k < segments_.size(); ++k) {
        segments_[k].from = value_of(segments_[k - 1], segments_[k].start);
    }
}

void Track::forget_before(std::int64_t frame) {
    segments_.erase(segments_.begin(),
                    segments_.begin() + static_cast<std::ptrdiff_t>(index(frame)));
}

}  // namespace signals
