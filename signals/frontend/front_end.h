// From terminal quantities to raw converter counts.
//
//   V ── divider ──────────────┐
//                              ├─ (1 + gain error) ─ + offset ± chop + noise ─ clip ─ round ─►
//                              count
//   di/dt ── rope ── divider ──┴ x preamp            (gains and offsets drift with temperature)
//
// Everything after the dividers is in volts at the converter pin, so offset, chop and noise do not
// grow with the preamplifier. Chop: the amplifier's offset enters with the sign of CROSS, + in even
// frames (metrology.md 1.1; that the even ones are the positive ones is decided here).
//
// A pure function of block, frame numbers, gain and settings: nothing is remembered between calls,
// so blocks may be cut anywhere. What is switched off or zero costs nothing.
//
// Switches
//   noise         white, per slot and frame, independent
//   quantization  on: nearest count, ties to even. Off: counts stay integers, but are rounded by
//                 chance so that each is right on average (rectangular dither of one count): no
//                 rounding error is correlated with the signal, at the price of 0.29 to 0.5 counts
//                 of noise
//   clipping      on: +-kAdcClip. Off: +-2^30, beyond what an AdcFrame promises (core/adc_frame.h);
//                 for looking at headroom, a meter clips by itself
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/adc_frame.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/timeline/track.h"

namespace signals {

class FrontEnd {
 public:
    // `temperature` (degC, over frames) is of ropes and channels; their errors are as given at
    // 25 degC. It is looked at once for each kBlockFrames frames, counted from frame 0.
    // Throws std::invalid_argument as check(FrontEndSettings) (scenario/check.h).
    explicit FrontEnd(const FrontEndSettings& settings, Track temperature = Track(25.0));

    // out[n] becomes frame block.first_frame + n. `preamp` is the gain of the current inputs, 1 or
    // 8 (docs/design.md). Throws std::invalid_argument when out.size() is not block.frames.
    void convert(const TerminalBlock& block, std::uint8_t preamp,
                 std::span<meter::AdcFrame> out) const;

    // One slot of the same before clipping and rounding, in counts; `out[n]` is frame
    // block.first_frame + n.
    void analog(const TerminalBlock& block, std::uint8_t preamp, meter::Slot slot,
                TerminalBlock::Row& out) const;

 private:
    using CountRow = std::array<std::int32_t, kBlockFrames>;

    struct Channel {
        double counts_per_unit = 0.0;  // at preamp 1
        double per_kelvin = 0.0;       // relative, of counts_per_unit
        double offset = 0.0;           // counts
        double offset_per_kelvin = 0.0;
        double chop = 0.0;        // counts
        double noise_step = 0.0;  // counts per unit of byte_sum(); 0: no noise
        double clip = 0.0;        // counts
        std::uint64_t noise_key = 0;
        std::uint64_t dither_key = 0;
    };

    // A channel at a frame's temperature: its gain with that of the preamplifier, its offset.
    struct Line {
        double factor = 0.0;  // counts per unit
        double offset = 0.0;  // counts
    };

    void convert(const Channel& channel, const Line& line, std::int64_t first_frame,
                 const double* in, int frames, std::int32_t* out) const;
    [[nodiscard]] Line line_at(const Channel& channel, double gain, std::int64_t frame) const;
    void convert_by_temperature(const Channel& channel, double gain, const TerminalBlock& block,
                                const TerminalBlock::Row& in, CountRow& out) const;

    std::array<Channel, meter::kSlots> channels_{};
    Track temperature_;
    bool dither_ = false;
};

}  // namespace signals
