#include "core/registers/codec.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <span>

namespace meter {
namespace {

const RegisterRow& row(const char* name) { return *find_register(std::string_view{name}); }

Derived scales(int i, int v, int w, int e) {
    Derived d;
    d.scale_i = static_cast<std::int8_t>(i);
    d.scale_v = static_cast<std::int8_t>(v);
    d.scale_w = static_cast<std::int8_t>(w);
    d.scale_e = static_cast<std::int8_t>(e);
    return d;
}

struct Case {
    const char* name;
    Value value;
    int exponent;  // of all four scales
    Words words;
};

// clang-format off
const Case kCases[] = {
    // Rounding, half away from zero.
    {"v_an",     {true, 277, 0},               -1, {2770, 0}},
    {"v_an",     {true, 277, 49'999'999},      -1, {2770, 0}},
    {"v_an",     {true, 277, 50'000'000},      -1, {2771, 0}},
    {"v_an",     {true, 0, 499'999'999},        0, {0, 0}},
    {"v_an",     {true, 0, 500'000'000},        0, {1, 0}},
    {"i_a",      {true, 120, 5'000'000},       -2, {12001, 0}},
    {"kw_total", {true, 14'999, 999'999'999},   4, {1, 0}},
    {"kw_total", {true, 15'000, 0},             4, {2, 0}},
    {"kw_total", {true, 1, 234'550'000},       -4, {12346, 0}},
    {"kw_total", {true, 1, 234'549'999},       -4, {12345, 0}},
    // Saturation below the QNAN pattern.
    {"kw_total", {true, 32'767, 499'999'999},   0, {32767, 0}},
    {"kw_total", {true, 32'767, 500'000'000},   0, {32767, 0}},
    {"kw_total", {true, 32'768, 0},             0, {32767, 0}},
    {"kw_total", {true, 9'223'372'036, 0},     -4, {32767, 0}},
    {"kw_total", {true, 9'223'372'036'854, 0},  4, {32767, 0}},
    // Fixed scales.
    {"frequency", {true, 59, 994'999'999},      3, {5999, 0}},
    {"frequency", {true, 59, 995'000'000},      3, {6000, 0}},
    {"pf_total",  {true, 0, 866'025'404},       3, {8660, 0}},
    {"pf_total",  {true, 1, 0},                 3, {10000, 0}},
    {"pt_ratio",  {true, 320, 0},               3, {32000, 0}},
    {"fw_os_version", {true, 1, 37'000'000},    3, {1037, 0}},
    {"fw_os_version", {true, 65, 535'000'000},  3, {65535, 0}},
    // Sixteen bits as they are.
    {"alert_bitmap", {true, 0x8000, 0},         3, {0x8000, 0}},
    {"alert_bitmap", {true, 0xFFFF, 0},         3, {0xFFFF, 0}},
    {"power_up_count", {true, 40'000, 0},       3, {32767, 0}},
    // Signed exponents.
    {"scale_i",  {true, -4, 0},                -4, {0xFFFC, 0}},
    {"scale_e",  {true, 4, 0},                  4, {4, 0}},
    // Accumulators: completed counts, most significant word first, rolling at 2^32.
    {"real_energy_kwh", {true, 0, 999'999'999},          0, {0, 0}},
    {"real_energy_kwh", {true, 65'537, 999'999'999},     0, {1, 1}},
    {"real_energy_kwh", {true, 4'294'967, 295'999'999}, -3, {0xFFFF, 0xFFFF}},
    {"real_energy_kwh", {true, 4'294'967, 296'000'000}, -3, {0, 0}},
    {"real_energy_kwh", {true, 4'294'967'297, 0},        0, {0, 1}},
    {"real_energy_kwh", {true, 42'949'672'959'999, 0},   4, {0xFFFF, 0xFFFF}},
    {"real_energy_kwh", {true, 42'949'672'960'000, 0},   4, {0, 0}},
    {"pulse_counter_1", {true, 4'294'967'295, 0},        3, {0xFFFF, 0xFFFF}},
    // Floats are never scaled.
    {"f_kw_total", {true, 1, 0},                4, {0x3F80, 0x0000}},
    {"f_kw_total", {true, 103, 923'048'480},   -4, {0x42CF, 0xD89A}},
    // Not valid.
    {"v_an",            {},  0, {0x8000, 0}},
    {"scale_i",         {},  0, {0x8000, 0}},
    {"real_energy_kwh", {},  0, {0x8000, 0}},
    {"f_v_an",          {},  0, {0x7FC0, 0}},
};
// clang-format on

TEST(Codec, EncodesWords) {
    for (const Case& c : kCases) {
        const Derived d = scales(c.exponent, c.exponent, c.exponent, c.exponent);
        EXPECT_EQ(encode(row(c.name), c.value, d), c.words)
            << c.name << ' ' << c.value.whole << '.' << c.value.nano << " at " << c.exponent;
    }
}

TEST(Codec, NeverEncodesAReadingAsQnan) {
    for (std::int64_t whole = 32'700; whole < 70'000; ++whole) {
        ASSERT_LE(encode(row("v_an"), {true, whole, 999'999'999}, scales(0, 0, 0, 0))[0], 0x7FFF);
    }
}

TEST(Codec, ScalesComeFromTheirOwnRegisters) {
    const Derived d = scales(-1, -2, -3, 2);
    EXPECT_EQ(scale_exponent(Scale::none, d), 0);
    EXPECT_EQ(scale_exponent(Scale::I, d), -1);
    EXPECT_EQ(scale_exponent(Scale::V, d), -2);
    EXPECT_EQ(scale_exponent(Scale::W, d), -3);
    EXPECT_EQ(scale_exponent(Scale::E, d), 2);
    EXPECT_EQ(scale_exponent(Scale::hundredth, d), -2);
    EXPECT_EQ(scale_exponent(Scale::thousandth, d), -3);
    EXPECT_EQ(scale_exponent(Scale::ten_thousandth, d), -4);
}

struct Decoded {
    const char* name;
    Words words;
    Physical physical;
};

// clang-format off
const Decoded kDecoded[] = {
    {"i_a",             {12'000, 0},       {true, 12'000, 10, -1}},
    {"v_an",            {2'770, 0},        {true, 2'770, 10, -2}},
    {"kw_total",        {0x7FFF, 0},       {true, 32'767, 10, -3}},
    {"kw_total",        {0x8000, 0},       {}},
    {"real_energy_kwh", {1, 1},            {true, 65'537, 10, 2}},
    {"real_energy_kwh", {0x8000, 0},       {}},
    {"real_energy_kwh", {0x8000, 1},       {true, 0x8000'0001, 10, 2}},
    {"scale_v",         {0xFFFE, 0},       {true, -2, 10, 0}},
    {"scale_v",         {0x8000, 0},       {}},
    {"alert_bitmap",    {0x8000, 0},       {true, 0x8000, 10, 0}},
    {"frequency",       {6'000, 0},        {true, 6'000, 10, -2}},
    {"pf_total",        {9'999, 0},        {true, 9'999, 10, -4}},
    {"f_kw_total",      {0x3F80, 0},       {true, 0x80'0000, 2, -23}},
    {"f_kw_total",      {0xBF80, 0},       {true, -0x80'0000, 2, -23}},
    {"f_kw_total",      {0, 0},            {true, 0, 2, 0}},
    {"f_kw_total",      {0, 1},            {true, 1, 2, -149}},
    {"f_kw_total",      {0x7FC0, 0},       {}},
    {"f_kw_total",      {0x7F80, 0},       {}},
};
// clang-format on

TEST(Codec, DecodesWords) {
    const Derived d = scales(-1, -2, -3, 2);
    for (const Decoded& c : kDecoded) {
        EXPECT_EQ(decode(row(c.name), c.words, d), c.physical) << c.name << ' ' << c.words[0];
    }
    EXPECT_FALSE(decode(row("f_kw_total"), std::span(kDecoded[0].words).first(1), d).valid);
}

TEST(Codec, PhysicalBecomesReal) {
    EXPECT_EQ(to_real<double>({true, 2'771, 10, -1}), 277.1);
    EXPECT_EQ(to_real<double>({true, 12, 10, 2}), 1200.0);
    EXPECT_EQ(to_real<double>({true, -4, 10, 0}), -4.0);
    for (const float f : {0.0F, 1.0F, -2.5F, 103.92305F, 1e-9F, 3.4e38F, 1e-45F}) {
        const auto bits = std::bit_cast<std::uint32_t>(f);
        const Words words{static_cast<std::uint16_t>(bits >> 16), static_cast<std::uint16_t>(bits)};
        EXPECT_EQ(to_real<double>(decode(row("f_kw_total"), words, {})), f);
    }
}

// Whatever is encoded comes back to within half a count, by arithmetic of the host.
TEST(Codec, RoundTrip) {
    for (int exponent = -4; exponent <= 4; ++exponent) {
        const Derived d = scales(exponent, exponent, exponent, exponent);
        const double count = std::pow(10.0, exponent);
        for (std::int64_t whole = 0; static_cast<double>(whole) < 3 * count * 1000;
             whole += 1 + whole / 7) {
            const Value v{true, whole, 123'456'789};
            const Words words = encode(row("kw_total"), v, d);
            const double back = to_real<double>(decode(row("kw_total"), words, d));
            EXPECT_NEAR(back, static_cast<double>(whole) + 0.123456789, 0.5000001 * count)
                << exponent;
        }
    }
}

}  // namespace
}  // namespace meter
