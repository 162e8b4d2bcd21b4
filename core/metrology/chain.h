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
// Amplitudes 45..65 Hz: within 4e-5 of nominal. Phase I to V: within 0.23 mdeg. 5th harmonic power:
// within 0.02 % of the total (tests/core/metrology/chain_test.cpp measures all three).
// Settling: tau 0.41 s twice (leak and blocker); 1e-4 after 5 s.
//
// Not modelled: the real part's decimation filter and its undisclosed 90 degree network
// (metrology.md 7.2); blockers are not seeded with the first sample, because for an alternating
// input zero is the better guess (docs/design.md).
#pragma once

#include <array>
#include <cstdint>
#include <optional>

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

    // One frame. The window that the border before this frame closed, if it did.
    std::optional<ClosedWindow> frame(const AdcFrame& raw);

    // Closes the window where it stands, for its sums: means are of a broken window.
    ClosedWindow close_early();

    [[nodiscard]] std::uint8_t preamp() const { return preamp_; }
    [[nodiscard]] const Samples& samples() const { return last_; }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("calibration", calibration_);
        visit("current", current_);
        visit("voltage", voltage_);
        visit("last", last_);
        visit("crossing", crossing_);
        visit("window", window_);
        visit("reference", reference_);
        visit("preamp", preamp_);
        visit("current_gain", current_gain_);
        visit("voltage_gain", voltage_gain_);
        visit("phase_adjust", phase_adjust_);
    }

 private:
    struct CurrentPath {
        AllPass align{};
        Fir3 fir{};
        LeakyTrapezoid integrator{};
        DcBlocker blocker{};
        PhaseFilter phase{};

        std::int32_t step(std::int32_t raw, const AllPassCoefficients& c, std::int64_t gain,
                          std::int64_t adjust);
        void rescale(std::int64_t numerator, std::int64_t denominator);

        template <class V>
        constexpr void visit_state(V& visit) {
            visit("align", align);
            visit("fir", fir);
            visit("integrator", integrator);
            visit("blocker", blocker);
            visit("phase", phase);
        }
    };

    struct VoltagePath {
        AllPass align{};
        std::int64_t delayed = 0;
        DcBlocker blocker{};
        LeakyTrapezoid quadrature{};
        PhaseFilter phase{};

        template <class V>
        constexpr void visit_state(V& visit) {
            visit("align", align);
            visit("delayed", delayed);
            visit("blocker", blocker);
            visit("quadrature", quadrature);
            visit("phase", phase);
        }
    };

    void apply_calibration();
    Samples process(const AdcFrame& raw);
    std::array<std::int64_t, kPhases> aligned_volts(const AdcFrame& raw);
    void refer(std::array<std::int64_t, kPhases>& volts) const;
    ClosedWindow close(const Samples& next, std::int32_t fraction);

    Calibration calibration_;
    std::array<CurrentPath, kPhases> current_{};
    std::array<VoltagePath, kPhases> voltage_{};
    Samples last_{};
    ZeroCrossing crossing_{};
    Window window_{};
    VoltageReference reference_ = VoltageReference::neutral;
    std::uint8_t preamp_ = 1;
    std::array<std::int64_t, kPhases> current_gain_{};
    std::array<std::int64_t, kPhases> voltage_gain_{};
    std::array<std::int64_t, kPhases> phase_adjust_{};
};

}  // namespace meter
