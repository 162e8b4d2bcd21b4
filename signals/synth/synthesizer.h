// Terminal quantities of a course (timeline/course.h), from closed form coefficients.
//
//   theta(n) = start + n * increment                      exact, 2^-64 turn (phase.h)
//   channel  = constant + sum over h of a_h cos(h theta) + b_h sin(h theta) + tones + noise
//
// A course is cut into pieces over which nothing changes; a change holds from the start of its
// frame. Amplitudes, angles, slot instants, coil delays and (for slopes) the factor h omega of the
// exact derivative are all inside a_h and b_h, computed once per piece (piece.h). A frame then
// costs one complex product for e^{j theta}, one more per order (power_plan.h) and two
// multiplications per order and channel (kernels.h).
//
// A current that jumps where two pieces meet gives its rope an impulse: jump * fs is added to the
// slope of the new piece's first frame, so that the integral of the slope is the current. None at
// frame 0 and before: the meter finds the installation as it is.
//
// Frames come in tiles, counted from the first frame of their piece (from 0 in the first piece):
// e^{j theta} of a tile's first frame is computed from the integer phase, that of its other frames
// by a table of rotations. So what a frame holds depends on its number alone, not on the blocks it
// was asked for in. Same bits for every optimization level, vector width and compiler (+, -, *
// only, and no fused multiply-add: -ffp-contract=off).
//
// Content above fs/2 = 1260.3 Hz is not limited: a converter that samples at slot instants folds
// it back, and so does this one, deliberately (the real decimation filter is unpublished and flat
// within 0.1 dB up to 1260 Hz; metrology.md 6).
//
// Neutral conductor: sum of the phase currents at the neutral slot's own instant.
#pragma once

#include <array>
#include <cstdint>

#include "signals/source.h"
#include "signals/synth/piece.h"
#include "signals/timeline/course.h"
#include "signals/wiring/wiring.h"

namespace signals {

class Synthesizer final : public Source {
 public:
    explicit Synthesizer(Course course, const SlotTiming& timing = multiplexer_timing());
    // A steady installation. Throws std::invalid_argument as check(Installation).
    explicit Synthesizer(const Installation& installation,
                         const SlotTiming& timing = multiplexer_timing(),
                         const Wiring& wiring = {});

    // Course::edit(): changes the installation from `from_frame` on; theta is continuous there.
    void set(const Installation& installation, std::int64_t from_frame);
    void begin(const Event& event, std::int64_t from_frame);  // Course::begin()
    void set_wiring(const Wiring& wiring);
    // What the ropes pick up from their phases' voltages, A per V (coil/coil.h); 0 at first.
    void set_pickup(const std::array<double, 3>& amperes_per_volt);
    void leave_out(const LeftOut& what);  // nothing at first

    void fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) override;

    [[nodiscard]] const Course& course() const { return course_; }
    // The same course, timing and pick-up give the same bits.
    void restore(Course course);

    // Theta at the start of a frame.
    [[nodiscard]] Phase phase_at(std::int64_t frame) const {
        return course_.turning().phase(frame);
    }

 private:
    const Piece& piece_at(std::int64_t frame);
    void forget();
    // Fills [at, at + frames) of the block with frames of one tile of one piece.
    void fill_part(const Piece& piece, Span frames, Fill what, TerminalBlock& out);
    void add_noise(const Piece& piece, Span frames, Fill what, TerminalBlock& out) const;

    Course course_;
    SlotTiming timing_;
    std::array<double, 3> pickup_{};
    LeftOut left_out_{};
    Piece piece_;  // the one used last
    std::array<std::uint64_t, 6> noise_keys_{};
};

}  // namespace signals
