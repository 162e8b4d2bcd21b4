// Words into values and back, with the meter's scale registers.
#include "app/poll/reading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace polling {
namespace {

const meter::RegisterRow& row(const char* name) {
    return *meter::find_register(std::string_view(name));
}

meter::Derived scales(int i, int v, int w, int e) {
    const auto word = [](int n) { return static_cast<std::uint16_t>(n); };
    return scales_of({word(i), word(v), word(w), word(e)});
}

struct Case {
    const char* name;
    std::vector<std::uint16_t> words;
    const char* text;
    double value;
};

TEST(Reading, Descaled) {
    const meter::Derived s = scales(-2, -1, 1, -3);
    for (const Case& c : std::vector<Case>{
             {"i_a", {12'345}, "123.45", 123.45},
             {"v_an", {2'770}, "277.0", 277.0},
             {"kw_total", {104}, "1040", 1'040.0},
             {"kw_total", {0}, "0", 0.0},
             {"pf_total", {1}, "0.0001", 0.0001},
             {"frequency", {6'000}, "60.00", 60.0},
             {"real_energy_kwh", {1, 0}, "65.536", 65.536},
             {"pt_ratio", {250}, "2.50", 2.5},
             {"scale_w", {0xFFFF}, "-1", -1.0},
             {"alert_bitmap", {0x8100}, "0x8100", 33'024.0},
             {"f_kw_total", {0x3F80, 0}, "1", 1.0},
             {"f_kw_total", {0x42AC, 0xB852}, "86.36", 86.36},
         }) {
        const Reading r = reading_of(row(c.name), c.words, s);
        EXPECT_EQ(text_of(r), c.text) << c.name;
        ASSERT_TRUE(r.value().has_value()) << c.name;
        EXPECT_NEAR(*r.value(), c.value, 1e-6 * std::abs(c.value)) << c.name;
    }
}

TEST(Reading, NotValid) {
    for (const Case& c : std::vector<Case>{{"kw_b", {0x8000}, "0x8000", 0},
                                           {"ct_secondary", {0x8000}, "0x8000", 0},
                                           {"real_energy_a_kwh", {0x8000, 0}, "0x8000 0x0000", 0},
                                           {"f_kw_b", {0x7FC0, 0}, "0x7FC0 0x0000", 0}}) {
        const Reading r = reading_of(row(c.name), c.words, {});
        EXPECT_EQ(text_of(r), "not valid");
        EXPECT_FALSE(r.value());
        EXPECT_EQ(raw_text(r), c.text);
    }
    EXPECT_EQ(text_of(Reading{&row("kw_b"), {}, false, {}}), "-");
}

TEST(Reading, ScalesOutsideTheirRange) {
    try {
        (void)scales(0, 0, 5, 0);
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "scale_w (140) reads 5; a scale is -4 to 4");
    }
    EXPECT_THROW((void)scales(0, 0, 0, -5), std::runtime_error);
    EXPECT_EQ(scales(-4, 4, 0, 1).scale_v, 4);
}

TEST(Reading, WordsToWrite) {
    EXPECT_EQ(word_for(row("ct_primary"), 400.0), 400);
    EXPECT_EQ(word_for(row("pt_ratio"), 2.5), 250);
    EXPECT_EQ(word_for(row("pt_ratio"), 0.07), 7);
    EXPECT_EQ(word_for(row("command"), 30'078.0), 30'078);
    for (const auto& [name, value] : std::vector<std::pair<const char*, double>>{
             {"kw_total", 1.0},     // cannot be written
             {"ct_primary", 0.5},   // no whole number
             {"ct_primary", -1.0},  // outside
             {"ct_primary", 65'536.0},
             {"pt_ratio", 2.005},
             {"ct_primary", std::numeric_limits<double>::quiet_NaN()}})
        EXPECT_THROW((void)word_for(row(name), value), std::invalid_argument) << name << value;
}

}  // namespace
}  // namespace polling
