// The filters of the sample chain, one small struct each: state, one step, bounds.
//
// All run on int64 with at least 18 fraction bits of state, so that what a shift drops stays in
// the state and comes back (metrology.md 2.4, fixed-point rules). Right shifts of negative values
// are arithmetic (C++20); rounding is half up. T is one number, or Lanes: the phases side by side.
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
template <class T = std::int64_t>
struct AllPass {
    T x1{}, x2{}, y1{}, y2{};

    [[gnu::always_inline]] constexpr T step(T x, T a1, T a2) {
        const T y = x2 + shift_rounded(a1 * (x1 - y1) + a2 * (x - y2), 24);
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
template <class T = std::int64_t>
struct DcBlocker {
    T mean{};  // 2^10 * estimate

    [[gnu::always_inline]] constexpr T step(T x) {
        const T y = x - (mean >> 10);
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
template <class T = std::int64_t>
struct LeakyTrapezoid {
    T sum{}, x1{};

    [[gnu::always_inline]] constexpr T step(T x) {
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
template <class T = std::int64_t>
struct Fir3 {
    T x2{};

    // After align.step(): the filter's output for the newest sample.
    [[gnu::always_inline]] constexpr T step(const AllPass<T>& align) {
        const T y = 13 * align.y2 - align.y1 - x2;
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
template <class T = std::int64_t>
struct PhaseFilter {
    T s{};

    [[gnu::always_inline]] constexpr T step(T x, T adjust) {
        s += x - (s >> 9);
        return x + ((adjust * (s >> 6)) >> 14);
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("s", s);
    }
};

}  // namespace meter
