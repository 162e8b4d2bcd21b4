#include "core/registers/float32.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace meter {
namespace {

struct Case {
    std::uint64_t whole;
    std::uint32_t numerator;
    std::uint32_t denominator;
    std::uint32_t bits;
};

// From IEEE 754 by hand; 1.0 is meter.md 7.
constexpr Case kCases[] = {
    {0, 0, 1, 0x0000'0000},
    {1, 0, 1'000'000'000, 0x3F80'0000},
    {0, 1, 2, 0x3F00'0000},
    {0, 1, 10, 0x3DCC'CCCD},
    {2, 500'000'000, 1'000'000'000, 0x4020'0000},
    {16'777'215, 0, 1, 0x4B7F'FFFF},              // 2^24 - 1, the last exact one
    {16'777'217, 0, 1, 0x4B80'0000},              // tie, down to even
    {16'777'219, 0, 1, 0x4B80'0002},              // tie, up to even
    {16'777'217, 1, 1'000'000'000, 0x4B80'0001},  // just above the tie
    {16'777'216, 999'999'999, 1'000'000'000, 0x4B80'0000},
    {16'777'215, 500'000'000, 1'000'000'000, 0x4B80'0000},  // tie that carries into the exponent
    {16'777'215, 499'999'999, 1'000'000'000, 0x4B7F'FFFF},
    {4'294'967'040, 0, 1, 0x4F7F'FFFF},  // the largest below 2^32
    {4'294'967'295, 0, 1, 0x4F80'0000},
    {0xFFFF'FFFF'FFFF'FFFF, 0, 1, 0x5F80'0000},
    {0, 1, 1'000'000'000, 0x3089'705F},  // 1e-9
    {0, 1, 0xFFFF'FFFF, 0x2F80'0000},
};

TEST(Float32, KnownBits) {
    for (const Case& c : kCases) {
        EXPECT_EQ(float32_bits(c.whole, c.numerator, c.denominator), c.bits)
            << c.whole << " + " << c.numerator << '/' << c.denominator;
    }
}

// The host divides in long double (64 bits of significand) and rounds once more to float. The
// double rounding cannot hurt: a quotient of 63-bit integers that is not a tie differs from one
// by more than long double's error for the amounts drawn here (up to 2^53).
TEST(Float32, AgreesWithTheHostsDivision) {
    static_assert(std::numeric_limits<long double>::digits >= 64);
    std::mt19937_64 random(1);
    for (int i = 0; i < 300'000; ++i) {
        const std::uint64_t amount = random() >> (11 + random() % 53);
        const std::uint32_t unit = i % 2 == 0 ? 1'000'000'000 : 1'000'000;
        const auto wanted = static_cast<float>(static_cast<long double>(amount) / unit);
        const std::uint32_t bits =
            float32_bits(amount / unit, static_cast<std::uint32_t>(amount % unit), unit);
        ASSERT_EQ(std::bit_cast<float>(bits), wanted) << amount << " / " << unit;
    }
}

// Halfway between two neighbouring floats, and a hair to either side.
TEST(Float32, TiesAreExact) {
    std::mt19937_64 random(2);
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t significand = (random() & 0x7F'FFFF) | 0x80'0000;
        const auto exact = static_cast<double>(significand);
        const auto low =
            static_cast<std::uint32_t>(std::bit_cast<std::uint32_t>(static_cast<float>(exact)));
        const std::uint32_t even = low + (low & 1);
        EXPECT_EQ(float32_bits(significand, 500'000'000, 1'000'000'000), even);
        EXPECT_EQ(float32_bits(significand, 499'999'999, 1'000'000'000), low);
        EXPECT_EQ(float32_bits(significand, 500'000'001, 1'000'000'000), low + 1);
        EXPECT_EQ(float32_bits(significand << 20, 0, 1), low + (20U << 23));
        EXPECT_EQ(float32_bits((2 * significand + 1) << 19, 1, 3), low + 1 + (20U << 23));
    }
}

}  // namespace
}  // namespace meter
