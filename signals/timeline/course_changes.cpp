// How a course comes to be: from a timeline, and by changes while it runs.
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "signals/scenario/check.h"
#include "signals/scenario/phrases.h"
#include "signals/scenario/worded_error.h"
#include "signals/source.h"
#include "signals/timeline/check_event.h"
#include "signals/timeline/course.h"

namespace signals {

namespace {

constexpr int kWanderStairs = 64;              // of a period
constexpr std::int64_t kMostWander = 100'000;  // stairs of one wander: more are not made

}  // namespace

namespace {

// In the order of HarmonicTracks::rows.
std::array<double, 4> values_of(const Harmonic& h) {
    return {h.voltage_percent, h.current_percent, h.voltage_angle, h.current_angle};
}

// More than kMostTones at once have no room in a piece.
void check_tones(const std::vector<Occurrence>& occurrences) {
    std::vector<std::int64_t> ends;
    for (const Occurrence& o : occurrences) {
        if (o.kind != Kind::tone) continue;
        std::erase_if(ends, [&](std::int64_t end) { return end <= o.start; });
        ends.push_back(o.end);
        if (ends.size() <= kMostTones) continue;
        throw WordedError<std::invalid_argument>(
            Sentence::of(kScenario.too_many_tones, ends.size(), seconds_of(o.start), kMostTones));
    }
}

}  // namespace

Course::Course(const Installation& in, const Timeline& timeline, const Wiring& wiring,
               double pt_ratio)
    : wiring_(wiring), pt_ratio_(pt_ratio), seed_(timeline.seed), turning_(in.frequency) {
    check(in);
    for (std::size_t x = 0; x < 3; ++x) {
        tracks_[kVoltage][x] = Track(in.voltage[x]);
        tracks_[kCurrent][x] = Track(in.current[x]);
        tracks_[kAngle][x] = Track(in.angle[x]);
        tracks_[kVoltageAngle][x] = Track(in.voltage_angle[x]);
        tracks_[kTemperature][x] = Track(kReferenceTemperature);
    }
    for (const Harmonic& h : in.harmonics) {
        HarmonicTracks& to = harmonic(h.order);
        to.listed = Track(1.0);
        const std::array values = values_of(h);
        for (std::size_t x = 0; x < 3; ++x) {
            for (std::size_t row = 0; row < values.size(); ++row)
                if (has(h.phases, x)) to.rows[row][x] = Track(values[row]);
        }
    }
    for (const Profile& profile : timeline.profiles) put_profile(profile);
    occurrences_ = occurrences_of(timeline);
    for (const Occurrence& occurrence : occurrences_) put(occurrence);
    check_tones(occurrences_);
    index_ends();
}

void Course::index_ends() {
    latest_end_.clear();
    std::int64_t latest = -kEver;
    for (const Occurrence& o : occurrences_) {
        latest = std::max(latest, o.end);
        latest_end_.push_back(latest);
    }
}

Course::HarmonicTracks& Course::harmonic(int order) {
    auto at = std::lower_bound(harmonics_.begin(), harmonics_.end(), order,
                               [](const HarmonicTracks& h, int o) { return h.order < o; });
    if (at == harmonics_.end() || at->order != order) {
        at =
            harmonics_.insert(at, HarmonicTracks{.order = order, .listed = Track(0.0), .rows = {}});
    }
    return *at;
}

namespace {

// A ramp ends with its duration; everything else that sets tracks is a step.
std::int64_t change_end(const Occurrence& o) {
    const bool ramps = row_of(o.kind).lasting == Lasting::ramp && o.end < kEver;
    return ramps ? o.end : o.start;
}

}  // namespace

void Course::put(const Occurrence& o) {
    switch (o.kind) {
        case Kind::step:
        case Kind::ramp:
            return put_levels(o);
        case Kind::harmonic:
            return put_harmonic(o);
        case Kind::frequency_wander:
            return put_wander(o);
        default:
            return;
    }
}

void Course::put_levels(const Occurrence& o) {
    const std::int64_t end = change_end(o);
    // Errors are written in percent and kept as ratios.
    const auto scale = [](std::size_t row) {
        return row == kPtRatio || row == kCtRatio ? 0.01 : 1.0;
    };
    for (std::size_t row = 0; row < kRows; ++row) {
        if (o.given[row] == 0) continue;
        if (row == kFrequency) {
            turning_.ramp(o.start, end, o.values[row][0]);
            continue;
        }
        for (std::size_t x = 0; x < 3; ++x) {
            if (!has(o.phases, x) && row != kTemperature) continue;
            tracks_[row][x].ramp(o.start, end, o.values[row][x] * scale(row));
        }
    }
}

void Course::put_harmonic(const Occurrence& o) {
    HarmonicTracks& to = harmonic(static_cast<int>(o.values[0][0]));
    to.listed.step(o.start, 1.0);
    for (std::size_t row = 0; row < to.rows.size(); ++row) {
        if (o.given[row + 1] == 0) continue;
        for (std::size_t x = 0; x < 3; ++x) {
            if (has(o.phases, x)) {
                to.rows[row][x].ramp(o.start, change_end(o), o.values[row + 1][x]);
            }
        }
    }
}

void Course::put_wander(const Occurrence& o) {
    const double base = turning_.hertz(o.start);
    const double frames = o.values[1][0] * kFrameRate / kWanderStairs;
    const std::int64_t end = std::min(
        o.end, o.start + static_cast<std::int64_t>(frames * static_cast<double>(kMostWander)));
    std::vector<Segment> steps;
    for (std::int64_t k = 0;; ++k) {
        const std::int64_t frame = o.start + std::llround(frames * static_cast<double>(k));
        if (frame >= end) break;
        const double turns = (static_cast<double>(k % kWanderStairs) + 0.5) / kWanderStairs;
        const double hertz = base + o.values[0][0] * direction(phase_from_turns(turns)).sine;
        steps.push_back({.start = frame, .end = frame, .from = 0.0, .to = hertz});
    }
    steps.push_back({.start = end, .end = end, .from = 0.0, .to = base});
    turning_.add(steps);
}

namespace {

Track track_of(const Profile& profile, PerPhase ProfilePoint::*what, std::size_t x) {
    Track out((profile.points.front().*what)[x]);
    std::vector<Segment> segments;
    std::int64_t before = 0;
    for (const ProfilePoint& point : profile.points) {
        const std::int64_t frame = frame_of(point.at);
        const std::int64_t start = profile.linear ? before : frame;
        segments.push_back({.start = start, .end = frame, .from = 0.0, .to = (point.*what)[x]});
        before = frame;
    }
    // Linear: the first point has no way to it.
    if (profile.linear) segments.erase(segments.begin());
    out.add(segments);
    return out;
}

}  // namespace

void Course::put_profile(const Profile& profile) {
    if (profile.points.empty()) return;
    LoadTracks load{.start = frame_of(profile.at), .length = 0, .rows = {}};
    for (std::size_t x = 0; x < 3; ++x) {
        load.rows[0][x] = track_of(profile, &ProfilePoint::real_w, x);
        load.rows[1][x] = track_of(profile, &ProfilePoint::reactive_var, x);
    }
    if (profile.repeat) {
        // The last point lasts as long as the step before it.
        const std::size_t n = profile.points.size();
        const double step = n > 1 ? profile.points[n - 1].at - profile.points[n - 2].at : 3'600.0;
        load.length = std::max<std::int64_t>(1, frame_of(profile.points.back().at + step));
    }
    profiles_.push_back(load);
}

void Course::edit(const Installation& to, std::int64_t frame) {
    check(to);
    const Installation from = installation_at(frame);
    const auto set = [&](Row row, std::size_t x, double value) {
        tracks_[row][x].step(frame, value);
    };
    if (to.frequency != from.frequency) turning_.ramp(frame, frame, to.frequency);
    for (std::size_t x = 0; x < 3; ++x) {
        if (to.voltage[x] != from.voltage[x]) set(kVoltage, x, to.voltage[x]);
        if (to.voltage_angle[x] != from.voltage_angle[x]) {
            set(kVoltageAngle, x, to.voltage_angle[x]);
        }
        if (to.current[x] == from.current[x] && to.angle[x] == from.angle[x]) continue;
        set(kCurrent, x, to.current[x]);
        set(kAngle, x, to.angle[x]);
    }
    edit_harmonics(from, to, frame);
    forget_before(frame - kMemory);
}

void Course::edit_harmonics(const Installation& from, const Installation& to, std::int64_t frame) {
    const auto listed = [](const Installation& in, int order) {
        return std::any_of(in.harmonics.begin(), in.harmonics.end(),
                           [order](const Harmonic& h) { return h.order == order; });
    };
    const auto values_in = [](const Installation& in, int order, std::size_t x) {
        const auto at =
            std::find_if(in.harmonics.begin(), in.harmonics.end(),
                         [&](const Harmonic& h) { return h.order == order && has(h.phases, x); });
        return values_of(at == in.harmonics.end() ? Harmonic{} : *at);
    };
    const auto set = [&](int order) {
        HarmonicTracks& tracks = harmonic(order);
        const double now = listed(to, order) ? 1.0 : 0.0;
        if (tracks.listed.at(frame) != now) tracks.listed.step(frame, now);
        for (std::size_t x = 0; x < 3; ++x) {
            const std::array values = values_in(to, order, x);
            if (values_in(from, order, x) == values) continue;
            for (std::size_t row = 0; row < values.size(); ++row)
                tracks.rows[row][x].step(frame, values[row]);
        }
    };
    for (const Harmonic& h : from.harmonics) set(h.order);
    for (const Harmonic& h : to.harmonics) set(h.order);
}

void Course::begin(const Event& event, std::int64_t frame) {
    check(event);
    const Occurrence occurrence = occurrence_at(event, frame, seed_, begun_ + 1);
    const auto later =
        std::upper_bound(occurrences_.begin(), occurrences_.end(), frame,
                         [](std::int64_t f, const Occurrence& o) { return f < o.start; });
    std::vector<Occurrence> with = occurrences_;
    with.insert(with.begin() + (later - occurrences_.begin()), occurrence);
    check_tones(with);
    occurrences_ = std::move(with);
    ++begun_;
    put(occurrence);
    index_ends();
    forget_before(frame - kMemory);
}

void Course::forget_before(std::int64_t frame) {
    turning_.forget_before(frame);
    for (TrackRow& row : tracks_) {
        for (Track& track : row) track.forget_before(frame);
    }
    for (HarmonicTracks& h : harmonics_) {
        h.listed.forget_before(frame);
        for (TrackRow& row : h.rows) {
            for (Track& track : row) track.forget_before(frame);
        }
    }
}

}  // namespace signals
