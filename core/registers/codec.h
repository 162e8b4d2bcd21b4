// From a row to the words on the wire, and back.
//
//   encode:  Points ──get──► Value ──round, scale──► one or two words, most significant first
//   decode:  words + scale registers ──► Physical, mantissa * base^exponent in the row's units
//
// Integers are rounded half away from zero and saturate at 0x7FFF; accumulators (ULong) show
// the counts completed and roll over at 2^32 (meter.md 3.4 and 3.6, inferred), so that they and
// their float twins roll at the same moment. Floats are correctly rounded. Not valid is
// 0x8000, 0x8000'0000 or 0x7FC0'0000 (meter.md 2, 2.1).
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <span>

#include "core/registers/points.h"
#include "core/registers/table.h"
#include "core/registers/value.h"

namespace meter {

inline constexpr std::uint16_t kQnan16 = 0x8000;
inline constexpr std::uint32_t kQnanULong = 0x8000'0000;
inline constexpr std::uint32_t kQnanFloat = 0x7FC0'0000;
inline constexpr std::uint16_t kMost16 = 0x7FFF;

using Words = std::array<std::uint16_t, 2>;  // a 16-bit row uses the first

// Exponent of ten of a scale: 138..141 out of `derived`, or the fixed one.
[[nodiscard]] int scale_exponent(Scale scale, const Derived& derived);

[[nodiscard]] Words encode(const RegisterRow& row, const Value& value, const Derived& derived);
[[nodiscard]] Words encode(const RegisterRow& row, const Points& points);

// What raw words mean, exactly: mantissa * base^exponent in the units of the row, base 10 for
// integer rows and 2 for floats. |mantissa| < 2^32.
struct Physical {
    bool valid = false;
    std::int64_t mantissa = 0;
    std::int8_t base = 10;
    std::int16_t exponent = 0;

    constexpr bool operator==(const Physical&) const = default;
};

// `words` holds row.count words. `derived` needs its four scales only: a host fills them from
// registers 138..141. Float infinities and NaNs are not valid, and so are too few words.
[[nodiscard]] Physical decode(const RegisterRow& row, std::span<const std::uint16_t> words,
                              const Derived& derived);

// For hosts: the nearest Real (floats exactly). NaN is the caller's business: valid is ignored.
template <std::floating_point Real>
constexpr Real to_real(const Physical& p) {
    Real power = 1;
    const int steps = p.exponent < 0 ? -p.exponent : p.exponent;
    for (int i = 0; i < steps; ++i) power *= static_cast<Real>(p.base);
    const Real mantissa = static_cast<Real>(p.mantissa);
    return p.exponent < 0 ? mantissa / power : mantissa * power;
}

}  // namespace meter
