#include "signals/replay/replay_source.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace signals {
namespace {

// Weight of the new span at part x of a blend, 0..1, and its derivative.
struct Weight {
    double value;
    double slope;
};
Weight weight_at(double x) {
    const double u = std::clamp(x, 0.0, 1.0);
    return {u * u * u * (10.0 - 15.0 * u + 6.0 * u * u), 30.0 * u * u * (1.0 - u) * (1.0 - u)};
}

}  // namespace

ReplaySource::ReplaySource(std::unique_ptr<TerminalReader> reader, const SlotTiming& timing,
                           double pt_ratio, const Tape& tape)
    : tape_(tape), reader_(std::move(reader)), timing_(timing), pt_ratio_(pt_ratio) {}

// A blend ends where its span begins. Frames that touch it are blended as a whole; outside its
// reach the weight is exactly 0 or 1, so the border need not be a frame's.
ReplaySource::Piece ReplaySource::piece_at(std::int64_t frame) const {
    const auto at = [](double t) { return static_cast<std::int64_t>(std::floor(t * kFrameRate)); };
    TapeSpan span = tape_.span_at(seconds_of(frame));
    TapeSpan next = tape_.span(span.number + 1);
    if (span.number > 0 && frame <= at(span.begin)) return {span, at(span.begin) + 1, true};
    const std::int64_t blend_begin = at(next.begin - tape_.plan().blend);
    if (frame < blend_begin) return {span, blend_begin, false};
    return {next, at(next.begin) + 1, true};
}

void ReplaySource::blend(const TapeSpan& span, std::int64_t frame, int offset, int frames,
                         const TerminalBlock& before, TerminalBlock& out) const {
    const double length = tape_.plan().blend;
    const double begin = span.begin - length;
    for (int k = 0; k < frames; ++k) {
        const auto n = static_cast<std::size_t>(offset) + static_cast<std::size_t>(k);
        const double t = seconds_of(frame + k);
        for (std::size_t x = 0; x < 3; ++x) {
            const Weight w = weight_at((t + timing_.voltage[x] - begin) / length);
            out.voltage[x][n] =
                before.voltage[x][n] + w.value * (out.voltage[x][n] - before.voltage[x][n]);
        }
        for (std::size_t x = 0; x < kConductors; ++x) {
            const Weight w = weight_at((t + timing_.current[x] - begin) / length);
            const double change = out.current[x][n] - before.current[x][n];
            out.slope[x][n] = before.slope[x][n] +
                              w.value * (out.slope[x][n] - before.slope[x][n]) +
                              w.slope / length * change;
            out.current[x][n] = before.current[x][n] + w.value * change;
        }
    }
}

void ReplaySource::fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) {
    out.first_frame = first_frame;
    out.frames = frames;
    for (int done = 0; done < frames;) {
        const std::int64_t frame = first_frame + done;
        const Piece piece = piece_at(frame);
        const int count =
            static_cast<int>(std::min<std::int64_t>(frames - done, piece.end - frame));
        const bool currents = piece.blended || what == Fill::with_current;
        reader_->read(piece.span.origin, frame, done, count, currents, out);
        if (piece.blended) {
            const double origin = tape_.span(piece.span.number - 1).origin;
            reader_->read(origin, frame, done, count, true, before_);
            blend(piece.span, frame, done, count, before_, out);
        }
        done += count;
    }
    for (TerminalBlock::Row& row : out.voltage) {
        for (std::size_t n = 0; n < static_cast<std::size_t>(frames); ++n) row[n] /= pt_ratio_;
    }
}

}  // namespace signals
