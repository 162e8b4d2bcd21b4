// Power is cut after every byte that a long history writes, one at a time: what was committed is
// there, what was being written is there or not, whole.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/storage/journal.h"
#include "tests/core/storage/history.h"
#include "tests/core/storage/nv_board.h"
#include "tests/core/storage/slot_format.h"

namespace meter::test {
namespace {

struct Life {
    const char* name;
    std::size_t bytes;
    Lengths lengths;
    int writes;
};

const Life kLives[] = {
    {"least memory, usual records", 3'072, kUsual, 2'000},
    {"least memory, longest and shortest records", 3'072, kExtreme, 300},
    {"8 KiB, usual records", 8'192, kUsual, 200},
};

// What a byte is that was being written when the power went.
enum class LastByte { written, old, inverted, erased, random };
constexpr int kLastBytes = 5;

std::uint8_t torn(LastByte how, std::uint8_t before, std::uint8_t after, Random& random) {
    switch (how) {
        case LastByte::written:
            return after;
        case LastByte::old:
            return before;
        case LastByte::inverted:
            return static_cast<std::uint8_t>(~after);
        case LastByte::erased:
            return 0xFF;
        case LastByte::random:
            break;
    }
    return random.byte();
}

// The memory after each byte of `trace` in turn, with the last byte as `how` says.
template <class F>
void for_every_cut(Bytes memory, const std::vector<NvBoard::Written>& trace, int first_how,
                   Random& random, F check) {
    for (std::size_t k = 0; k < trace.size(); ++k) {
        const auto [offset, value] = trace[k];
        const std::uint8_t before = memory[offset];
        const auto how = static_cast<LastByte>((first_how + static_cast<int>(k)) % kLastBytes);
        memory[offset] = torn(how, before, value, random);
        check(memory, k);
        if (::testing::Test::HasFatalFailure()) return;
        memory[offset] = value;
    }
    check(memory, trace.size());
}

std::string state_after_cut(NvBoard& board, const Life& life, const Model& model,
                            const Step& pending) {
    Journal journal{board};
    if (!journal.mount()) return "does not mount";
    return disagreement(journal, life.lengths, model, &pending);
}

void live_through(const Life& life, std::uint64_t seed, std::size_t& cuts) {
    NvBoard board{life.bytes}, cut{life.bytes};
    Journal journal{board};
    journal.mount();
    History history{seed, life.lengths};
    Model model;
    Random random{seed};
    for (int n = 0; n < life.writes; ++n) {
        const Step step = history.next();
        const Bytes before = board.memory;
        board.trace.clear();
        ASSERT_TRUE(journal.write(kind_of(step.id), step.payload));
        for_every_cut(before, board.trace, n, random, [&](const Bytes& memory, std::size_t k) {
            cut.memory = memory;
            ++cuts;
            ASSERT_EQ(state_after_cut(cut, life, model, step), "")
                << life.name << ", write " << n << ", byte " << k << " of " << board.trace.size();
        });
        model[step.id] = step.payload;
        ASSERT_EQ(state_after_cut(cut, life, model, step), "") << "after write " << n;
    }
}

TEST(JournalPowerCut, AfterEveryByteOfAHistory) {
    std::size_t cuts = 0;
    for (const Life& life : kLives) ASSERT_NO_FATAL_FAILURE(live_through(life, 11, cuts));
    EXPECT_GT(cuts, 300'000u) << "the history has become short";
    RecordProperty("cuts", static_cast<int>(cuts));
}

// Until its last byte a slot does not look like a record, whatever its CRC: either nothing has
// changed, or everything is written, or it does not end with what it begins with.
TEST(JournalPowerCut, AnUnfinishedSlotDoesNotRelyOnItsCrc) {
    NvBoard board{3'072};
    Journal journal{board};
    journal.mount();
    History history{12, kUsual};
    Random random{12};
    for (int n = 0; n < 300; ++n) {
        const Step step = history.next();
        const Bytes before = board.memory;
        board.trace.clear();
        journal.write(kind_of(step.id), step.payload);
        for_every_cut(before, board.trace, n, random, [&](const Bytes& memory, std::size_t k) {
            for (std::size_t slot = 0; slot < 12; ++slot) {
                const Bytes image = get_slot(memory, slot);
                if (image == get_slot(before, slot) || image == get_slot(board.memory, slot))
                    continue;
                ASSERT_FALSE(std::equal(image.begin(), image.begin() + 4, image.end() - 4))
                    << "write " << n << ", byte " << k;
            }
        });
    }
}

// After any cut life goes on: the next records are kept, for more than a lap.
TEST(JournalPowerCut, WritingGoesOnAfterIt) {
    NvBoard board{3'072}, cut{3'072};
    Journal journal{board};
    journal.mount();
    History history{13, kUsual};
    Model model;
    Random random{13};
    for (int n = 0; n < 60; ++n) {
        const Step step = history.next();
        const Bytes before = board.memory;
        board.trace.clear();
        journal.write(kind_of(step.id), step.payload);
        for_every_cut(before, board.trace, n, random, [&](const Bytes& memory, std::size_t k) {
            cut.memory = memory;
            Journal again{cut};
            again.mount();
            ASSERT_EQ(disagreement(again, kUsual, model, &step), "");
            Model now = model;
            now[step.id] = read(again, step.id, step.payload.size());
            for (std::uint8_t m = 0; m < 14; ++m) {
                const Step next{m % 4u, Bytes(kUsual[m % 4], static_cast<std::uint8_t>(k + m))};
                ASSERT_TRUE(again.write(kind_of(next.id), next.payload));
                now[next.id] = next.payload;
                ASSERT_EQ(disagreement(again, kUsual, now), "") << n << ", byte " << k;
            }
        });
        model[step.id] = step.payload;
    }
}

// Power that comes and goes: cut at every byte, written again, cut at every byte of that. Garbage
// in both sequences can be equal then, and the CRC is needed.
TEST(JournalPowerCut, TwiceInARow) {
    NvBoard board{3'072}, once{3'072}, twice{3'072};
    Journal journal{board};
    journal.mount();
    History history{14, kUsual};
    Model model;
    Random random{14};
    for (int n = 0; n < 24; ++n) {
        const Step step = history.next();
        const Bytes before = board.memory;
        board.trace.clear();
        journal.write(kind_of(step.id), step.payload);
        for_every_cut(before, board.trace, n, random, [&](const Bytes& memory, std::size_t k) {
            if (n < 12) return;  // the first lap fills the memory
            once.memory = memory;
            Journal again{once};
            again.mount();
            Model now = model;
            now[step.id] = read(again, step.id, step.payload.size());
            const Step next{1, Bytes(kUsual[1], static_cast<std::uint8_t>(k))};
            once.trace.clear();
            ASSERT_TRUE(again.write(kind_of(next.id), next.payload));
            for_every_cut(memory, once.trace, n, random, [&](const Bytes& second, std::size_t k2) {
                twice.memory = second;
                Journal third{twice};
                third.mount();
                ASSERT_EQ(disagreement(third, kUsual, now, &next), "")
                    << "write " << n << ", bytes " << k << " and " << k2;
            });
        });
        model[step.id] = step.payload;
    }
}

// The same through the board: the byte budget runs out inside write().
TEST(JournalPowerCut, TheJournalThatIsCutOffDoesNoHarm) {
    for (std::size_t budget = 0; budget < 4'000; budget += 7) {
        NvBoard board{3'072};
        board.bytes_left = budget;
        Journal journal{board};
        journal.mount();
        History history{15, kUsual};
        Model model;
        Step step = history.next();
        for (int n = 0; n < 100 && journal.write(kind_of(step.id), step.payload); ++n) {
            model[step.id] = step.payload;
            step = history.next();
        }
        board.bytes_left = SIZE_MAX;
        ASSERT_EQ(state_after_cut(board, kLives[0], model, step), "") << budget;
    }
}

}  // namespace
}  // namespace meter::test
