#include "core/registers/codec.h"

#include <algorithm>
#include <cstddef>

#include "core/registers/float32.h"

namespace meter {

namespace {

constexpr std::int64_t kBillion = 1'000'000'000;

constexpr std::array<std::int64_t, 14> kPowersOfTen = [] {
    std::array<std::int64_t, 14> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = 10 * powers[i - 1];
    return powers;
}();

constexpr std::int64_t power_of_ten(int exponent) {
    return kPowersOfTen[static_cast<std::size_t>(exponent)];
}

constexpr Words high_first(std::uint32_t bits) {
    return {static_cast<std::uint16_t>(bits >> 16), static_cast<std::uint16_t>(bits)};
}

// Counts of 10^exponent, -4..4, rounded half away from zero and held at `most`, below 2^16.
// From 2^30 every scale saturates (65535 * 10^4 < 2^30); below, billionths stay under 1.1e18.
std::uint16_t rounded(const Value& value, int exponent, std::uint16_t most) {
    if (value.whole < 0) return 0;
    if (value.whole >= std::int64_t{1} << 30) return most;
    const std::int64_t unit = power_of_ten(9 + exponent);  // 10^5 .. 10^13
    const std::int64_t billionths = value.whole * kBillion + value.nano;
    return static_cast<std::uint16_t>(std::min<std::int64_t>((billionths + unit / 2) / unit, most));
}

// Completed counts of 10^exponent, -4..4, modulo 2^32. whole < 2^49 leaves the product in range.
std::uint32_t completed(const Value& value, int exponent) {
    if (exponent >= 0) return static_cast<std::uint32_t>(value.whole / power_of_ten(exponent));
    const std::int64_t part = value.nano / power_of_ten(9 + exponent);
    const auto whole = static_cast<std::uint64_t>(value.whole);
    return static_cast<std::uint32_t>(whole * static_cast<std::uint64_t>(power_of_ten(-exponent)) +
                                      static_cast<std::uint64_t>(part));
}

Words encode_uint(const Value& v, int exponent) {
    return {v.valid ? rounded(v, exponent, kMost16) : kQnan16, 0};
}

Words encode_word(const Value& v, int exponent) {
    return {v.valid ? rounded(v, exponent, 0xFFFF) : kQnan16, 0};
}

Words encode_sint(const Value& v, int) {
    return {v.valid ? static_cast<std::uint16_t>(v.whole) : kQnan16, 0};
}

Words encode_ulong(const Value& v, int exponent) {
    return high_first(v.valid ? completed(v, exponent) : kQnanULong);
}

Words encode_float(const Value& v, int) {
    return high_first(v.valid ? float32_bits(static_cast<std::uint64_t>(v.whole), v.nano,
                                             static_cast<std::uint32_t>(kBillion))
                              : kQnanFloat);
}

Physical scaled(bool valid, std::int64_t mantissa, int exponent) {
    if (!valid) return {};
    return {true, mantissa, 10, static_cast<std::int16_t>(exponent)};
}

Physical decode_uint(std::uint32_t raw, int exponent) {
    return scaled(raw != kQnan16, raw, exponent);
}

Physical decode_word(std::uint32_t raw, int exponent) { return scaled(true, raw, exponent); }

Physical decode_sint(std::uint32_t raw, int exponent) {
    return scaled(raw != kQnan16, static_cast<std::int16_t>(raw), exponent);
}

Physical decode_ulong(std::uint32_t raw, int exponent) {
    return scaled(raw != kQnanULong, raw, exponent);
}

Physical decode_float(std::uint32_t raw, int) {
    const int biased = static_cast<int>(raw >> 23 & 0xFFU);
    if (biased == 0xFF) return {};
    const std::int64_t fraction = raw & 0x7F'FFFFU;
    const std::int64_t significand = biased == 0 ? fraction : fraction | 0x80'0000;
    if (significand == 0) return {true, 0, 2, 0};
    const bool negative = raw >> 31 != 0;
    return {true, negative ? -significand : significand, 2,
            static_cast<std::int16_t>(std::max(biased, 1) - 150)};
}

struct Codec {
    Words (*encode)(const Value&, int exponent);
    Physical (*decode)(std::uint32_t raw, int exponent);
};

// By Format.
constexpr std::array<Codec, 5> kCodecs{{
    {encode_uint, decode_uint},
    {encode_word, decode_word},
    {encode_sint, decode_sint},
    {encode_ulong, decode_ulong},
    {encode_float, decode_float},
}};

constexpr const Codec& codec_of(const RegisterRow& row) {
    return kCodecs[static_cast<std::size_t>(row.format)];
}

}  // namespace

int scale_exponent(Scale scale, const Derived& derived) {
    const std::array<int, 8> exponents{
        0, derived.scale_i, derived.scale_v, derived.scale_w, derived.scale_e, -2, -3, -4};
    return std::clamp(exponents[static_cast<std::size_t>(scale)], -4, 4);
}

Words encode(const RegisterRow& row, const Value& value, const Derived& derived) {
    return codec_of(row).encode(value, scale_exponent(row.scale, derived));
}

Words encode(const RegisterRow& row, const Points& points) {
    return encode(row, row.get(points), points.derived);
}

Physical decode(const RegisterRow& row, std::span<const std::uint16_t> words,
                const Derived& derived) {
    if (words.size() < row.count) return {};
    const std::uint32_t raw =
        row.count == 1 ? words[0] : static_cast<std::uint32_t>(words[0]) << 16 | words[1];
    return codec_of(row).decode(raw, scale_exponent(row.scale, derived));
}

}  // namespace meter
