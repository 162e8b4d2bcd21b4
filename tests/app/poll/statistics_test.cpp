// A series against closed forms.
#include "app/poll/statistics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace polling {
namespace {

TEST(Series, OfAClosedForm) {
    Series series;
    EXPECT_EQ(series.mean(), 0.0);
    EXPECT_EQ(series.deviation(), 0.0);
    for (int i = 1; i <= 100; ++i) series.add(i);
    EXPECT_EQ(series.count(), 100);
    EXPECT_EQ(series.smallest(), 1.0);
    EXPECT_EQ(series.largest(), 100.0);
    EXPECT_DOUBLE_EQ(series.mean(), 50.5);
    EXPECT_NEAR(series.deviation(), std::sqrt(100.0 * 101.0 / 12.0), 1e-9);
}

}  // namespace
}  // namespace polling
