// Few requests, none into a hole of the map.
#include "app/poll/blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace polling {
namespace {

using Blocks = std::vector<Block>;

Blocks blocks(const std::vector<std::string>& words, int most_wasted = kMostWasted) {
    return blocks_of(select(words), most_wasted);
}

TEST(Blocks, FewAndWhole) {
    EXPECT_EQ(blocks({"all"}), (Blocks{{1, 52}, {129, 26}, {257, 90}, {7001, 2}}));
    EXPECT_EQ(blocks({"3", "4", "9"}), (Blocks{{3, 7}}));
    EXPECT_EQ(blocks({"3", "14"}), (Blocks{{3, 12}}));
    EXPECT_EQ(blocks({"3", "15"}), (Blocks{{3, 1}, {15, 1}}));  // eleven for nothing
    EXPECT_EQ(blocks({"3", "14"}, 0), (Blocks{{3, 1}, {14, 1}}));
    EXPECT_EQ(blocks({"261", "257"}), (Blocks{{257, 6}}));
    EXPECT_EQ(blocks({"51", "129"}, 1'000), (Blocks{{51, 2}, {129, 1}}));  // a hole between them
    EXPECT_EQ(blocks({}), Blocks{});
}

// Whatever is chosen: blocks cover it, hold existing registers only, and are not too long.
TEST(Blocks, NeverInAHole) {
    std::uint64_t noise = 7;
    for (int round = 0; round < 500; ++round) {
        Rows rows;
        for (const meter::RegisterRow& row : meter::register_table()) {
            noise = noise * 6364136223846793005U + 1442695040888963407U;
            if (noise >> 62 == 0) rows.push_back(&row);
        }
        const Blocks found = blocks_of(rows, static_cast<int>(noise >> 32 & 0x3F));
        for (const Block& block : found) {
            ASSERT_LE(block.count, kMostRegisters);
            for (int n = block.first; n < block.first + block.count; ++n)
                ASSERT_NE(meter::find_register(static_cast<std::uint16_t>(n)), nullptr) << n;
        }
        for (const meter::RegisterRow* row : rows)
            ASSERT_TRUE(std::any_of(found.begin(), found.end(), [row](const Block& block) {
                return covers(block, *row);
            })) << row->name;
    }
}

}  // namespace
}  // namespace polling
