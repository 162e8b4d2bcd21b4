#include "app/typetest/limits.h"

#include <gtest/gtest.h>

namespace typetest {
namespace {

struct Row {
    std::span<const LoadLimit> table;
    double factor;
    double current;
    double s02;  // 0: no limit
    double s05;
};

class LoadLimits : public ::testing::TestWithParam<Row> {};

TEST_P(LoadLimits, AreThoseOfTheStandard) {
    const Row& row = GetParam();
    const LoadLimit* found = find_limit(row.table, row.factor, row.current);
    ASSERT_EQ(found != nullptr, row.s05 != 0.0);
    if (found == nullptr) return;
    EXPECT_EQ(found->limit.of(AccuracyClass::s02), row.s02);
    EXPECT_EQ(found->limit.of(AccuracyClass::s05), row.s05);
}

// metrology.md 3.1 and 3.4, read off by hand; borders belong to the upper row.
// clang-format off
INSTANTIATE_TEST_SUITE_P(Spots, LoadLimits, ::testing::Values(
    Row{kBalanced,    1.0,  0.005, 0.0, 0.0},
    Row{kBalanced,    1.0,  0.01,  0.4, 1.0},
    Row{kBalanced,    1.0,  0.02,  0.4, 1.0},
    Row{kBalanced,    1.0,  0.05,  0.2, 0.5},
    Row{kBalanced,    1.0,  1.2,   0.2, 0.5},
    Row{kBalanced,    1.0,  1.5,   0.0, 0.0},
    Row{kBalanced,    0.5,  0.01,  0.0, 0.0},
    Row{kBalanced,    0.5,  0.02,  0.5, 1.0},
    Row{kBalanced,    0.5,  0.1,   0.3, 0.6},
    Row{kBalanced,    0.25, 0.05,  0.0, 0.0},
    Row{kBalanced,    0.25, 1.0,   0.5, 1.0},
    Row{kSinglePhase, 1.0,  0.05,  0.3, 0.6},
    Row{kSinglePhase, 0.5,  0.1,   0.4, 1.0},
    Row{kReactive,    1.0,  0.02,  2.5, 2.5},
    Row{kReactive,    0.5,  0.05,  2.5, 2.5},
    Row{kReactive,    0.5,  0.1,   2.0, 2.0}));
// clang-format on

// metrology.md 3.2: k = 1000, three elements, 277 V, 100 A take 7.2 minutes.
TEST(NoLoadTime, IsThatOfTheExample) {
    EXPECT_NEAR(no_load_minutes(AccuracyClass::s05, 1000.0, 3, 277.0, 100.0), 7.2, 0.05);
    EXPECT_NEAR(no_load_minutes(AccuracyClass::s02, 1000.0, 3, 277.0, 100.0), 10.8, 0.05);
}

}  // namespace
}  // namespace typetest
