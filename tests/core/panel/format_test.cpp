// What six digits can say of a number: every expected text is worked out by hand.
#include "core/panel/format.h"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>
#include <string>

#include "core/panel/lcd.h"

namespace meter {
namespace {

std::string text_of(const Lcd& lcd) {
    std::array<char, kLcdTextSize> out{};
    const std::size_t size = lcd_text(lcd, out);
    return {out.data(), size};
}

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

struct Case {
    const char* name;
    Number number;
    const char* shown;  // value part and units
};
void PrintTo(const Case& c, std::ostream* os) { *os << c.name; }

class ShowNumber : public testing::TestWithParam<Case> {};

TEST_P(ShowNumber, ReadsAsExpected) {
    Lcd lcd{};
    show_number(GetParam().number, lcd);
    EXPECT_EQ(text_of(lcd), std::string{"... |     |"} + GetParam().shown);
}

constexpr Rounding kNear = Rounding::nearest;
constexpr Rounding kDown = Rounding::down;

// clang-format off
INSTANTIATE_TEST_SUITE_P(Cases, ShowNumber, testing::Values(
    // uW; power is shown in k or M
    Case{"zero",                 {0,                       -6,  1, true, kNear}, "   0.00|k"},
    Case{"watts",                {12'345'600'000,          -6,  0, true, kNear}, " 12.346|k"},
    Case{"half_a_step_goes_up",  {12'345'000'000,          -6,  1, true, kNear}, "  12.35|k"},
    Case{"below_half_goes_down", {12'344'999'999,          -6,  1, true, kNear}, "  12.34|k"},
    Case{"six_digits",           {999'999'000'000'000,     -6,  3, true, kNear}, "999999|k"},
    Case{"rounds_into_mega",     {999'999'500'000'000,     -6,  3, true, kNear}, "1000.00|M"},
    Case{"decimals_give_way",    {99'836'400'000'000,      -6,  1, true, kNear}, "99836.4|k"},
    Case{"rounding_drops_one",   {99'999'960'000'000,      -6,  0, true, kNear}, "100000|k"},
    Case{"coarse_register",      {345'678'000'000'000,     -6,  5, true, kNear}, "  345.7|M"},
    Case{"negative",             {-12'345'600'000,         -6,  1, true, kNear}, "-  12.35|k"},
    Case{"no_negative_zero",     {-1,                      -6,  1, true, kNear}, "   0.00|k"},
    // Wh, truncated
    Case{"wh",                   {1,                        0,  0, true, kDown}, "  0.001|k"},
    Case{"never_rounded_up",     {99'999,                   0,  2, true, kDown}, "   99.9|k"},
    Case{"kwh_of_six_digits",    {999'999'999,              0,  0, true, kDown}, "999999|k"},
    Case{"mwh",                  {1'000'000'000,            0,  0, true, kDown}, "1000.00|M"},
    Case{"largest_energy",       {999'999'999'999,          0,  3, true, kDown}, "999999|M"},
    Case{"beyond_the_glass",     {1'000'000'000'000,        0,  3, true, kDown}, "   0FL|M"},
    // bare
    Case{"volts",                {480'123'456,             -6, -1, false, kNear}, "  480.1|"},
    Case{"volts_fine",           {480'123'456,             -6, -4, false, kNear}, "480.123|"},
    Case{"millivolts",           {1'234,                   -6, -4, false, kNear}, " 0.0012|"},
    Case{"tens_of_volts",        {31'996'000'000,          -6,  1, false, kNear}, " 32000|"},
    Case{"power_factor_one",     {1'000'000'000,           -9, -4, false, kNear}, " 1.0000|"},
    Case{"frequency",            {59'994'999,              -6, -2, false, kNear}, "  59.99|"},
    Case{"count",                {999'999,                  0,  0, false, kDown}, "999999|"},
    Case{"count_overflow",       {1'000'000,                0,  0, false, kDown}, "   0FL|"},
    Case{"version",              {12'345,                  -3, -3, false, kDown}, " 12.345|"},
    // no number is wrong
    Case{"largest",              {kMax,                    -6, -4, false, kNear}, "   0FL|"},
    Case{"largest_power",        {kMax,                    -6,  7, true,  kNear}, "   0FL|M"},
    Case{"smallest",             {kMin,                     0,  0, true,  kNear}, "   0FL|M"}),
    [](const auto& row) { return std::string{row.param.name}; });
// clang-format on

TEST(ShowDigits, PadsWithZeros) {
    Lcd lcd{};
    show_digits(1, 3, lcd);
    EXPECT_EQ(text_of(lcd), "... |     |   001|");
    show_digits(247, 3, lcd);
    EXPECT_EQ(text_of(lcd), "... |     |   247|");
}

TEST(ShowText, CutsWhatDoesNotFit) {
    Lcd lcd{};
    show_text("1234567", lcd);
    show_label("ABCDEFG", lcd);
    EXPECT_EQ(text_of(lcd), "... |ABCDE|123456|");
}

}  // namespace
}  // namespace meter
