// Wear, worn-out bytes and bits that flip by themselves.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/storage/journal.h"
#include "tests/core/storage/history.h"
#include "tests/core/storage/nv_board.h"
#include "tests/core/storage/slot_format.h"

namespace meter::test {
namespace {

struct Memory {
    std::size_t bytes;
    int records;
};

const Memory kMemories[] = {{3'072, 20'000}, {8'192, 20'000}, {32'768, 20'000}};

// Every slot is written in turn, so the ends of all slots have been written equally often, give or
// take one lap, and no byte more often than these. Records that never change do not spare a slot.
TEST(JournalWear, IsEven) {
    for (const Memory& m : kMemories) {
        NvBoard board{m.bytes};
        Journal journal{board};
        journal.mount();
        History history{21, kUsual};
        for (int n = 0; n < m.records; ++n) {
            const Step step = history.next();
            ASSERT_TRUE(journal.write(kind_of(step.id), step.payload));
        }
        std::uint32_t least = UINT32_MAX;
        for (std::size_t at = 0; at < m.bytes; at += 256) least = std::min(least, board.writes[at]);
        const std::uint32_t most = *std::max_element(board.writes.begin(), board.writes.end());
        EXPECT_LE(most, least + 1) << m.bytes;
        // Carrying over costs at most the five other kinds a lap.
        const std::size_t slots = m.bytes / 256;
        EXPECT_LE(most, static_cast<std::size_t>(m.records) / (slots - (kRecords - 1)) + 2)
            << m.bytes;
    }
}

// The price of one write: the record itself and at most the other kinds' carried over.
TEST(JournalWear, AWriteIsBounded) {
    NvBoard board{3'072};
    Journal journal{board};
    journal.mount();
    History history{22, kExtreme};
    std::size_t most = 0;
    for (int n = 0; n < 2'000; ++n) {
        const Step step = history.next();
        board.trace.clear();
        ASSERT_TRUE(journal.write(kind_of(step.id), step.payload));
        most = std::max(most, board.trace.size());
    }
    EXPECT_LE(most, kRecords * 256);
    EXPECT_GT(most, 256u) << "nothing was ever carried over";
}

// A record that is about to be replaced is not carried over first.
TEST(JournalWear, WhatIsReplacedIsNotCarriedOver) {
    NvBoard board{3'072};
    Journal journal{board};
    journal.mount();
    for (std::uint8_t slot = 0; slot < 12; ++slot)
        ASSERT_TRUE(journal.write(kind_of(slot == 1 ? 1 : 2), Bytes(24, slot)));
    board.trace.clear();
    ASSERT_TRUE(journal.write(kind_of(1), Bytes(24, 12)));  // to slot 0; the old one is in slot 1
    EXPECT_EQ(board.trace.size(), 8u + 24u + 8u);
    EXPECT_EQ(read(journal, 1, 24), Bytes(24, 12));
}

// One to forty bits somewhere; returns the slots hit.
std::set<std::size_t> flip_bits(Bytes& memory, Random& random) {
    std::set<std::size_t> hit;
    for (std::size_t n = random.below(40) + 1; n > 0; --n) {
        const std::size_t at = random.below(memory.size());
        memory[at] = static_cast<std::uint8_t>(memory[at] ^ (1U << random.below(8)));
        hit.insert(at / 256);
    }
    return hit;
}

// Whether one of the slots held this record.
bool among(const std::set<std::size_t>& slots, const Bytes& memory, const Step& record) {
    return std::any_of(slots.begin(), slots.end(), [&](std::size_t slot) {
        const Bytes image = get_slot(memory, slot);
        return image[4] == record.id &&
               std::equal(record.payload.begin(), record.payload.end(), image.begin() + 8);
    });
}

// Flipped bits: a wrong payload is never returned. Records that were not hit are the newest ones,
// and those that were hit are absent or one that was once committed.
TEST(JournalRot, FlippedBitsNeverGiveWrongData) {
    Random random{23};
    int fallen_back = 0;
    for (int round = 0; round < 2'000; ++round) {
        SCOPED_TRACE(round);
        NvBoard board{3'072};
        Journal journal{board};
        journal.mount();
        History history{static_cast<std::uint64_t>(round % 10), kUsual};
        std::array<std::set<Bytes>, kRecords> ever;
        Model model;
        for (int n = 0; n < 40 + round % 13; ++n) {
            const Step step = history.next();
            journal.write(kind_of(step.id), step.payload);
            ever[step.id].insert(step.payload);
            model[step.id] = step.payload;
        }
        const Bytes before = board.memory;
        const std::set<std::size_t> hit = flip_bits(board.memory, random);
        Journal again{board};
        ASSERT_TRUE(again.mount());
        for (std::size_t id = 0; id < kRecords; ++id) {
            const std::optional<Bytes> found = read(again, id, kUsual[id]);
            if (found == model[id]) continue;
            ASSERT_TRUE(!found || ever[id].contains(*found)) << "record " << id << " is wrong";
            ASSERT_TRUE(among(hit, before, {id, *model[id]}))
                << "record " << id << " lost unharmed";
            fallen_back += found ? 1 : 0;
        }
    }
    EXPECT_GT(fallen_back, 100) << "an older record was hardly ever found";
}

// After damage an old record may be the newest of its kind, anywhere, at the cursor too: it is not
// overwritten before it has been carried over.
TEST(JournalRot, WhatIsLeftSurvivesFurtherWriting) {
    Random random{24};
    for (int round = 0; round < 1'000; ++round) {
        NvBoard board{3'072};
        Journal journal{board};
        journal.mount();
        History history{static_cast<std::uint64_t>(round % 17), kUsual};
        for (int n = 0; n < 30 + round % 13; ++n) {
            const Step step = history.next();
            journal.write(kind_of(step.id), step.payload);
        }
        for (std::size_t n = random.below(8) + 1; n > 0; --n) ++board.memory[random.below(3'072)];
        Journal again{board};
        again.mount();
        Model model;
        for (std::size_t id = 0; id < kRecords; ++id) model[id] = read(again, id, kUsual[id]);
        for (int n = 0; n < 30; ++n) {
            const Step step{1, random.bytes(kUsual[1])};
            ASSERT_TRUE(again.write(kind_of(1), step.payload));
            model[1] = step.payload;
            ASSERT_EQ(disagreement(again, kUsual, model), "") << round << ", " << n;
            Journal third{board};
            third.mount();
            ASSERT_EQ(disagreement(third, kUsual, model), "") << round << ", " << n;
        }
    }
}

// A record damaged while the meter runs is not read, and not carried over as if it were whole.
TEST(JournalRot, WhileRunning) {
    NvBoard board{3'072};
    Journal journal{board};
    journal.mount();
    ASSERT_TRUE(journal.write(kind_of(4), Bytes(36, 0x11)));
    ++board.memory[20];
    EXPECT_EQ(read(journal, 4, 36), std::nullopt);
    for (std::uint8_t n = 0; n < 40; ++n) ASSERT_TRUE(journal.write(kind_of(1), Bytes(146, n)));
    EXPECT_EQ(read(journal, 4, 36), std::nullopt);
    EXPECT_EQ(read(journal, 1, 146), Bytes(146, 39));
    ASSERT_TRUE(journal.write(kind_of(4), Bytes(36, 0x11))) << "written again, it is there again";
    EXPECT_EQ(read(journal, 4, 36), Bytes(36, 0x11));
}

// Bytes that keep their value: the slot is passed over, up to three in a row.
TEST(JournalWornOut, BadSlotsArePassedOver) {
    for (std::size_t bad = 1; bad <= 3; ++bad) {
        for (std::size_t first = 0; first < 16; ++first) {
            NvBoard board{4'096};
            for (std::size_t n = 0; n < bad; ++n)
                board.stuck[static_cast<std::uint32_t>((first + n) % 16 * 256 + 10)] = 0xFF;
            Journal journal{board};
            journal.mount();
            History history{25, kUsual};
            Model model;
            for (int n = 0; n < 200; ++n) {
                Step step = history.next();
                if (step.payload.size() > 2)
                    step.payload[2] = 0x3C;  // not what the byte is stuck at
                ASSERT_TRUE(journal.write(kind_of(step.id), step.payload)) << bad << ' ' << first;
                model[step.id] = step.payload;
                Journal again{board};
                again.mount();
                ASSERT_EQ(disagreement(again, kUsual, model), "") << bad << ' ' << first;
            }
        }
    }
}

// A memory that takes no more writes: write() says so and what is there stays readable.
TEST(JournalWornOut, ADeadMemoryIsReported) {
    NvBoard board{3'072};
    Journal journal{board};
    journal.mount();
    ASSERT_TRUE(journal.write(kind_of(1), Bytes(146, 1)));
    board.bytes_left = 0;
    for (std::uint8_t n = 2; n < 40; ++n) {
        EXPECT_FALSE(journal.write(kind_of(1), Bytes(146, n)));
        EXPECT_EQ(read(journal, 1, 146), Bytes(146, 1));
    }
}

}  // namespace
}  // namespace meter::test
