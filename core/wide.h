// Integer arithmetic the core needs beyond 64 bits, and roots. No __int128: the same code runs on
// Cortex-M. Used once per reading window, never in the sample path.
#pragma once

#include <bit>
#include <cstdint>

namespace meter {

struct Unsigned128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("high", high);
        visit("low", low);
    }
};

// Exact product; schoolbook on 32-bit halves. The two middle terms are below 2^64 - 2^33 + 1 each
// before the carry is added, so no step overflows.
constexpr Unsigned128 multiply(std::uint64_t a, std::uint64_t b) {
    const std::uint64_t a_low = a & 0xFFFF'FFFFU, a_high = a >> 32;
    const std::uint64_t b_low = b & 0xFFFF'FFFFU, b_high = b >> 32;
    const std::uint64_t low = a_low * b_low;
    const std::uint64_t middle = a_high * b_low + (low >> 32);
    const std::uint64_t middle2 = a_low * b_high + (middle & 0xFFFF'FFFFU);
    return {a_high * b_high + (middle >> 32) + (middle2 >> 32),
            (middle2 << 32) | (low & 0xFFFF'FFFFU)};
}

constexpr Unsigned128 add(Unsigned128 a, std::uint64_t b) {
    const std::uint64_t low = a.low + b;
    return {a.high + (low < b ? 1U : 0U), low};
}

struct Division {
    std::uint64_t quotient = 0;
    std::uint64_t remainder = 0;
};

namespace wide {

// One 32-bit digit of a long division: estimate from the divisor's upper half, at most two too
// large (Knuth, TAOCP vol. 2, 4.3.1 D). `rest` < divisor; divisor has its top bit set.
constexpr Division divide_digit(std::uint64_t rest, std::uint64_t digit, std::uint64_t divisor) {
    const std::uint64_t upper = divisor >> 32, lower = divisor & 0xFFFF'FFFFU;
    std::uint64_t q = rest / upper;
    std::uint64_t r = rest - q * upper;
    while (q > 0xFFFF'FFFFU || q * lower > ((r << 32) | digit)) {
        --q;
        r += upper;
        if (r > 0xFFFF'FFFFU) break;
    }
    return {q, ((rest << 32) | digit) - q * divisor};
}

}  // namespace wide

// dividend / divisor for dividend.high < divisor (the quotient fits 64 bits), divisor > 0.
constexpr Division divide(Unsigned128 dividend, std::uint64_t divisor) {
    const int shift = std::countl_zero(divisor);
    const std::uint64_t d = divisor << shift;
    const std::uint64_t high =
        shift == 0 ? dividend.high : (dividend.high << shift) | (dividend.low >> (64 - shift));
    const std::uint64_t low = dividend.low << shift;
    const Division first = wide::divide_digit(high, low >> 32, d);
    const Division second = wide::divide_digit(first.remainder, low & 0xFFFF'FFFFU, d);
    return {(first.quotient << 32) | second.quotient, second.remainder >> shift};
}

constexpr std::uint64_t magnitude(std::int64_t x) {
    return x < 0 ? ~static_cast<std::uint64_t>(x) + 1U : static_cast<std::uint64_t>(x);
}

// a * b / c, rounded half up; the result must fit 63 bits.
constexpr std::uint64_t scale(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    return divide(add(multiply(a, b), c / 2), c).quotient;
}

// The same for a signed a: rounded half away from zero, symmetric.
constexpr std::int64_t scale(std::int64_t a, std::uint64_t b, std::uint64_t c) {
    const auto m = static_cast<std::int64_t>(scale(magnitude(a), b, c));
    return a < 0 ? -m : m;
}

// floor(sqrt(x)), one result bit a round.
constexpr std::uint32_t square_root(std::uint64_t x) {
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 62; bit != 0; bit >>= 2) {
        if (x >= root + bit) {
            x -= root + bit;
            root = (root >> 1) + bit;
        } else {
            root >>= 1;
        }
    }
    return static_cast<std::uint32_t>(root);
}

// sqrt(a^2 + b^2) to 30 significant bits; a, b < 2^62.
constexpr std::uint64_t hypotenuse(std::uint64_t a, std::uint64_t b) {
    const int width = 64 - std::countl_zero(a | b);
    const int shift = width > 31 ? width - 31 : 0;
    const int lift = width < 31 ? 31 - width : 0;  // small values keep their fraction while squared
    const std::uint64_t x = (a >> shift) << lift, y = (b >> shift) << lift;
    const std::uint64_t root = square_root(x * x + y * y);
    return lift > 0 ? (root + (std::uint64_t{1} << (lift - 1))) >> lift : root << shift;
}

}  // namespace meter
