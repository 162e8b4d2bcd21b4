// Pieces of a run: what is in a branch's past, and what nobody needs any more.
#include "app/bench/history/lineage.h"

#include <gtest/gtest.h>

namespace bench {
namespace {

constexpr std::int64_t kNow = std::numeric_limits<std::int64_t>::max();

std::vector<std::array<std::int64_t, 3>> past(const Lineage& lineage, int branch,
                                              std::int64_t until = kNow) {
    std::vector<std::array<std::int64_t, 3>> out;
    for (const Lineage::Part& part : lineage.past(branch, until))
        out.push_back({part.piece, part.from, part.to});
    return out;
}

using Parts = std::vector<std::array<std::int64_t, 3>>;
constexpr std::int64_t kAlways = Lineage::kAlways;

// Branch 2 left 1 at 100, branch 3 left 2 at 200, branch 4 left 1 at 50.
const std::vector<BranchView> kFour{
    {1, "", -1, 0, 300}, {2, "", 0, 100, 250}, {3, "", 1, 200, 220}, {4, "", 0, 50, 60}};

TEST(Lineage, BeginsWithOneBranch) {
    const Lineage lineage;
    EXPECT_EQ(past(lineage, 1), (Parts{{0, kAlways, kNow}}));
    EXPECT_EQ(lineage.newest_piece(2), -1);
    EXPECT_TRUE(lineage.past(2, 5).empty());
}

TEST(Lineage, APastEndsWhereABranchLeft) {
    Lineage lineage;
    EXPECT_TRUE(lineage.follow(kFour).empty());
    EXPECT_EQ(past(lineage, 3), (Parts{{2, 200, kNow}, {1, 100, 200}, {0, kAlways, 100}}));
    EXPECT_EQ(past(lineage, 3, 150), (Parts{{1, 100, 150}, {0, kAlways, 100}}));
    EXPECT_EQ(past(lineage, 3, 20), (Parts{{0, kAlways, 20}}));
    EXPECT_EQ(past(lineage, 1), (Parts{{0, kAlways, kNow}})) << "what left it changes nothing";
    EXPECT_EQ(lineage.begin_of(3), 50);
}

TEST(Lineage, WhatOthersWentOnFromOutlivesItsBranch) {
    Lineage lineage;
    lineage.follow(kFour);
    // 1 is deleted: 2 has its past, 4 hangs on 2.
    EXPECT_TRUE(
        lineage.follow({{2, "", -1, 0, 250}, {3, "", 0, 200, 220}, {4, "", 0, 50, 60}}).empty());
    EXPECT_EQ(past(lineage, 2), (Parts{{1, 100, kNow}, {0, kAlways, 100}}));
    EXPECT_EQ(past(lineage, 4), (Parts{{3, 50, kNow}, {0, kAlways, 50}}));
    EXPECT_TRUE(past(lineage, 1).empty());
    EXPECT_EQ(lineage.follow({{2, "", -1, 0, 250}, {4, "", 0, 50, 60}}), std::vector<int>{2});
    EXPECT_EQ(lineage.follow({{4, "", -1, 0, 60}}), std::vector<int>{1}) << "told once each";
}

TEST(Lineage, AnotherRunHasNothingOfIt) {
    Lineage lineage;
    lineage.follow(kFour);
    lineage.clear();
    EXPECT_EQ(lineage.pieces(), 1);
    EXPECT_TRUE(past(lineage, 4).empty());
}

}  // namespace
}  // namespace bench
