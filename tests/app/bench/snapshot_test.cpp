// A snapshot taken while something happens on the timeline: the run goes on as if never stopped.
#include "app/bench/snapshot.h"

#include <gtest/gtest.h>

#include "app/bench/rig.h"
#include "signals/scenario/scenario_file.h"

namespace bench {
namespace {

// From 1 s to 3 s everything is under way; the ropes are warm, so temperature counts.
constexpr const char* kEventful = R"(
seed = 7
[front_end]
coil_temperature_ppm = [80, 80, 80]
[[event]]
kind = "ramp"
at = 0.5
duration = 3
frequency = 58
temperature = 60
[[event]]
kind = "sag"
at = 1
duration = 2
remaining = { uniform = [40, 60] }
[[event]]
kind = "motor_start"
at = 0.9
current = 40
[[event]]
kind = "inrush"
at = 0.8
current = 100
decay = 2
[[event]]
kind = "frequency_wander"
by = 0.1
period = 2
[[event]]
kind = "interruption"
rate_per_hour = 3000
duration = { exponential = 0.02 }
until = 4
)";

constexpr std::int64_t kEnd = 9'000;  // frames, 3.6 s

signals::Event flicker() {
    return signals::parse_event("{kind='flicker', depth=5, frequency=3, duration=1}", "test");
}

class MidEvent : public testing::TestWithParam<std::int64_t> {};

TEST_P(MidEvent, GoesOnWithTheSameBits) {
    Rig whole{signals::parse_scenario(kEventful, "eventful")};
    whole.advance(GetParam());
    whole.begin(flicker());
    whole.advance(100);
    Rig resumed{signals::Scenario{}};
    resumed.restore(whole.snapshot());
    EXPECT_EQ(resumed.installation(), whole.installation());
    whole.advance(kEnd - whole.frame());
    resumed.advance(kEnd - resumed.frame());
    EXPECT_EQ(resumed.meter().digest(), whole.meter().digest());
    EXPECT_EQ(resumed.snapshot(), whole.snapshot());
    EXPECT_EQ(resumed.truth().voltage_ln, whole.truth().voltage_ln);
}

// Before, in the ramp, in the inrush, in the sag, behind it.
INSTANTIATE_TEST_SUITE_P(At, MidEvent, testing::Values(1'000, 1'500, 2'100, 3'001, 7'000, 8'000));

}  // namespace
}  // namespace bench
