// Q-formats of the sample chain and the limits every step relies on.
//
//   raw       converter counts                         |x| <= 2^20
//   aligned   raw * 2^12                               |x| <  2^34   (all-pass states)
//   volts     156.25 nV at the terminal                |x| <  2^34   (= 40 uV * 2^-8)
//   amperes   1.5625 uA * 8/preamp                     |x| <  2^34   (= 400 uA * 2^-8)
//   sample    40 uV; 400 uA at preamp 1, 50 uA at 8    |x| <= kSampleLimit
//   product   16 nW at preamp 1, 2 nW at 8
//
// A sample is int32; products of samples are summed exactly in int64: kSampleLimit^2 < 2^51, and
// 2^51 * kForcedWindowFrames (2720) < 2^62.5.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

#include "core/adc_frame.h"

namespace meter {

inline constexpr std::int32_t kSampleLimit = 47'453'132;  // floor(2^25.5)

inline constexpr std::int64_t kVoltSampleNv = 40'000;           // nV per sample LSB
inline constexpr std::int64_t kAmpereSampleUaTimes8 = 400 * 8;  // uA * preamp gain per sample LSB

// Readings close on the first positive zero crossing after this many frames ...
inline constexpr std::int32_t kWindowFrames = 2520;
// ... and at the latest here (metrology.md 7.5).
inline constexpr std::int32_t kForcedWindowFrames = kWindowFrames + 200;

// x held to +-limit. Staying inside is the rule: of one number, a predicted branch is cheaper than
// two selects.
template <class T>
[[gnu::always_inline]] constexpr T clamp_to(const T& x, std::int64_t limit) {
    if constexpr (std::is_integral_v<T>) {
        if (static_cast<std::uint64_t>(x + limit) <= static_cast<std::uint64_t>(2 * limit))
            [[likely]] {
            return x;
        }
        return static_cast<T>(x < 0 ? -limit : limit);
    } else {
        const T most = T{} + limit;
        const T below = x < most ? x : most;
        return below > -most ? below : -most;
    }
}

// x / 2^bits, rounded half up; |x| < 2^62.
template <class T>
[[gnu::always_inline]] constexpr T shift_rounded(T x, int bits) {
    return (x + (std::int64_t{1} << (bits - 1))) >> bits;
}

// Aligned, calibrated samples of one frame.
struct Samples {
    std::array<std::int32_t, kPhases> v{};  // against the system type's reference
    std::array<std::int32_t, kPhases> i{};
    std::array<std::int32_t, kPhases> v90{};  // v delayed by 90 degrees, times cot(pi f/fs) / 32

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("v", v);
        visit("i", i);
        visit("v90", v90);
    }
};

}  // namespace meter
