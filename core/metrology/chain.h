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
#include "core/metrology/phases_apart.h"
#include "core/metrology/sample.h"
#include "core/metrology/system_type.h"
#include "core/metrology/window.h"
#include "core/metrology/zero_crossing.h"
#if defined(__x86_64__)
#include "core/metrology/phases_together.h"
#endif

namespace meter {

// Phases: PhasesApart in firmware, PhasesTogether on a host that has the vectors; the same samples,
// sums and state (tests/core/metrology/phases_test.cpp).
template <class Phases>
class BasicChain {
 public:
    explicit BasicChain(const Calibration& calibration);

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
        phases_.visit_as("phase", visit);
        visit("samples", samples_);
        visit("newest", newest_);
        visit("crossing", crossing_);
        visit("window", window_);
        visit("closed", closed_);
        visit("reference", reference_);
        visit("preamp", preamp_);
    }

 private:
    void apply_calibration();
    [[gnu::always_inline]] const ClosedWindow* take(const AdcFrame& raw);
    const ClosedWindow& close(const Samples& previous, const Samples& present,
                              std::int32_t fraction);
    [[nodiscard]] const Samples& last() const { return samples_[newest_]; }

    Calibration calibration_;
    Phases phases_{};
    std::array<Samples, 2> samples_{};  // of the last two frames
    std::uint8_t newest_ = 0;           // which of them is the newer one
    ZeroCrossing crossing_{};
    BasicWindow<typename Phases::Sums> window_{};
    ClosedWindow closed_{};  // the newest
    VoltageReference reference_ = VoltageReference::neutral;
    std::uint8_t preamp_ = 1;
};

template <>
const ClosedWindow* BasicChain<PhasesApart>::frame(const AdcFrame& raw);

#if defined(__x86_64__)

template <>
const ClosedWindow* BasicChain<PhasesTogether>::frame(const AdcFrame& raw);

// The quicker one of the two on this processor: 64-bit products of vectors are one instruction with
// AVX-512 DQ and ten with AVX2, where phases apart are no slower.
class HostChain {
 public:
    explicit HostChain(const Calibration& calibration)
        : apart_(calibration), together_(calibration) {}

    [[nodiscard]] static bool has_vectors();

    void configure(VoltageReference reference, std::uint8_t preamp) {
        together_here_ ? together_.configure(reference, preamp)
                       : apart_.configure(reference, preamp);
    }
    const ClosedWindow* frame(const AdcFrame& raw) {
        return together_here_ ? together_.frame(raw) : apart_.frame(raw);
    }
    const ClosedWindow& close_early() {
        return together_here_ ? together_.close_early() : apart_.close_early();
    }

    [[nodiscard]] const Calibration& calibration() const {
        return together_here_ ? together_.calibration() : apart_.calibration();
    }
    [[nodiscard]] std::uint8_t preamp() const {
        return together_here_ ? together_.preamp() : apart_.preamp();
    }
    [[nodiscard]] const Samples& samples() const {
        return together_here_ ? together_.samples() : apart_.samples();
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        together_here_ ? together_.visit_state(visit) : apart_.visit_state(visit);
    }

 private:
    BasicChain<PhasesApart> apart_;
    BasicChain<PhasesTogether> together_;
    bool together_here_ = has_vectors();
};
using Chain = HostChain;

#else

using Chain = BasicChain<PhasesApart>;

#endif

}  // namespace meter
