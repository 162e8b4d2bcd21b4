// The sample chain: raw frames in, closed reading windows out. metrology.md 1 and 2.
//
//            +---------+   +------+   +-----------+   +---------+   +-------+
//  I slot ──►| all-pass|──►| FIR3 |──►| trapezoid |──►| blocker |──►| PHADJ |──► i ─┐
//            +---------+   +------+   | leak 2^-10|   +---------+   +-------+      │  products,
//            +---------+   +------+   +-----------+   +---------+                  ├─► int64 sums,
//  V slot ──►| all-pass|──►| z^-1 |──► reference ────►| blocker |──┬──────────► v ─┤  window
//            +---------+   +------+                   +---------+  │               │
//                                          trapezoid, leak, PHADJ ◄┘ ────────► v90 ┘
//
// Amplitudes 45..65 Hz: within 4.1e-5 of nominal. Phase I to V: within 0.23 mdeg. 5th harmonic
// power: within 0.005 % of the total (tests/core/metrology/chain_test.cpp measures all three).
// Settling: tau 0.41 s twice (leak and blocker); 1e-4 after 5 s.
//
// Not modelled: the real part's decimation filter and its undisclosed 90 degree network
// (metrology.md 7.2); blockers are not seeded with the first sample, because for an alternating
// input zero is the better guess (docs/design.md).
#pragma once

#include <array>
#include <cstdint>

#include "core/adc_frame.h"
#include "core/metrology/calibration.h"
#include "core/metrology/filters.h"
#include "core/metrology/sample.h"
#include "core/metrology/scaling.h"
#include "core/metrology/system_type.h"
#include "core/metrology/window.h"
#include "core/metrology/zero_crossing.h"

namespace meter {

class Chain {
 public:
    explicit Chain(const Calibration& calibration);

    // Takes effect with the next frame. A change of preamp rescales the current path, so that the
    // board's switch leaves no step. Call close_early() first: product LSBs change.
    void configure(VoltageReference reference, std::uint8_t preamp);

    // One frame. The window that the border before this frame closed, if it did; valid until the
    // next call.
    const ClosedWindow* frame(const AdcFrame& raw);

    // Closes the window where it stands, for its sums: means are of a broken window.
    const ClosedWindow& close_early();

    [[nodiscard]] const Calibration& calibration() const { return calibration_; }
    [[nodiscard]] std::uint8_t preamp() const { return preamp_; }
    [[nodiscard]] const Samples& samples() const { return last(); }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("calibration", calibration_);
        visit("phase", phase_);
        visit("samples", samples_);
        visit("newest", newest_);
        visit("crossing", crossing_);
        visit("window", window_);
        visit("closed", closed_);
        visit("reference", reference_);
        visit("preamp", preamp_);
    }

 private:
    // One phase: its current, its voltage and its quadrature.
    struct PhasePath {
        AllPass align_i{};
        Fir3 fir{};
        LeakyTrapezoid integrator{};
        DcBlocker block_i{};
        PhaseFilter adjust_i{};
        AllPass align_v{};
        DcBlocker block_v{};
        LeakyTrapezoid quadrature{};
        PhaseFilter adjust_v90{};
        std::int64_t current_gain = 0;
        std::int64_t voltage_gain = 0;
        std::int64_t phase_adjust = 0;

        // Aligned volts of this frame, before any reference is taken off.
        std::int64_t volts(std::int32_t raw, const AllPassCoefficients& c);
        std::int32_t current(std::int32_t raw, const AllPassCoefficients& c);
        void rescale_current(std::int64_t numerator, std::int64_t denominator);

        template <class V>
        constexpr void visit_state(V& visit) {
            visit("align_i", align_i);
            visit("fir", fir);
            visit("integrator", integrator);
            visit("block_i", block_i);
            visit("adjust_i", adjust_i);
            visit("align_v", align_v);
            visit("block_v", block_v);
            visit("quadrature", quadrature);
            visit("adjust_v90", adjust_v90);
            visit("current_gain", current_gain);
            visit("voltage_gain", voltage_gain);
            visit("phase_adjust", phase_adjust);
        }
    };

    void apply_calibration();
    void process(const AdcFrame& raw, Samples& out);
    template <std::size_t P>
    void process_phase(std::int64_t volts, std::int32_t raw_current, Samples& out);
    const ClosedWindow& close(const Samples& previous, const Samples& present,
                              std::int32_t fraction);
    [[nodiscard]] const Samples& last() const { return samples_[newest_]; }

    Calibration calibration_;
    std::array<PhasePath, kPhases> phase_{};
    std::array<Samples, 2> samples_{};  // of the last two frames
    std::uint8_t newest_ = 0;           // which of them is the newer one
    ZeroCrossing crossing_{};
    Window window_{};
    ClosedWindow closed_{};  // the newest
    VoltageReference reference_ = VoltageReference::neutral;
    std::uint8_t preamp_ = 1;
};

}  // namespace meter
