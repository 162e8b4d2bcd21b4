#include "app/bench/history/packed_snapshot.h"

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <random>

#include "app/bench/rig.h"

namespace bench {
namespace {

using Bytes = std::vector<std::uint8_t>;

TEST(PackedSnapshot, GivesBackWhatItWasGiven) {
    std::mt19937 random(1);
    for (const std::size_t size : {0U, 1U, 2U, 3U, 255U, 256U, 257U, 300U, 1'000U, 40'000U})
        for (const unsigned one_in : {1U, 2U, 5U, 50U, 1'000U}) {
            Bytes bytes(size, 0xFF);
            for (std::uint8_t& byte : bytes)
                if (random() % one_in == 0) byte = static_cast<std::uint8_t>(random());
            EXPECT_EQ(PackedSnapshot(bytes).unpacked(), bytes) << size << ' ' << one_in;
        }
}

TEST(PackedSnapshot, EndsOfRunsDoNotMatter) {
    for (std::size_t equal = 0; equal < 6; ++equal) {
        Bytes bytes{1, 2};
        bytes.insert(bytes.end(), equal, 0);
        EXPECT_EQ(PackedSnapshot(bytes).unpacked(), bytes) << equal;
        std::rotate(bytes.begin(), bytes.begin() + 1, bytes.end());
        EXPECT_EQ(PackedSnapshot(bytes).unpacked(), bytes) << equal;
    }
}

// The journal is full after 128 s, and nothing repeats any more.
TEST(PackedSnapshot, TakesLessThanHalf) {
    Rig rig{signals::Scenario{}};
    rig.advance(150 * 2'521);
    const Bytes snapshot = rig.snapshot();
    const PackedSnapshot packed(snapshot);
    EXPECT_EQ(packed.unpacked(), snapshot);
    EXPECT_LT(packed.size(), snapshot.size() * 9 / 20);
}

// Sizes as those of a day differ; sanitizers have a heap of their own, where this is 0.
TEST(PackedSnapshot, LeavesAHoleThatAnotherFits) {
    std::mt19937 random(2);
    const auto taken = [&](std::size_t size) {
        Bytes bytes(size);
        for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random() | 1U);
        const std::size_t before = mallinfo2().uordblks;
        const PackedSnapshot packed(bytes);
        EXPECT_GE(packed.size(), size);
        return mallinfo2().uordblks - before;
    };
    const std::size_t one = taken(15'000);
    for (const std::size_t size : {14'700U, 14'850U, 15'150U}) EXPECT_EQ(taken(size), one) << size;
    EXPECT_LE(one, 15'400U + 64U);
}

}  // namespace
}  // namespace bench
