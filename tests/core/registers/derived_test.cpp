#include "core/registers/derived.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/metrology/system_type.h"

namespace meter {
namespace {

Config config(std::uint16_t type, std::uint16_t ct, std::uint16_t volts, std::uint16_t wh = 1'000) {
    Config c;
    c.system_type = type;
    c.ct_primary = ct;
    c.system_voltage = volts;
    c.wh_per_pulse = wh;
    return c;
}

struct PowerCase {
    std::uint16_t type, ct, volts;
    double kw;  // meter.md 7
};

constexpr PowerCase kPowers[] = {
    {40, 100, 600, 103.92}, {31, 400, 480, 332.55}, {10, 100, 120, 12.0},
    {11, 200, 240, 48.0},   {12, 200, 240, 48.0},
};

TEST(Derived, MaximumPowerVectors) {
    for (const PowerCase& c : kPowers) {
        EXPECT_NEAR(static_cast<double>(max_power_uw(config(c.type, c.ct, c.volts))) / 1e9, c.kw,
                    0.005);
    }
    EXPECT_EQ(max_power_uw(config(99, 100, 600)), 0);
}

TEST(Derived, MaximumPowerIsSqrt3OfTheProduct) {
    for (const std::uint16_t ct : std::to_array<std::uint16_t>({5, 100, 1'234, 5'000})) {
        for (const std::uint16_t volts : std::to_array<std::uint16_t>({82, 480, 32'000})) {
            const double uw = std::sqrt(3.0) * ct * volts * 1e6;
            EXPECT_NEAR(static_cast<double>(max_power_uw(config(40, ct, volts))), uw,
                        3e-10 * uw + 1);
        }
    }
}

// meter.md 3.4: I 120 A gives -2, V 720 V gives -1, W 149.6 kW gives -2, energy -3.
TEST(Derived, DefaultScales) {
    const Derived d = derive(Config{});
    EXPECT_EQ(d.scale_i, -2);
    EXPECT_EQ(d.scale_v, -1);
    EXPECT_EQ(d.scale_w, -2);
    EXPECT_EQ(d.scale_e, -3);
    EXPECT_EQ(d.pulse_ms, 500);
    EXPECT_NEAR(static_cast<double>(d.max_power_uw), 103.923e9, 1e6);
}

// Scale of a full scale by its definition, in doubles.
int scale_by_definition(double full_scale) {
    int n = -4;
    while (n < 4 && full_scale > 32'767 * std::pow(10.0, n) * (1 + 1e-12)) ++n;
    return n;
}

int energy_scale_by_definition(double kw) {
    int n = -3;
    while (n < 4 && kw * 8'760 > std::pow(2.0, 32) * std::pow(10.0, n)) ++n;
    return n;
}

TEST(Derived, ScalesFollowTheirRuleEverywhere) {
    for (const SystemType& type : kSystemTypes) {
        for (int ct = 5; ct <= 5'000; ct += 7) {
            for (int volts = 82; volts <= 32'000; volts += 311) {
                const Config c = config(type.code, static_cast<std::uint16_t>(ct),
                                        static_cast<std::uint16_t>(volts));
                const double kw = ct * volts / 1e3 * (type.code >= 31 ? std::sqrt(3.0) : 1.0);
                const Derived d = derive(c);
                ASSERT_EQ(d.scale_i, scale_by_definition(ct * 1.2)) << ct;
                ASSERT_EQ(d.scale_v, scale_by_definition(volts * 1.2)) << volts;
                ASSERT_EQ(d.scale_w, scale_by_definition(kw * 1.44)) << kw;
                ASSERT_EQ(d.scale_e, energy_scale_by_definition(kw)) << kw;
            }
        }
    }
}

struct ScaleCase {
    std::uint16_t ct, volts;
    int i, v;
};

// Both sides of a border: 2730 A * 1.2 = 3276.0, 2731 A * 1.2 = 3277.2 counts of 0.1.
TEST(Derived, ScaleBorders) {
    constexpr ScaleCase cases[] = {
        {273, 273, -2, -2}, {274, 274, -1, -1},  {2'730, 2'730, -1, -1}, {2'731, 2'731, 0, 0},
        {5, 27'305, -3, 0}, {27, 27'306, -3, 1}, {28, 32'000, -2, 1},    {5'000, 82, 0, -2},
    };
    for (const ScaleCase& c : cases) {
        const Derived d = derive(config(10, c.ct, c.volts));
        EXPECT_EQ(d.scale_i, c.i) << c.ct;
        EXPECT_EQ(d.scale_v, c.v) << c.volts;
    }
}

struct PulseCase {
    std::uint16_t wh;
    double kw;
    std::uint16_t ms;
};

// The capacity table of meter.md 5.1: the last power a closure serves, and one beyond.
constexpr PulseCase kPulses[] = {
    {10, 36, 500},         {10, 72, 250},          {10, 180, 100},       {10, 360, 50},
    {10, 720, 25},         {10, 1'800, 10},        {100, 360, 500},      {100, 720, 250},
    {100, 1'800, 100},     {100, 3'600, 50},       {100, 7'200, 25},     {100, 18'000, 10},
    {1'000, 3'600, 500},   {1'000, 36'000, 50},    {1'000, 180'000, 10}, {10'000, 36'000, 500},
    {10'000, 72'000, 250}, {10'000, 180'000, 100},
};

TEST(Derived, PulseCapacity) {
    for (const PulseCase& c : kPulses) {
        const auto uw = static_cast<std::int64_t>(c.kw * 1e9);
        EXPECT_TRUE(pulses_keep_up(uw, c.wh, c.ms)) << c.wh << ' ' << c.kw;
        EXPECT_FALSE(pulses_keep_up(uw + 1, c.wh, c.ms)) << c.wh << ' ' << c.kw;
    }
}

// Powers at the borders through settings: type 10, P = volts * amps exactly.
TEST(Derived, ChoosesTheSlowestClosure) {
    struct Choice {
        std::uint16_t ct, volts, wh, ms;
    };
    constexpr Choice cases[] = {
        {100, 360, 10, 500},        {100, 361, 10, 250},        {100, 720, 10, 250},
        {100, 721, 10, 100},        {1'000, 180, 10, 100},      {1'000, 181, 10, 50},
        {1'000, 360, 10, 50},       {1'000, 361, 10, 25},       {1'000, 720, 10, 25},
        {1'000, 721, 10, 10},       {1'000, 1'000, 10, 10},  // 1 MW: meter.md 5.1
        {5'000, 32'000, 10, 10},                             // nothing keeps up: the fastest
        {1'000, 3'600, 1'000, 500}, {1'000, 3'601, 1'000, 250},
    };
    for (const Choice& c : cases) {
        EXPECT_EQ(derive(config(10, c.ct, c.volts, c.wh)).pulse_ms, c.ms) << c.ct << ' ' << c.volts;
    }
    Config published;  // 104 kW with 10 Wh gives 100 ms (meter.md 5.1)
    published.wh_per_pulse = 10;
    EXPECT_EQ(derive(published).pulse_ms, 100);
}

}  // namespace
}  // namespace meter
