// core/wide.h against the compiler's own 128-bit integers.
#include "core/wide.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/core/support/random.h"

namespace meter {
namespace {

__extension__ using Wide = unsigned __int128;

Wide wide(Unsigned128 x) { return (Wide{x.high} << 64) | x.low; }

constexpr std::uint64_t kMost = UINT64_MAX;

std::vector<std::uint64_t> interesting() {
    std::vector<std::uint64_t> out{0, 1, 2, 3, kMost, kMost - 1, 0xFFFF'FFFE'0000'0001U};
    for (const int bit : {16, 31, 32, 33, 62, 63}) {
        const std::uint64_t power = std::uint64_t{1} << bit;
        for (const std::uint64_t x : {power - 1, power, power + 1}) out.push_back(x);
    }
    return out;
}

void expect_product(std::uint64_t a, std::uint64_t b) {
    ASSERT_TRUE(wide(multiply(a, b)) == Wide{a} * b) << a << " * " << b;
}

TEST(Wide, MultipliesExactly) {
    for (const std::uint64_t a : interesting()) {
        for (const std::uint64_t b : interesting()) expect_product(a, b);
    }
    test::Random random{1};
    for (int n = 0; n < 200'000; ++n) expect_product(random.of_any_width(), random.of_any_width());
}

TEST(Wide, AddsWithCarry) {
    for (const std::uint64_t a : interesting()) {
        for (const std::uint64_t b : interesting()) {
            ASSERT_TRUE(wide(add({5, a}, b)) == (Wide{5} << 64) + a + b) << a << " + " << b;
        }
    }
}

void expect_division(Unsigned128 dividend, std::uint64_t divisor) {
    const Division d = divide(dividend, divisor);
    ASSERT_TRUE(d.quotient == wide(dividend) / divisor && d.remainder == wide(dividend) % divisor)
        << dividend.high << ':' << dividend.low << " / " << divisor;
}

TEST(Wide, DividesExactly) {
    for (const std::uint64_t divisor : interesting()) {
        for (const std::uint64_t high : interesting()) {
            if (high >= divisor) continue;
            for (const std::uint64_t low : interesting()) expect_division({high, low}, divisor);
        }
    }
    test::Random random{2};
    for (int n = 0; n < 200'000; ++n) {
        const std::uint64_t divisor = random.of_any_width() | 1U;
        expect_division({random.next() % divisor, random.next()}, divisor);
    }
}

// Quotient digits that the first estimate gets wrong by one and by two.
TEST(Wide, CorrectsTheEstimateOfADigit) {
    test::Random random{3};
    for (int n = 0; n < 200'000; ++n) {
        const std::uint64_t divisor =
            (random.below(8) + (std::uint64_t{1} << 31)) << 32 | (0xFFFF'FFFFU - random.below(8));
        expect_division({divisor - 1 - random.below(8), random.next()}, divisor);
    }
}

TEST(Wide, ScalesWithRounding) {
    test::Random random{4};
    for (int n = 0; n < 100'000; ++n) {
        const std::uint64_t a = random.of_any_width(62), b = random.of_any_width(40);
        const std::uint64_t c = random.of_any_width(62) | (std::uint64_t{1} << 40);
        const Wide exact = (Wide{a} * b + c / 2) / c;
        if (exact >> 63 != 0) continue;
        ASSERT_EQ(scale(a, b, c), static_cast<std::uint64_t>(exact));
        const auto signed_a = static_cast<std::int64_t>(a);
        ASSERT_EQ(scale(-signed_a, b, c), -static_cast<std::int64_t>(exact));
        ASSERT_EQ(scale(signed_a, b, c), static_cast<std::int64_t>(exact));
    }
    EXPECT_EQ(scale(std::int64_t{1}, 1, 2), 1);
    EXPECT_EQ(scale(std::int64_t{-1}, 1, 2), -1) << "half goes away from zero on both sides";
    EXPECT_EQ(scale(std::int64_t{-1}, 1, 3), 0);
}

TEST(Wide, MagnitudeOfTheMostNegative) {
    EXPECT_EQ(magnitude(INT64_MIN), std::uint64_t{1} << 63);
    EXPECT_EQ(magnitude(-1), 1U);
    EXPECT_EQ(magnitude(INT64_MAX), kMost >> 1);
}

void expect_root(std::uint64_t x) {
    const Wide root = square_root(x);
    ASSERT_TRUE(root * root <= x && (root + 1) * (root + 1) > x) << x;
}

TEST(Wide, SquareRootIsTheFloor) {
    for (const std::uint64_t x : interesting()) expect_root(x);
    test::Random random{5};
    for (int n = 0; n < 100'000; ++n) {
        expect_root(random.of_any_width());
        const std::uint64_t root = random.of_any_width(32);
        expect_root(root * root);
        if (root > 0) expect_root(root * root - 1);
    }
}

TEST(Wide, HypotenuseHasThirtyBits) {
    test::Random random{6};
    for (int n = 0; n < 100'000; ++n) {
        const std::uint64_t a = random.of_any_width(62), b = random.of_any_width(62);
        const long double exact =
            std::hypot(static_cast<long double>(a), static_cast<long double>(b));
        const long double error = static_cast<long double>(hypotenuse(a, b)) - exact;
        ASSERT_LE(std::abs(error), 0.51L + exact * 0x1p-29L) << a << ' ' << b;
    }
    EXPECT_EQ(hypotenuse(0, 0), 0U);
    EXPECT_EQ(hypotenuse(3, 4), 5U);
    EXPECT_EQ(hypotenuse(1, 1), 1U);
    EXPECT_EQ(hypotenuse(1, 2), 2U) << "2.24";
    EXPECT_EQ(hypotenuse(0, 12'345'678'901'234), 12'345'678'901'234U & ~std::uint64_t{0x1FFF});
}

}  // namespace
}  // namespace meter
