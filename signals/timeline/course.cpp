#include "signals/timeline/course.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "signals/scenario/check.h"
#include "signals/timeline/shapes.h"

namespace signals {

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

bool takes_away(Kind kind) {
    return kind == Kind::burst || kind == Kind::interruption || kind == Kind::phase_loss ||
           kind == Kind::wiring;
}

// The frame of one round of a profile that stands for `frame`.
std::int64_t in_round(std::int64_t frame, std::int64_t start, std::int64_t length) {
    const std::int64_t since = frame - start;
    return length > 0 ? since % length : since;
}

}  // namespace

PerPhase Course::values(Row row, std::int64_t frame) const {
    const TrackRow& tracks = tracks_[row];
    return {tracks[0].at(frame), tracks[1].at(frame), tracks[2].at(frame)};
}

Levels Course::lasting_levels(std::int64_t frame) const {
    Levels out;
    out.frequency = turning_.hertz(frame);
    out.voltage = values(kVoltage, frame);
    out.current = values(kCurrent, frame);
    out.angle = values(kAngle, frame);
    out.voltage_angle = values(kVoltageAngle, frame);
    for (const HarmonicTracks& h : harmonics_) {
        if (h.listed.at(frame) == 0.0) continue;
        PhaseHarmonic row{.order = h.order};
        for (std::size_t x = 0; x < 3; ++x) {
            row.voltage_percent[x] = h.rows[0][x].at(frame);
            row.current_percent[x] = h.rows[1][x].at(frame);
            row.voltage_angle[x] = h.rows[2][x].at(frame);
            row.current_angle[x] = h.rows[3][x].at(frame);
        }
        out.harmonics.push_back(row);
    }
    out.dc_voltage = values(kDcVoltage, frame);
    out.dc_current = values(kDcCurrent, frame);
    out.noise_voltage = values(kNoiseVoltage, frame);
    out.noise_current = values(kNoiseCurrent, frame);
    out.pt = {values(kPtRatio, frame), values(kPtPhase, frame)};
    out.ct = {values(kCtRatio, frame), values(kCtPhase, frame)};
    out.wiring = wiring_;
    for (const LoadTracks& load : profiles_) apply_profile(load, frame, out);
    return out;
}

void Course::apply_profile(const LoadTracks& load, std::int64_t frame, Levels& levels) const {
    if (frame < load.start) return;
    const std::int64_t at = in_round(frame, load.start, load.length);
    for (std::size_t x = 0; x < 3; ++x) {
        const std::int64_t set =
            std::max(tracks_[kCurrent][x].since(frame), tracks_[kAngle][x].since(frame));
        if (set > load.start) continue;
        const double p = load.rows[0][x].at(at);
        const double q = load.rows[1][x].at(at);
        const double volts = levels.voltage[x] * pt_ratio_;
        levels.current[x] = volts > 0.0 ? std::sqrt(p * p + q * q) / volts : 0.0;
        levels.angle[x] = p == 0.0 && q == 0.0 ? 0.0 : std::atan2(q, p) / kDegree;
    }
}

std::vector<const Occurrence*> Course::active_at(std::int64_t frame) const {
    const auto later =
        std::upper_bound(occurrences_.begin(), occurrences_.end(), frame,
                         [](std::int64_t f, const Occurrence& o) { return f < o.start; });
    std::vector<const Occurrence*> out;
    for (auto i = static_cast<std::size_t>(later - occurrences_.begin()); i > 0; --i) {
        if (latest_end_[i - 1] <= frame) break;
        if (occurrences_[i - 1].active(frame)) out.push_back(&occurrences_[i - 1]);
    }
    std::reverse(out.begin(), out.end());
    std::stable_partition(out.begin(), out.end(),
                          [](const Occurrence* o) { return !takes_away(o->kind); });
    return out;
}

Levels Course::levels_at(std::int64_t frame) const {
    Levels out = lasting_levels(frame);
    const Moment moment{frame, turning_, out.voltage_angle};
    for (const Occurrence* occurrence : active_at(frame)) apply(*occurrence, moment, out);
    return out;
}

Wiring Course::wiring_at(std::int64_t frame) const {
    Levels out;
    out.wiring = wiring_;
    const Moment moment{frame, turning_, {}};
    for (const Occurrence* occurrence : active_at(frame))
        if (occurrence->kind == Kind::wiring) apply(*occurrence, moment, out);
    return out.wiring;
}

// Between the nearest beginnings and ends, and within the stairs of those that are active.
Span Course::occurrence_span(std::int64_t frame) const {
    const auto later =
        std::upper_bound(occurrences_.begin(), occurrences_.end(), frame,
                         [](std::int64_t f, const Occurrence& o) { return f < o.start; });
    Span out = kAlways;
    if (later != occurrences_.end()) out.end = later->start;
    if (later != occurrences_.begin()) out.first = (later - 1)->start;
    const Moment moment{frame, turning_, values(kVoltageAngle, frame)};
    for (auto i = static_cast<std::size_t>(later - occurrences_.begin()); i > 0; --i) {
        const Occurrence& o = occurrences_[i - 1];
        if (o.end <= frame) out.first = std::max(out.first, o.end);
        if (o.active(frame))
            out = common({out.first, std::min(out.end, o.end)}, steady_span(o, moment));
        if (latest_end_[i - 1] <= out.first) break;
    }
    return out;
}

Span Course::span_at(std::int64_t frame) const {
    Span out = common(turning_.span(frame), occurrence_span(frame));
    for (std::size_t row = kVoltage; row < kTemperature; ++row) {
        for (const Track& track : tracks_[row]) out = common(out, track.span(frame));
    }
    for (const HarmonicTracks& h : harmonics_) {
        out = common(out, h.listed.span(frame));
        for (const TrackRow& row : h.rows) {
            for (const Track& track : row) out = common(out, track.span(frame));
        }
    }
    for (const LoadTracks& load : profiles_) {
        if (frame < load.start) {
            out.end = std::min(out.end, load.start);
            continue;
        }
        const std::int64_t at = in_round(frame, load.start, load.length);
        const std::int64_t round = frame - at;
        out.first = std::max(out.first, load.length > 0 ? round : load.start);
        if (load.length > 0) out.end = std::min(out.end, round + load.length);
        for (const TrackRow& row : load.rows) {
            for (const Track& track : row) {
                const Span span = track.span(at);
                out = common(out, {span.first + round, span.end + round});
            }
        }
    }
    return out;
}

Installation Course::installation_at(std::int64_t frame) const {
    const Levels levels = lasting_levels(frame);
    Installation out{.frequency = levels.frequency,
                     .voltage = levels.voltage,
                     .current = levels.current,
                     .angle = levels.angle,
                     .voltage_angle = levels.voltage_angle,
                     .harmonics = {}};
    for (const PhaseHarmonic& h : levels.harmonics) {
        const std::vector<Harmonic> rows = harmonics_of(h);
        out.harmonics.insert(out.harmonics.end(), rows.begin(), rows.end());
    }
    return out;
}

}  // namespace signals
