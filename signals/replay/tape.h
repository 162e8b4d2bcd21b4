// The order in which a recording is played: held cycles, the record, and what follows.
//
//   tape time  0      H      2H         RH                      RH+D
//              |-hold-|-hold-| ... hold-|------- record --------|-hold-|-hold- ...   (or record
//   record time 0..H   0..H        0..H  0 ................... D  D-T..D                again:
//   loop)
//
// Hold: the first whole cycles of the record over and over, so that the meter has settled when
// the record begins; afterwards its last whole cycles. Each joint jumps back by a whole number of
// cycles and is blended over at most one cycle, so that phase and amplitude are continuous. In a
// single pass the record itself is untouched: the blends lie before its first and behind its last
// sample, in periodic extensions of it. With a loop the last cycle of each pass is blended. A
// record whose second cycle differs from its first begins with a step of that difference.
// With hold_only the held cycles, from anywhere in the record, go on for ever: a steady state.
#pragma once

#include <cstdint>

namespace signals {

struct TapePlan {
    double hold = 0.0;       // H, s: whole cycles from the record's start
    std::int64_t holds = 0;  // R
    double duration = 0.0;   // D, s: the record; with loop its whole cycles
    double tail_hold = 0.0;  // T, s: whole cycles up to the record's end
    double blend = 0.0;      // s, at most half of each of the three above
    bool loop = false;
    bool hold_only = false;   // the held cycles for ever, and never the record
    double hold_begin = 0.0;  // s of record time where the held cycles begin
};

// Playing at one tape time: record time = tape time - origin.
struct TapeSpan {
    std::int64_t number = 0;
    double begin = 0.0;   // s of tape; the blend into it ends here
    double origin = 0.0;  // s
};

enum class TapePart : std::uint8_t { settling, record, holding };

class Tape {
 public:
    explicit Tape(const TapePlan& plan) : plan_(plan) {}

    [[nodiscard]] const TapePlan& plan() const { return plan_; }
    // The span that is heard, blends apart, at tape time t >= 0.
    [[nodiscard]] TapeSpan span_at(double t) const;
    [[nodiscard]] TapeSpan span(std::int64_t number) const;
    // As span(), with begin where the record's content changes rather than where the blend ends.
    [[nodiscard]] TapeSpan content(std::int64_t number) const;
    [[nodiscard]] TapePart part(std::int64_t number) const;

    // With hold_only as late as a tape can say.
    [[nodiscard]] double record_begin() const {
        return static_cast<double>(plan_.hold_only ? kNever : plan_.holds) * plan_.hold;
    }
    // End of the first pass.
    [[nodiscard]] double record_end() const { return record_begin() + plan_.duration; }

 private:
    static constexpr std::int64_t kNever = 1'000'000'000'000;

    [[nodiscard]] bool held(std::int64_t number) const {
        return plan_.hold_only || number < plan_.holds;
    }

    TapePlan plan_;
};

}  // namespace signals
