#include "signals/synth/power_plan.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <set>

namespace signals {
namespace {

void expect_sound(const std::vector<PowerStep>& plan) {
    ASSERT_FALSE(plan.empty());
    EXPECT_EQ(plan[0].order, 1);
    std::set<int> seen{1};
    for (int i = 1; i < static_cast<int>(plan.size()); ++i) {
        const PowerStep& step = plan[static_cast<std::size_t>(i)];
        ASSERT_LT(step.left, i);
        ASSERT_LT(step.right, i);
        EXPECT_EQ(step.order, plan[static_cast<std::size_t>(step.left)].order +
                                  plan[static_cast<std::size_t>(step.right)].order);
        EXPECT_TRUE(seen.insert(step.order).second) << "order twice: " << step.order;
    }
    EXPECT_LE(plan.size(), static_cast<std::size_t>(kMaxOrder));
}

TEST(PowerPlan, EveryStepMultipliesEarlierResults) {
    const std::vector<std::vector<int>> cases{
        {}, {1}, {1, 40}, {1, 39, 37}, {5, 1, 7, 5}, {1, 31, 32, 33}, {1, 3, 5, 7, 9, 11, 13, 15}};
    for (const auto& orders : cases) {
        const auto plan = plan_powers(orders);
        expect_sound(plan);
        for (const int order : orders) EXPECT_GE(index_of_order(plan, order), 0) << order;
    }
}

TEST(PowerPlan, AllOrdersTakeOneProductEach) {
    std::array<int, kMaxOrder> all{};
    std::iota(all.begin(), all.end(), 1);
    const auto plan = plan_powers(all);
    expect_sound(plan);
    EXPECT_EQ(plan.size(), static_cast<std::size_t>(kMaxOrder));
}

TEST(PowerPlan, SparseOrdersNeedFewSteps) {
    // 1 2 3 5 10 20 40
    EXPECT_LE(plan_powers(std::array{1, 40}).size(), 7U);
    EXPECT_EQ(plan_powers(std::array{1, 3, 5, 7, 9}).size(), 6U);  // and the square
}

}  // namespace
}  // namespace signals
