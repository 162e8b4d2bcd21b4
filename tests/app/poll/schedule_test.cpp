// Deadlines that do not drift, and those that are missed.
#include "app/poll/schedule.h"

#include <gtest/gtest.h>

namespace polling {
namespace {

using namespace std::chrono_literals;
const Schedule::Clock::time_point kStart{1h};

TEST(Schedule, DoesNotDrift) {
    Schedule schedule(kStart, 100ms);
    auto late = 0us;
    for (int turn = 0; turn < 10'000; ++turn) {
        ASSERT_EQ(schedule.due(), kStart + turn * 100ms);
        late = (late + 7'919us) % 99'000us;  // every poll ends somewhere inside its period
        ASSERT_EQ(schedule.next(schedule.due() + late), 0);
    }
}

TEST(Schedule, MissesWhatItOverran) {
    Schedule schedule(kStart, 1s);
    EXPECT_EQ(schedule.next(kStart + 1s), 0);  // exactly in time
    EXPECT_EQ(schedule.due(), kStart + 1s);
    EXPECT_EQ(schedule.next(kStart + 4'500ms), 3);  // 2, 3 and 4 are gone
    EXPECT_EQ(schedule.due(), kStart + 5s);
    EXPECT_EQ(schedule.next(kStart), 0);  // a clock that stands still
    EXPECT_EQ(schedule.due(), kStart + 6s);
}

}  // namespace
}  // namespace polling
