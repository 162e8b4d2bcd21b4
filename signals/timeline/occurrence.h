// Events as they really happen: repeated, drawn by chance, with frames for seconds.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "signals/source.h"
#include "signals/timeline/event.h"
#include "signals/timeline/kinds.h"
#include "signals/timeline/track.h"

namespace signals {

// More than these is an error: a repetition that nobody meant.
inline constexpr int kMostOccurrences = 100'000;

struct Occurrence {
    Kind kind = Kind::step;
    Phases phases = kAllPhases;
    std::int64_t start = 0;
    std::int64_t end = kEver;
    int event = -1;  // index into Timeline::events; -1: started by hand
    std::vector<std::uint8_t> given;
    std::vector<std::array<double, 3>> values;  // of each parameter, or its preset

    [[nodiscard]] bool active(std::int64_t frame) const { return frame >= start && frame < end; }
    bool operator==(const Occurrence&) const = default;
};

template <class A>
void transfer(A& archive, Occurrence& o) {
    archive(o.kind, o.phases, o.start, o.end, o.event, o.given, o.values);
}

// The first frame that begins at or after that time.
std::int64_t frame_of(double seconds);

// By start; of equal starts, in the order of the file. Times of random events have gaps drawn from
// an exponential distribution; everything drawn depends on the timeline's seed, the event's place
// in the file and the number of the beginning, nothing else.
// Throws std::invalid_argument when there are more than kMostOccurrences.
std::vector<Occurrence> occurrences_of(const Timeline& timeline);

// One event begun at `frame`, whatever its `at` says; `number` tells draws apart.
Occurrence occurrence_at(const Event& event, std::int64_t frame, std::uint64_t seed,
                         std::uint64_t number);

}  // namespace signals
