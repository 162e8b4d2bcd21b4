// The filters of the sample chain, one small struct each: state, one step, bounds.
//
// All run on int64 with at least 18 fraction bits of state, so that what a shift drops stays in
// the state and comes back (metrology.md 2.4, fixed-point rules). Right shifts of negative values
// are arithmetic (C++20); rounding is half up.
#pragma once

#include <cstdint>

#include "core/metrology/sample.h"

namespace meter {

// Second-order all-pass (Thiran): delays by D frames, 1.5 <= D <= 2.5, without changing any
// amplitude. It moves each slot's samples to one common instant.
//
//   H(z) = (a2 + a1 z^-1 + z^-2) / (1 + a1 z^-1 + a2 z^-2)
//   a1 = -2 (D-2)/(D+1),  a2 = (D-1)(D-2) / ((D+1)(D+2))            metrology.md 1.1
//
// In: |x| < 2^33. The impulse response is bounded by 2.2 in sum of magnitudes, so |y| < 2^34.2;
// differences < 2^35.2 times |a1| + |a2| < 0.40 * 2^24 stay below 2^58.
struct AllPass {
    std::int64_t x1 = 0, x2 = 0, y1 = 0, y2 = 0;

    constexpr std::int64_t step(std::int64_t x, std::int64_t a1, std::int64_t a2) {
        const std::int64_t y = x2 + shift_rounded(a1 * (x1 - y1) + a2 * (x - y2), 24);
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        return y;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("x1", x1);
        visit("x2", x2);
        visit("y1", y1);
        visit("y2", y2);
    }
};

// DC blocker (1 - z^-1) / (1 - (1 - 2^-10) z^-1): tau 0.41 s. The same one stands on voltage and
// on integrated current, so their leads cancel (metrology.md 2.4).
//
// State is the mean with 10 more fraction bits: |x| < 2^52 keeps it below 2^62.
struct DcBlocker {
    std::int64_t mean = 0;  // 2^10 * estimate

    constexpr std::int64_t step(std::int64_t x) {
        const std::int64_t y = x - (mean >> 10);
        mean += y;
        return y;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("mean", mean);
    }
};

// Leaky trapezoid (1 + z^-1) / (1 - (1 - 2^-10) z^-1): integrates with exactly -90 degrees but for
// the leak's lead, which PhaseFilter takes back. Amplitude at f: cot(pi f / fs).
//
// State bound: 2 * 2^10 * max|x|; |x| < 2^37 stays below 2^48.
struct LeakyTrapezoid {
    std::int64_t sum = 0, x1 = 0;

    constexpr std::int64_t step(std::int64_t x) {
        sum += x + x1 - ((sum + 512) >> 10);
        x1 = x;
        return sum;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("sum", sum);
        visit("x1", x1);
    }
};

// FIR3 pre-filter [-1, 13, -1] / 11 without its division: linear phase, one frame of delay. It
// lifts what the trapezoid loses: from 45 to 300 Hz the pair stays within 0.11 % of 1/f, and its
// slope cancels the leak's between 45 and 65 Hz. metrology.md 2.4 gives [-1, 14, -1] / 12, the
// maximally flat one, which is 0.47 % low at 300 Hz: 0.018 % of the total power of the fifth
// harmonic test, against 0.004 % here (docs/design.md, sample chain).
// It follows an AllPass, which already remembers its last two outputs, so only the third is kept.
// Out: |y| <= 15 max|x|.
struct Fir3 {
    std::int64_t x2 = 0;

    // After align.step(): the filter's output for the newest sample.
    constexpr std::int64_t step(const AllPass& align) {
        const std::int64_t y = 13 * align.y2 - align.y1 - x2;
        x2 = align.y2;
        return y;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("x2", x2);
    }
};

// Phase filter y = x + (PHADJ / 2^20) s, s = x + (1 - 2^-9) s'  (metrology.md 1.5): a lag that
// falls as 1/f, which is what a leaky integrator's lead does.
//
// |x| < 2^46 keeps |s| < 2^55; s / 2^6 times |PHADJ| < 2^15 stays below 2^64 only for inputs
// below 2^45 (s < 2^54): callers give 2^44 at most.
struct PhaseFilter {
    std::int64_t s = 0;

    constexpr std::int64_t step(std::int64_t x, std::int64_t adjust) {
        s += x - (s >> 9);
        return x + ((adjust * (s >> 6)) >> 14);
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("s", s);
    }
};

}  // namespace meter
