// Readings from the means of a window, in double.
#include "core/metrology/make_readings.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/metrology/sample.h"

namespace meter {
namespace {

struct Load {
    double volts, amperes, power_factor;  // at the terminals; inside the ropes
    std::uint16_t pt_ratio;
    std::uint8_t preamp;
};

// clang-format off
constexpr Load kLoads[] = {
    {  277.0,   100.0,   1.0,    100, 1},
    {  277.0,   100.0,  -0.5,    100, 8},
    {  120.0,     0.05,  0.8,    100, 8},
    {    0.5,     0.01,  0.1,      1, 8},
    {  100.0,  5000.0,   1.0, 32'000, 1},  // 32000 V x 5000 A
    {  864.0,  6000.0,  -1.0, 32'000, 1},  // both over-ranges on top
    { 1342.0, 13421.0,   1.0, 32'000, 1},  // the largest samples
    {   41.6,   240.0,   0.3,    250, 8},
    {  347.0,     5.0,   0.0,     33, 1},
};
// clang-format on

ClosedWindow window_of(const Load& load) {
    const double v = load.volts * 1e9 / static_cast<double>(kVoltSampleNv);
    const double i =
        load.amperes * 1e6 * 8 * load.preamp / static_cast<double>(kAmpereSampleUaTimes8);
    ClosedWindow w;
    w.frames = 2'521;
    w.frequency_uhz = w.line_frequency_uhz = 60'000'000;
    const double quadrature = static_cast<double>(quadrature_factor_q30(60'000'000)) * 0x1p-30;
    const double sine = std::sqrt(1.0 - load.power_factor * load.power_factor);
    for (std::size_t p = 0; p < 3; ++p) {
        w.means_q8.value[p] = std::llround(v * v * 256);
        w.means_q8.value[3 + p] = std::llround(i * i * 256);
        w.means_q8.value[6 + p] = std::llround(v * i * load.power_factor * 256);
        w.means_q8.value[9 + p] = std::llround(v * i * sine / quadrature * 256);
        w.means_q8.value[12 + p] = std::llround(-v * v / 2 * 256);  // 120 degrees apart
    }
    return w;
}

double micro(std::int64_t x) { return static_cast<double>(x) * 1e-6; }

TEST(MakeReadings, ScalesEveryQuantity) {
    for (const Load& load : kLoads) {
        SCOPED_TRACE(load.volts);
        const Readings r =
            make_readings(window_of(load), {find_system_type(40), load.pt_ratio, load.preamp}, 7);
        const double v = load.volts * load.pt_ratio / 100, s = v * load.amperes;
        const double p = s * load.power_factor, q = std::sqrt(s * s - p * p);
        const auto near = [](double a, double b, double scale) {
            EXPECT_NEAR(a, b, 2e-8 * scale + 2e-6);
        };
        for (std::size_t k = 0; k < 3; ++k) {
            near(micro(r.voltage_ln_uv[k]), v, v);
            near(micro(r.voltage_ll_uv[k]), v * std::sqrt(3.0), v);
            near(micro(r.current_ua[k]), load.amperes, load.amperes);
            near(micro(r.power[k].real_uw), p, s);
            near(micro(r.power[k].reactive_uvar), q, s);
            EXPECT_NEAR(micro(r.power[k].apparent_uva), s, 2e-8 * s + 2e-6 * (1 + v));
            EXPECT_NEAR(r.power[k].power_factor_ppb * 1e-9, std::abs(load.power_factor), 3e-4);
        }
        near(micro(r.total.real_uw), 3 * std::abs(p), 3 * s);
        near(micro(r.total.reactive_uvar), 3 * q, 3 * s);
        near(micro(r.total.apparent_uva), 3 * s, 3 * s);
        near(micro(r.voltage_ln_average_uv), v, v);
        near(micro(r.voltage_ll_average_uv), v * std::sqrt(3.0), v);
        near(micro(r.current_average_ua), load.amperes, load.amperes);
        EXPECT_EQ(r.frequency_uhz, 60'000'000);
        EXPECT_EQ(r.sequence, 7U);
        EXPECT_EQ(r.window_frames, 2'521);
    }
}

TEST(MakeReadings, EveryPtRatioIsALinearScale) {
    const Load load{300.0, 80.0, 0.8, 100, 1};
    const ClosedWindow w = window_of(load);
    for (unsigned ratio = 1; ratio <= 32'000; ++ratio) {
        const Readings r =
            make_readings(w, {find_system_type(40), static_cast<std::uint16_t>(ratio), 1}, 1);
        ASSERT_NEAR(micro(r.voltage_ln_uv[0]), 3.0 * ratio, 2e-8 * 3.0 * ratio + 1e-6) << ratio;
        ASSERT_NEAR(micro(r.power[0].real_uw), 192.0 * ratio, 2e-8 * 192.0 * ratio + 1e-6) << ratio;
        ASSERT_NEAR(micro(r.current_ua[0]), 80.0, 1e-5) << ratio;
    }
}

TEST(MakeReadings, IdlePhasesHavePowerFactorOne) {
    const Readings r =
        make_readings(window_of({277, 0, 1, 100, 1}), {find_system_type(40), 100, 1}, 1);
    EXPECT_EQ(r.power[0].power_factor_ppb, 1'000'000'000);
    EXPECT_EQ(r.total.power_factor_ppb, 1'000'000'000);
}

// Rounding may leave a mean of squares below zero: it reads 0.
TEST(MakeReadings, NegativeSquaresReadZero) {
    ClosedWindow w;
    for (std::int64_t& value : w.means_q8.value) value = -5;
    const Readings r = make_readings(w, {find_system_type(40), 32'000, 1}, 1);
    EXPECT_EQ(r.voltage_ln_uv[0], 0);
    EXPECT_EQ(r.current_ua[0], 0);
}

// The phases that live keep their reactive power when the reference phase is dead.
TEST(MakeReadings, ReactiveWithoutReferencePhase) {
    ClosedWindow w = window_of({230, 50, 0, 100, 1});
    w.frequency_uhz = 0;
    const Readings r = make_readings(w, {find_system_type(40), 100, 1}, 1);
    EXPECT_NEAR(micro(r.power[1].reactive_uvar), 11'500, 1e-3);
    EXPECT_EQ(r.frequency_uhz, 0);
}

}  // namespace
}  // namespace meter
