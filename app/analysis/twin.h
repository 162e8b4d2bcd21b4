// A second meter in double precision, whose causes of error can be left out one by one.
//
//   source ─► front end ─► [clip] ─► [round] ─► align ─► integrate ─► block DC ─► window ─► Values
//
// It runs the very same recursions as the firmware (twin_filters.h) on the very same samples and
// the very same noise, so that with everything on it differs from the firmware by rounding only.
// With everything off it gives the truth, by construction (see `aliasing`).
//
// A run is a stretch of frames held as arrays: settling plus at most kMostWindows reading windows.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "app/analysis/subject.h"
#include "app/analysis/values.h"
#include "core/metrology/calibration.h"

namespace analysis {

// Causes of error, as they stand in every table.
enum class Cause : std::uint8_t {
    connection,    // wrong wiring; errors of voltage and current transformers
    aliasing,      // content above 1260 Hz: folded down, or filtered out, instead of counted
    clipping,      // beyond the converter's range
    rope,          // the coil: gain, position, phase, pick-up
    gain,          // gain errors of the channels
    temperature,   // drift of ropes and channels away from 25 degC
    offset,        // offset and chopped offset of the channels
    noise,         // of the converter
    quantization,  // whole counts
    alignment,     // slots moved to one instant by all-passes
    integrator,    // FIR3 and leaky trapezoid instead of 1/f
    quadrature,    // the 90 degree path: Q only
    dc,            // blockers, and a rope that carries no DC
    window,        // borders of reading windows: not whole cycles, or not the truth's instants
    no_load,       // creep suppression
    arithmetic,    // integers of the firmware
    registers,     // resolution of the register that is read
};
inline constexpr std::size_t kCauses = 17;
// The first of those that the twin cannot leave out: they lie between twin, firmware and register.
inline constexpr std::size_t kTwinCauses = static_cast<std::size_t>(Cause::arithmetic);

const char* name_of(Cause cause);    // "aliasing"
const char* words_for(Cause cause);  // what it is, in a sentence without a dot

// Bit c: cause c is left out.
using Without = std::uint32_t;
constexpr Without without(Cause cause) { return Without{1} << static_cast<unsigned>(cause); }
inline constexpr Without kNothing = 0;
inline constexpr Without kEverything = (Without{1} << kTwinCauses) - 1;

struct ReadingWindow {
    std::int64_t last_frame = 0;  // the frame that closed it and belongs to the next
    int frames = 0;
    double hertz = 0.0;  // that the meter measured in it or, failing that, last; 0: never

    bool operator==(const ReadingWindow&) const = default;
};
inline constexpr std::size_t kMostWindows = 16;

class Twin {
 public:
    // `windows` are consecutive, 1..kMostWindows of them. The twin settles for 8 s before them, or
    // from frame 0 as the meter did.
    Twin(Subject& subject, std::span<const ReadingWindow> windows,
         const meter::Calibration& calibration = {});
    ~Twin();

    // Values of all windows together, without these causes.
    [[nodiscard]] Values values(Without causes) const;
    // Of the truth over the same windows.
    [[nodiscard]] Values truth() const;
    // False when leaving the cause out can change nothing: it is not there.
    [[nodiscard]] bool present(Cause cause) const;

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace analysis
