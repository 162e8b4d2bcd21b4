// What the two kinds of cell can spell: one table per kind, character <-> segments.
//
// A segment pattern belongs to one character at most, so the tables read in both directions. In
// seven segments O is the digit 0 and S the digit 5; write them so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace meter {

template <class Segments>
struct Glyph {
    char character;
    Segments segments;
};

// Bit numbers are those drawn in lcd.h. Shapes follow the usual 14-segment alphabet (inferred:
// the glass of the real meter could not be seen).
// clang-format off
inline constexpr std::array<Glyph<std::uint16_t>, 42> kGlyphs14{{
    {' ', 0x0000}, {'A', 0x00F7}, {'B', 0x128F}, {'C', 0x0039}, {'D', 0x120F}, {'E', 0x00F9},
    {'F', 0x0071}, {'G', 0x00BD}, {'H', 0x00F6}, {'I', 0x1209}, {'J', 0x001E}, {'K', 0x2470},
    {'L', 0x0038}, {'M', 0x0536}, {'N', 0x2136}, {'O', 0x003F}, {'P', 0x00F3}, {'Q', 0x203F},
    {'R', 0x20F3}, {'S', 0x00ED}, {'T', 0x1201}, {'U', 0x003E}, {'V', 0x0C30}, {'W', 0x2836},
    {'X', 0x2D00}, {'Y', 0x1500}, {'Z', 0x0C09}, {'0', 0x0C3F}, {'1', 0x0406}, {'2', 0x00DB},
    {'3', 0x008F}, {'4', 0x00E6}, {'5', 0x2069}, {'6', 0x00FD}, {'7', 0x0007}, {'8', 0x00FF},
    {'9', 0x00EF}, {'-', 0x00C0}, {'+', 0x12C0}, {'*', 0x3FC0}, {'/', 0x0C00}, {'_', 0x0008},
}};

inline constexpr std::array<Glyph<std::uint8_t>, 32> kGlyphs7{{
    {' ', 0x00}, {'0', 0x3F}, {'1', 0x06}, {'2', 0x5B}, {'3', 0x4F}, {'4', 0x66}, {'5', 0x6D},
    {'6', 0x7D}, {'7', 0x07}, {'8', 0x7F}, {'9', 0x6F}, {'-', 0x40}, {'_', 0x08}, {'=', 0x48},
    {'A', 0x77}, {'b', 0x7C}, {'C', 0x39}, {'c', 0x58}, {'d', 0x5E}, {'E', 0x79}, {'F', 0x71},
    {'H', 0x76}, {'h', 0x74}, {'L', 0x38}, {'n', 0x54}, {'o', 0x5C}, {'P', 0x73}, {'r', 0x50},
    {'t', 0x78}, {'U', 0x3E}, {'u', 0x1C}, {'y', 0x6E},
}};
// clang-format on

// Segments of a character; every segment off for one that the table does not have.
template <class Segments, std::size_t N>
constexpr Segments segments_of(const std::array<Glyph<Segments>, N>& glyphs, char character) {
    for (const Glyph<Segments>& glyph : glyphs) {
        if (glyph.character == character) return glyph.segments;
    }
    return 0;
}

// The character of a pattern, or 0 when no character looks like it.
template <class Segments, std::size_t N>
constexpr char character_of(const std::array<Glyph<Segments>, N>& glyphs, Segments segments) {
    for (const Glyph<Segments>& glyph : glyphs) {
        if (glyph.segments == segments) return glyph.character;
    }
    return 0;
}

template <class Segments, std::size_t N>
constexpr bool has_glyph(const std::array<Glyph<Segments>, N>& glyphs, char character) {
    for (const Glyph<Segments>& glyph : glyphs) {
        if (glyph.character == character) return true;
    }
    return false;
}

}  // namespace meter
