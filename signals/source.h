// What produces terminal quantities, block by block.
//
//   Source ──► TerminalBlock (V, A, A/s at each slot's own instant) ──► FrontEnd ──► AdcFrames
//
// A source is a pure function of the frame index: filling [1000, 1064) gives the same bits
// whether or not [0, 1000) was filled before, in whatever block sizes. That makes every speed,
// every block size and every seek agree. What changes a source (an edit, an event) is stamped
// with the frame from which it holds.
//
// Double precision lives here and nowhere nearer to the meter. libm only seeds coefficients.
#pragma once

#include <array>
#include <cstdint>

#include "core/adc_frame.h"

namespace signals {

inline constexpr int kBlockFrames = 128;  // most frames in one block
inline constexpr int kConductors = 4;     // A, B, C, N

// fs = 32768/13 Hz.
inline constexpr double kFrameRate =
    static_cast<double>(meter::kCrystalHz) / static_cast<double>(meter::kTicksPerFrame);

// Of that many frames.
[[nodiscard]] constexpr double seconds_of(std::int64_t frames) {
    return static_cast<double>(frames) / kFrameRate;
}

// Terminal quantities of `frames` frames. Row x of a table is conductor x; element n of a row is
// taken in frame first_frame + n at the instant of that row's slot (plus the channel's own delay).
struct TerminalBlock {
    using Row = std::array<double, kBlockFrames>;

    std::int64_t first_frame = 0;
    int frames = 0;                          // 1..kBlockFrames
    std::array<Row, 3> voltage{};            // V, terminals A, B, C to terminal N
    std::array<Row, kConductors> slope{};    // A/s, di/dt in conductors A, B, C, N
    std::array<Row, kConductors> current{};  // A; filled only when asked for
};

enum class Fill : std::uint8_t { meter_inputs, with_current };

// When each channel is taken, in seconds from the start of its frame. The default is the
// multiplexer's; a coil's phase error is a delay: its current's entry is that much
// earlier (coil/coil.h).
struct SlotTiming {
    std::array<double, 3> voltage{};
    std::array<double, kConductors> current{};
};
SlotTiming multiplexer_timing();

class Source {
 public:
    virtual ~Source() = default;
    // Fills out.voltage and out.slope (and out.current when asked) for
    // [first_frame, first_frame + frames); sets out.first_frame and out.frames.
    virtual void fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) = 0;
};

}  // namespace signals
