#include "core/storage/journal.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/state.h"
#include "tests/core/storage/history.h"
#include "tests/core/storage/nv_board.h"
#include "tests/core/storage/slot_format.h"

namespace meter::test {
namespace {

constexpr std::size_t kSmall = 3'072;  // 12 slots, the least

const Bytes kThree{1, 2, 3};

TEST(Journal, KeepsTheNewestOfEveryKind) {
    NvBoard board{8'192};
    Journal journal{board};
    ASSERT_TRUE(journal.mount());
    History history{1, kUsual};
    Model model;
    for (int n = 0; n < 3'000; ++n) {
        const Step step = history.next();
        ASSERT_TRUE(journal.write(kind_of(step.id), step.payload)) << n;
        model[step.id] = step.payload;
        ASSERT_EQ(disagreement(journal, kUsual, model), "") << n;
    }
}

// What a running journal knows is what the next power-up finds, at any time.
TEST(Journal, MountFindsTheSameState) {
    for (const std::size_t size : {kSmall, std::size_t{8'192}, std::size_t{8'192 + 255}}) {
        NvBoard board{size};
        Journal journal{board};
        ASSERT_TRUE(journal.mount());
        History history{2, kUsual};
        for (int n = 0; n < 500; ++n) {
            const Step step = history.next();
            ASSERT_TRUE(journal.write(kind_of(step.id), step.payload));
            Journal again{board};
            ASSERT_TRUE(again.mount());
            ASSERT_EQ(digest_of(again), digest_of(journal)) << size << ", write " << n;
        }
    }
}

TEST(Journal, WritesTheFormatOfItsHeader) {
    NvBoard board{kSmall};
    Journal journal{board};
    journal.mount();
    ASSERT_TRUE(journal.write({RecordId::maxima, 7}, kThree));
    ASSERT_TRUE(journal.write({RecordId::settings, 9}, Bytes(240, 0xA5)));
    EXPECT_EQ(get_slot(board.memory, 0), slot_image(0, 2, 7, kThree));
    EXPECT_EQ(get_slot(board.memory, 1), slot_image(1, 0, 9, Bytes(240, 0xA5)));
    EXPECT_EQ(get_slot(board.memory, 2), Bytes(256, 0xFF));
}

struct Unreadable {
    const char* what;
    RecordKind kind;
    std::size_t length;
};

const Unreadable kUnreadable[] = {
    {"another version", {RecordId::maxima, 8}, 3},
    {"too short a buffer", {RecordId::maxima, 7}, 2},
    {"too long a buffer", {RecordId::maxima, 7}, 4},
    {"an empty buffer", {RecordId::maxima, 7}, 0},
    {"longer than any record", {RecordId::maxima, 7}, 300},
    {"another kind", {RecordId::settings, 7}, 3},
};

TEST(Journal, AnotherVersionOrLengthIsAbsent) {
    NvBoard board{kSmall};
    Journal journal{board};
    journal.mount();
    ASSERT_TRUE(journal.write({RecordId::maxima, 7}, kThree));
    for (const Unreadable& c : kUnreadable) {
        Bytes out(c.length, 0x5A);
        EXPECT_FALSE(journal.read(c.kind, out)) << c.what;
        EXPECT_EQ(out, Bytes(c.length, 0x5A)) << c.what << ": the buffer was touched";
    }
    Bytes out(3);
    EXPECT_TRUE(journal.read({RecordId::maxima, 7}, out));
    EXPECT_EQ(out, kThree);
}

TEST(Journal, WritesOnlyWhatHasChanged) {
    NvBoard board{kSmall};
    Journal journal{board};
    journal.mount();
    Bytes payload = Random{5}.bytes(146);
    ASSERT_TRUE(journal.write(kind_of(1), payload));
    board.trace.clear();
    EXPECT_TRUE(journal.write(kind_of(1), payload));
    EXPECT_EQ(board.trace.size(), 0u);

    for (const std::size_t at : {0u, 31u, 32u, 145u}) {
        board.trace.clear();
        ++payload[at];
        EXPECT_TRUE(journal.write(kind_of(1), payload));
        EXPECT_EQ(board.trace.size(), 8u + 146u + 8u) << "byte " << at;
    }
    board.trace.clear();
    EXPECT_TRUE(journal.write({RecordId::totals, 2}, payload)) << "a new version is a change";
    EXPECT_EQ(board.trace.size(), 8u + 146u + 8u);
}

TEST(Journal, RefusesTooLongAPayload) {
    NvBoard board{kSmall};
    Journal journal{board};
    journal.mount();
    EXPECT_TRUE(journal.write(kind_of(1), Bytes(240)));
    board.trace.clear();
    EXPECT_FALSE(journal.write(kind_of(1), Bytes(241)));
    EXPECT_EQ(board.trace.size(), 0u);
}

struct Size {
    std::size_t bytes;
    bool enough;
};

const Size kSizes[] = {
    {0, false},     {1, false},    {255, false},   {256, false},
    {3'071, false}, {3'072, true}, {65'536, true}, {1 << 20, true},
};

TEST(Journal, AMemoryThatIsTooSmallKeepsNothing) {
    for (const Size& c : kSizes) {
        NvBoard board{c.bytes};
        Journal journal{board};
        EXPECT_EQ(journal.mount(), c.enough) << c.bytes;
        EXPECT_EQ(journal.write(kind_of(0), kThree), c.enough) << c.bytes;
        EXPECT_EQ(read(journal, 0, 3).has_value(), c.enough) << c.bytes;
        EXPECT_EQ(board.trace.empty(), !c.enough) << c.bytes;
    }
}

TEST(Journal, BeforeMountThereIsNothing) {
    NvBoard board{kSmall};
    Journal journal{board};
    EXPECT_FALSE(journal.write(kind_of(0), kThree));
    EXPECT_EQ(read(journal, 0, 3), std::nullopt);
}

// Erased, zeroed and random memory is free space, and serves as such.
TEST(Journal, AnyContentsMount) {
    Random random{3};
    for (int n = 0; n < 300; ++n) {
        NvBoard board{kSmall, static_cast<std::uint8_t>(n == 0 ? 0xFF : 0x00)};
        if (n > 1) board.memory = random.bytes(kSmall);
        Journal journal{board};
        ASSERT_TRUE(journal.mount());
        for (const Lengths& lengths : {kUsual, kExtreme})
            ASSERT_EQ(disagreement(journal, lengths, {}), "") << n;
        Model model;
        History history{static_cast<std::uint64_t>(n), kExtreme};
        for (int step = 0; step < 30; ++step) {
            const Step s = history.next();
            ASSERT_TRUE(journal.write(kind_of(s.id), s.payload));
            model[s.id] = s.payload;
            ASSERT_EQ(disagreement(journal, kExtreme, model), "") << n;
        }
    }
}

TEST(Journal, ReadsEveryByteAtMostOnceToMount) {
    for (const std::size_t size : {std::size_t{8'192}, std::size_t{65'536}}) {
        NvBoard board{size};
        Journal journal{board};
        journal.mount();
        for (std::uint8_t n = 0; n < 255; ++n) journal.write(kind_of(n % 2), Bytes(240, n));
        board.bytes_read = 0;
        journal.mount();
        // The head is looked at before the CRC walks over it.
        EXPECT_LE(board.bytes_read, size + size / 256 * 8);
    }
}

// The CRC alone does not make a record: a slot that is being overwritten may still have a good one.
TEST(Journal, ARecordEndsWithItsSequence) {
    const Bytes whole = slot_image(0x0201'0403, 0, 1, kThree);
    for (std::size_t at = 252; at < 256; ++at) {
        Bytes image = whole;
        ++image[at];
        NvBoard board{kSmall};
        put_slot(board, 3, image);
        Journal journal{board};
        journal.mount();
        EXPECT_EQ(read(journal, 0, 3), std::nullopt) << "byte " << at;
        put_slot(board, 3, whole);
        journal.mount();
        EXPECT_EQ(read(journal, 0, 3), kThree);
    }
}

TEST(Journal, SequencesWrap) {
    NvBoard board{kSmall};
    put_slot(board, 4, slot_image(0xFFFF'FFFC, 1, 1, Bytes(146, 4)));
    put_slot(board, 5, slot_image(0xFFFF'FFFD, 1, 1, Bytes(146, 5)));
    Journal journal{board};
    journal.mount();
    EXPECT_EQ(read(journal, 1, 146), Bytes(146, 5));
    for (std::uint8_t n = 6; n < 60; ++n) {
        ASSERT_TRUE(journal.write(kind_of(1), Bytes(146, n)));
        Journal again{board};
        again.mount();
        ASSERT_EQ(read(again, 1, 146), Bytes(146, n));
        ASSERT_EQ(digest_of(again), digest_of(journal));
    }
}

// A record of a later firmware is not kept; what is of a known kind is.
TEST(Journal, UnknownKindsAreFreeSpace) {
    NvBoard board{kSmall};
    put_slot(board, 0, slot_image(10, 0, 1, kThree));
    put_slot(board, 1, slot_image(11, kRecords, 1, kThree));
    put_slot(board, 2, slot_image(12, 0xFF, 1, kThree));
    Journal journal{board};
    ASSERT_TRUE(journal.mount());
    EXPECT_EQ(read(journal, 0, 3), kThree);
    for (std::uint8_t n = 0; n < 30; ++n) ASSERT_TRUE(journal.write(kind_of(1), Bytes(9, n)));
    EXPECT_EQ(read(journal, 0, 3), kThree);
}

}  // namespace
}  // namespace meter::test
