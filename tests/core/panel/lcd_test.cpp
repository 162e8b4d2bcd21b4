// The text form of the glass loses nothing, and nothing else is taken for one.
#include "core/panel/lcd.h"

#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <random>
#include <string>
#include <string_view>

#include "core/panel/font.h"

namespace meter {
namespace {

std::string text_of(const Lcd& lcd) {
    std::array<char, kLcdTextSize> out{};
    const std::size_t size = lcd_text(lcd, out);
    return {out.data(), size};
}

bool parse(std::string_view text, Lcd& out) { return lcd_parse({text.data(), text.size()}, out); }

// Property: lcd_parse(lcd_text(x)) == x for bitmaps of every density, stray bits included.
TEST(LcdText, RoundTripsRandomBitmaps) {
    std::mt19937_64 random{20'261'123};
    for (int run = 0; run < 50'000; ++run) {
        const std::uint64_t thinned = run % 3 == 0 ? random() : ~std::uint64_t{0};
        Lcd lcd{};
        for (auto& cell : lcd.label) cell = static_cast<std::uint16_t>(random() & thinned);
        for (auto& cell : lcd.value) cell = static_cast<std::uint8_t>(random() & thinned);
        lcd.points = static_cast<std::uint8_t>(random());
        lcd.annunciators = static_cast<std::uint32_t>(random());
        lcd.blinking = static_cast<std::uint8_t>(random());
        const std::string text = text_of(lcd);
        ASSERT_LT(text.size() + 1, kLcdTextSize);
        Lcd back{};
        ASSERT_TRUE(parse(text, back)) << text;
        ASSERT_EQ(back, lcd) << text;
    }
}

TEST(LcdText, LongestFormFits) {
    Lcd lcd{};
    lcd.label.fill(0xFFFF);
    lcd.value.fill(0xFF);
    lcd.points = lcd.blinking = 0xFF;
    lcd.annunciators = 0xFFFF'FFFF;
    const std::string text = text_of(lcd);
    EXPECT_LT(text.size() + 1, kLcdTextSize);
    Lcd back{};
    EXPECT_TRUE(parse(text, back));
    EXPECT_EQ(back, lcd);
}

// By hand from the drawing of the segments in lcd.h.
TEST(LcdText, ShowsWhatIsLit) {
    Lcd lcd{};
    EXPECT_EQ(text_of(lcd), "... |     |      |");
    lcd.set(Annunciator::phase_b);
    lcd.set(Annunciator::wrench);
    lcd.set(Annunciator::pulse);
    lcd.label[0] = 0b11'1000;             // left and bottom: L
    lcd.label[4] = 0b100'0000'0000'0000;  // no such segment
    lcd.value[1] = 0b000'0110;            // right side: 1
    lcd.value[5] = 0b000'0101;
    lcd.points = 0b10;
    lcd.blinking = 0b10;
    lcd.set(Annunciator::minus);
    lcd.set(Annunciator::mega);
    lcd.set(Annunciator::var);
    EXPECT_EQ(text_of(lcd), ".B. wrench pulse|L   <4000>|- 1*.   <05>|M VAR");
}

TEST(LcdText, ReadsTheExampleOfThePanelSpecification) {
    Lcd lcd{};
    ASSERT_TRUE(parse("A.. |KW   | 12.345|k W", lcd));
    EXPECT_TRUE(lcd.lit(Annunciator::phase_a));
    EXPECT_FALSE(lcd.lit(Annunciator::phase_b));
    EXPECT_TRUE(lcd.lit(Annunciator::kilo));
    EXPECT_TRUE(lcd.lit(Annunciator::watt));
    EXPECT_EQ(lcd.value[0], 0);
    EXPECT_EQ(lcd.value[1], 0b000'0110);
    EXPECT_EQ(lcd.points, 0b100);
    EXPECT_EQ(text_of(lcd), "A.. |KW   | 12.345|k W");
}

TEST(LcdText, RefusesWhatIsNoTextForm) {
    constexpr std::array kWrong{
        "",
        "A..",
        "A..|KW   | 12.345|k W",            // blank after the phases missing
        "D.. |KW   | 12.345|k W",           // no phase D
        "A.. hart|KW   | 12.345|k W",       // no such icon
        "A.. heart wrench|KW   | 12.345|",  // icons out of order
        "A.. |KW  | 12.345|k W",            // four cells
        "A.. |KW    | 12.345|k W",          // six cells
        "A.. |Kw   | 12.345|k W",           // no small letters in the label
        "A.. |KW   |12.345|k W",            // five cells
        "A.. |KW   |+ 12.345|k W",          // no such sign
        "A.. |KW   |11 12.345|k W",         // eight cells
        "A.. |KW   | 12.34<5>|k W",         // one hex digit
        "A.. |KW   | 12.34<5g>|k W",
        "A.. |KW   | 12..345|k W",
        "A.. |KW   | 12.345|W k",
        "A.. |KW   | 12.345|k  W",
        "A.. |KW   | 12.345|VARH",
        "A.. |KW   | 12.345|k W|",
        "A.. |KW   | 12.345|k W ",
        "A.. |KW   | 12.345",
    };
    for (const std::string_view text : kWrong) {
        Lcd lcd{};
        lcd.points = 0x15;
        const Lcd before = lcd;
        EXPECT_FALSE(parse(text, lcd)) << text;
        EXPECT_EQ(lcd, before) << "changed by: " << text;
    }
}

// A pattern that two characters shared could not be read back.
template <class Segments, std::size_t N>
void expect_distinct(const std::array<Glyph<Segments>, N>& glyphs, Segments cell) {
    for (const auto& glyph : glyphs) {
        EXPECT_EQ(character_of(glyphs, glyph.segments), glyph.character);
        EXPECT_EQ(glyph.segments & ~cell, 0) << glyph.character;
    }
}

TEST(Font, HasOnePatternPerCharacter) {
    expect_distinct(kGlyphs14, std::uint16_t{0x3FFF});
    expect_distinct(kGlyphs7, std::uint8_t{0x7F});
}

}  // namespace
}  // namespace meter
