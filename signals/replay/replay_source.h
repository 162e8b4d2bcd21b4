// Plays a prepared record along its tape: a Source.
#pragma once

#include <array>
#include <cstdint>

#include "signals/replay/tape.h"
#include "signals/resample/frame_reader.h"
#include "signals/source.h"

namespace signals {

class ReplaySource : public Source {
 public:
    // `played`: VA VB VC IA IB IC at kPlayRate (playable.h), volts at the primary of the PTs,
    // which divide them by `pt_ratio`. The neutral's current is the sum of the three.
    ReplaySource(Series played, double pt_ratio, const Tape& tape);

    // Blends are quintic, without corners; a blended slope is the slope of the blended current.
    void fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) override;

 private:
    struct Rows {
        std::int64_t span = -1;
        std::array<FrameReader::Row, 3> voltage;
        std::array<FrameReader::Row, kConductors> slope;
        std::array<FrameReader::Row, kConductors> current;
    };
    struct Piece {
        TapeSpan span;
        std::int64_t end = 0;  // first frame that is no longer like this
        bool blended = false;  // with the span before
    };

    [[nodiscard]] Piece piece_at(std::int64_t frame) const;
    const Rows& rows_of(std::int64_t span);
    void read(const Rows& rows, std::int64_t frame, int offset, int frames, bool with_current,
              TerminalBlock& out) const;
    void blend(const TapeSpan& span, std::int64_t frame, int offset, int frames,
               const TerminalBlock& before, TerminalBlock& out) const;

    Tape tape_;
    FrameReader reader_;
    SlotTiming timing_;
    std::array<Rows, 4> cache_{};  // by span number modulo 4; what is in it changes no bit
    TerminalBlock before_;         // the span that a blend comes from
};

}  // namespace signals
