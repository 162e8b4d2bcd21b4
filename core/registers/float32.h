// IEEE 754 single precision from integers, without floating point.
#pragma once

#include <bit>
#include <cstdint>

namespace meter {

// The bits of the float nearest to whole + numerator / denominator, ties to even.
// numerator < denominator. Results are 0 or at least 2^-32, so never subnormal, and at most
// 2^64, so never infinite.
//
// The binary expansion is pulled out bit by bit until 25 significant bits stand: 24 of the
// result and at least one to round by; the remainder tells whether anything follows them.
constexpr std::uint32_t float32_bits(std::uint64_t whole, std::uint32_t numerator,
                                     std::uint32_t denominator) {
    if (whole == 0 && numerator == 0) return 0;
    std::uint64_t bits = whole;
    std::uint64_t remainder = numerator;  // < 2^32, doubled below 2^33
    int exponent = 0;                     // value = (bits + remainder / denominator) * 2^exponent
    for (; std::bit_width(bits) < 25; --exponent) {
        remainder *= 2;
        const bool one = remainder >= denominator;
        if (one) remainder -= denominator;
        bits = bits * 2 + (one ? 1 : 0);
    }
    const int drop = static_cast<int>(std::bit_width(bits)) - 24;  // 1..40
    const std::uint64_t half = std::uint64_t{1} << (drop - 1);
    const std::uint64_t low = bits & (2 * half - 1);
    std::uint64_t significand = bits >> drop;  // 2^23 .. 2^24 - 1
    const bool tie = low == half && remainder == 0;
    if (tie ? (significand & 1) != 0 : low >= half) ++significand;
    // A carry to 2^24 adds into the exponent field by itself.
    const int biased = exponent + drop + 23 + 127;
    return (static_cast<std::uint32_t>(biased - 1) << 23) + static_cast<std::uint32_t>(significand);
}

}  // namespace meter
