#include "signals/wiring/wiring.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace signals {
namespace {

void expect_phasor(Phasor phasor, double rms, double degrees) {
    EXPECT_NEAR(phasor.real(), rms * std::cos(degrees * std::numbers::pi / 180.0), 1e-12);
    EXPECT_NEAR(phasor.imag(), rms * std::sin(degrees * std::numbers::pi / 180.0), 1e-12);
}

TEST(Phasors, AnglesFollowTheConvention) {
    Installation in;
    in.voltage = {230.0, 231.0, 232.0};
    in.current = {10.0, 20.0, 30.0};
    in.angle = {30.0, -15.0, 80.0};
    in.voltage_angle = {5.0, -119.0, 122.0};
    in.harmonics = {{5, 10.0, 40.0, 7.0, -9.0}};
    const auto rows = phasors_of(in);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].order, 5);
    expect_phasor(rows[0].voltage[1], 231.0, -119.0);
    expect_phasor(rows[0].current[1], 20.0, -119.0 + 15.0);
    expect_phasor(rows[1].voltage[2], 23.2, 5 * 122.0 + 7.0);
    expect_phasor(rows[1].current[2], 12.0, 5 * (122.0 - 80.0) - 9.0);
}

TEST(Phasors, OrdersAscend) {
    Installation in;
    in.harmonics = {{11, 1, 1}, {3, 1, 1}, {7, 1, 1}};
    std::vector<int> orders;
    for (const auto& row : phasors_of(in)) orders.push_back(row.order);
    EXPECT_EQ(orders, (std::vector{1, 3, 7, 11}));
}

TEST(Wiring, ConnectsWhatTheTypeHas) {
    struct Case {
        int type;
        std::array<double, 3> voltage;  // diagonal
        std::array<double, 3> current;
        double angle_of_b;
    };
    constexpr Case kCases[] = {
        {10, {1, 0, 0}, {1, 0, 0}, -120.0}, {11, {1, 1, 0}, {1, 0, 0}, 180.0},
        {12, {1, 1, 0}, {1, 1, 0}, 180.0},  {31, {1, 1, 1}, {1, 1, 1}, -120.0},
        {40, {1, 1, 1}, {1, 1, 1}, -120.0},
    };
    for (const Case& c : kCases) {
        const Wiring wiring = wiring_of(c.type);
        for (std::size_t x = 0; x < 3; ++x) {
            for (std::size_t y = 0; y < 3; ++y) {
                EXPECT_EQ(wiring.voltage[x][y], x == y ? c.voltage[x] : 0.0) << c.type;
                EXPECT_EQ(wiring.current[x][y], x == y ? c.current[x] : 0.0) << c.type;
            }
        }
        EXPECT_EQ(default_voltage_angles(c.type)[0], 0.0);
        EXPECT_EQ(default_voltage_angles(c.type)[1], c.angle_of_b) << c.type;
    }
}

TEST(Wiring, UnknownTypeIsAnError) {
    EXPECT_THROW((void)wiring_of(41), std::invalid_argument);
    EXPECT_THROW((void)default_voltage_angles(0), std::invalid_argument);
}

TEST(Wiring, SwapsAndReverses) {
    Wiring wiring;
    wiring.voltage = {{{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}};
    wiring.current = {{{-1, 0, 0}, {0, 1, 0}, {0, 0, 0}}};
    const auto in = phasors_of(Installation{});
    const auto out = at_terminals(in, wiring);
    ASSERT_EQ(out.size(), in.size());
    EXPECT_EQ(out[0].voltage[0], in[0].voltage[1]);
    EXPECT_EQ(out[0].voltage[1], in[0].voltage[0]);
    EXPECT_EQ(out[0].current[0], -in[0].current[0]);
    EXPECT_EQ(out[0].current[2], Phasor{});
}

}  // namespace
}  // namespace signals
