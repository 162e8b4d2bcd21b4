// Plays a prepared record along its tape: a Source.
#pragma once

#include <array>
#include <cstdint>

#include <memory>

#include "signals/replay/tape.h"
#include "signals/replay/terminal_reader.h"
#include "signals/source.h"

namespace signals {

class ReplaySource : public Source {
 public:
    // `reader` gives volts at the primary of the PTs, which divide them by `pt_ratio`. `timing` is
    // the reader's own.
    ReplaySource(std::unique_ptr<TerminalReader> reader, const SlotTiming& timing, double pt_ratio,
                 const Tape& tape);

    // Blends are quintic, without corners; a blended slope is the slope of the blended current.
    void fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) override;

 private:
    struct Piece {
        TapeSpan span;
        std::int64_t end = 0;  // first frame that is no longer like this
        bool blended = false;  // with the span before
    };

    [[nodiscard]] Piece piece_at(std::int64_t frame) const;
    void blend(const TapeSpan& span, std::int64_t frame, int offset, int frames,
               const TerminalBlock& before, TerminalBlock& out) const;

    Tape tape_;
    std::unique_ptr<TerminalReader> reader_;
    SlotTiming timing_;
    double pt_ratio_;
    TerminalBlock before_;  // the span that a blend comes from
};

}  // namespace signals
