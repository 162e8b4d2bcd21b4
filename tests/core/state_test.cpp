// One list of state: digest, size, snapshot and restore of it agree.
#include "core/state.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace meter {
namespace {

enum class Colour : std::uint16_t { red = 1, blue = 0x0102 };

struct Inner {
    std::int32_t value = 0;
    bool flag = false;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("value", value);
        visit("flag", flag);
    }
    bool operator==(const Inner&) const = default;
};

struct Outer {
    std::uint8_t byte = 0;
    std::int64_t big = 0;
    Colour colour = Colour::red;
    std::array<std::uint16_t, 2> words{};
    std::array<Inner, 2> inner{};
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("byte", byte);
        visit("big", big);
        visit("colour", colour);
        visit("words", words);
        visit("inner", inner);
    }
    bool operator==(const Outer&) const = default;
};

Outer sample() { return {0xAB, -2, Colour::blue, {0x1234, 0xFFFF}, {{{-1, true}, {7, false}}}}; }

// Little-endian, each field in its own size, in the order of the list, nothing between.
const std::vector<std::uint8_t> kBytes{
    0xAB, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,  // byte, big
    0x02, 0x01, 0x34, 0x12, 0xFF, 0xFF,                    // colour, words
    0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0x07, 0x00, 0x00, 0x00, 0x00,
};

std::vector<std::uint8_t> snapshot_of(Outer unit) {
    std::vector<std::uint8_t> out(snapshot_size(unit));
    SnapshotWriter writer{out};
    walk_state(unit, writer);
    EXPECT_TRUE(writer.ok());
    return out;
}

TEST(State, BytesAreTheSameOnEveryMachine) { EXPECT_EQ(snapshot_of(sample()), kBytes); }

TEST(State, RestoreGivesTheUnitBack) {
    Outer unit;
    SnapshotReader reader{kBytes};
    walk_state(unit, reader);
    EXPECT_TRUE(reader.ok());
    EXPECT_EQ(unit, sample());
}

// FNV-1a of the published vectors, and of the snapshot's bytes one by one.
TEST(State, DigestIsFnv1a) {
    const auto of_text = [](const std::string& text) {
        Digest digest;
        for (const char c : text) digest.add(static_cast<std::uint8_t>(c));
        return digest.value();
    };
    EXPECT_EQ(of_text(""), 0xcbf2'9ce4'8422'2325U);
    EXPECT_EQ(of_text("a"), 0xaf63'dc4c'8601'ec8cU);
    EXPECT_EQ(of_text("foobar"), 0x8594'4171'f739'67e8U);

    std::uint64_t expected = 0xcbf2'9ce4'8422'2325U;
    for (const std::uint8_t byte : kBytes) expected = (expected ^ byte) * 0x100'0000'01b3U;
    Outer unit = sample();
    EXPECT_EQ(digest_of(unit), expected);
    EXPECT_EQ(unit, sample()) << "looking changes nothing";
}

TEST(State, DigestSeesEveryByte) {
    Outer before = sample();
    for (std::size_t k = 0; k < kBytes.size(); ++k) {
        if (k == 19 || k == 24) continue;  // a bool has one bit
        std::vector<std::uint8_t> bytes = kBytes;
        bytes[k] ^= 0x40;
        Outer unit;
        SnapshotReader reader{bytes};
        walk_state(unit, reader);
        EXPECT_NE(digest_of(unit), digest_of(before)) << k;
    }
}

TEST(State, ShortAndLongBuffersAreNoticed) {
    for (const std::size_t size : {std::size_t{0}, kBytes.size() - 1, kBytes.size() + 1}) {
        std::vector<std::uint8_t> buffer(size);
        Outer unit = sample();
        SnapshotWriter writer{buffer};
        walk_state(unit, writer);
        EXPECT_FALSE(writer.ok()) << size;
        SnapshotReader reader{buffer};
        walk_state(unit, reader);
        EXPECT_FALSE(reader.ok()) << size;
    }
}

struct Names {
    std::string text;
    template <class T>
    void scalar(const char* name, T&) {
        text += std::string(name) + ' ';
    }
    void enter(const char* name) { text += std::string(name) + "{ "; }
    void leave() { text += "} "; }
};

TEST(State, WalkNamesEveryField) {
    Outer unit;
    Names names;
    walk_state(unit, names);
    EXPECT_EQ(names.text, "byte big colour words{   } inner{ { value flag } { value flag } } ");
}

}  // namespace
}  // namespace meter
