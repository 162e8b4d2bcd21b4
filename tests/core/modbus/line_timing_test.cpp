#include "core/modbus/line_timing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace meter::modbus {
namespace {

struct Case {
    std::uint32_t baud;
    double t15_us, t35_us;  // metrology.md 4.1
};

constexpr Case kCases[] = {
    {1'200, 13'750, 32'083}, {2'400, 6'875, 16'042}, {4'800, 3'438, 8'021},
    {9'600, 1'719, 4'010},   {19'200, 859, 2'005},   {38'400, 750, 1'750},
};

std::int64_t ticks_up(double us) { return static_cast<std::int64_t>(std::ceil(us * 32.768e-3)); }

TEST(LineTiming, SilencesOfTheTable) {
    for (const Case& c : kCases) {
        for (const Parity parity : {Parity::none, Parity::even, Parity::odd}) {
            const LineTiming t = line_timing({1, c.baud, parity});
            const double character_us = (parity == Parity::none ? 10e6 : 11e6) / c.baud;
            EXPECT_EQ(t.character.count, ticks_up(character_us)) << c.baud;
            EXPECT_NEAR(static_cast<double>(t.frame_end.count), c.t35_us * 32.768e-3, 1.0)
                << c.baud;
            EXPECT_GE(static_cast<double>(t.frame_end.count), (c.t35_us - 0.5) * 32.768e-3)
                << c.baud;
            EXPECT_NEAR(static_cast<double>(t.most_apart.count),
                        (c.t15_us + character_us) * 32.768e-3, 2.0)
                << c.baud;
        }
    }
}

TEST(LineTiming, DefaultLineInTicks) {
    // 19200 8N1: 10 bits 17.07, 26.5 bits 45.2, 38.5 bits 65.7 ticks.
    EXPECT_EQ(line_timing(LineConfig{}), (LineTiming{{18}, {46}, {66}}));
    // 38400 8E1: 11 bits 9.39, and 750 us 24.6 and 1750 us 57.3 ticks.
    EXPECT_EQ(line_timing({1, 38'400, Parity::even}), (LineTiming{{10}, {35}, {58}}));
}

}  // namespace
}  // namespace meter::modbus
