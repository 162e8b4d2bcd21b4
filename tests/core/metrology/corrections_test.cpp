// Corrections of a closed window: pick-up, offsets, no load.
#include "core/metrology/corrections.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/metrology/make_readings.h"

namespace meter {
namespace {

constexpr double kVolt = 1e9 / static_cast<double>(kVoltSampleNv);
double ampere(int preamp) { return 8e6 * preamp / static_cast<double>(kAmpereSampleUaTimes8); }

// Sums and means of one phase A: volts, amperes, angle in degrees, the same over 2520 frames.
ClosedWindow window_of(double volts, double amperes, double degrees, int preamp) {
    const double v = volts * kVolt, i = amperes * ampere(preamp), x = degrees * M_PI / 180;
    const double quadrature = static_cast<double>(quadrature_factor_q30(50'000'000)) * 0x1p-30;
    ClosedWindow w;
    w.frames = 2'520;
    w.frequency_uhz = w.line_frequency_uhz = 50'000'000;
    const auto set = [&](std::size_t k, double mean) {
        w.means_q8.value[k] = std::llround(mean * 256);
        w.sums.value[k] = std::llround(mean * w.frames);
    };
    set(0, v * v);
    set(3, i * i);
    set(6, v * i * std::cos(x));
    set(9, v * i * std::sin(x) / quadrature);
    return w;
}

// A coil that picks up voltage adds k v to the current; taking it away gives the current back.
TEST(Correct, TakesPickUpAway) {
    for (const int preamp : {1, 8}) {
        for (const double k : {1e-3, -2e-3}) {  // LSB per LSB at preamp 1
            for (const double degrees : {0.0, 60.0, -90.0, 180.0}) {
                const double amperes_of_volt = k * kVolt / ampere(1);
                const double in_phase =
                    20.0 * std::cos(degrees * M_PI / 180) + 277 * amperes_of_volt;
                const double across = 20.0 * std::sin(degrees * M_PI / 180);
                ClosedWindow w = window_of(277, std::hypot(in_phase, across),
                                           std::atan2(across, in_phase) * 180 / M_PI, preamp);
                const ClosedWindow truth = window_of(277, 20, degrees, preamp);
                Calibration c;
                c.phase[0].voltage_pickup = static_cast<std::int32_t>(std::lround(k * 0x1p32));
                correct(w, c, static_cast<std::uint8_t>(preamp));
                const auto near = [&](std::size_t n, double scale) {
                    EXPECT_NEAR(static_cast<double>(w.means_q8.value[n]),
                                static_cast<double>(truth.means_q8.value[n]), 1e-6 * scale)
                        << n << ' ' << degrees;
                    EXPECT_NEAR(static_cast<double>(w.sums.value[n]),
                                static_cast<double>(truth.sums.value[n]), 1e-6 * scale * 10)
                        << n << ' ' << degrees;
                };
                near(3, static_cast<double>(truth.means_q8.ii(0)));
                near(6, std::sqrt(static_cast<double>(truth.means_q8.ii(0)) *
                                  static_cast<double>(truth.means_q8.vv(0))));
                EXPECT_EQ(w.means_q8.qi(0),
                          window_of(277, std::hypot(in_phase, across),
                                    std::atan2(across, in_phase) * 180 / M_PI, preamp)
                              .means_q8.qi(0));
            }
        }
    }
}

TEST(Correct, TakesOffsetsAway) {
    for (const std::uint8_t preamp : {std::uint8_t{1}, std::uint8_t{8}}) {
        for (const std::int32_t offset : {1'000'000'000, -7}) {
            Calibration c;
            c.phase[1].power_offset = offset;
            c.phase[2].current_offset_q8 = offset;
            ClosedWindow w;
            w.frames = 2'600;
            correct(w, c, preamp);
            EXPECT_EQ(w.sums.vi(1), -std::int64_t{offset} * preamp * 2'600);
            EXPECT_EQ(w.means_q8.vi(1), -std::int64_t{offset} * preamp * 256);
            EXPECT_NEAR(static_cast<double>(w.sums.ii(2)), -offset * 2'600.0 / 256.0, 0.51);
            EXPECT_EQ(w.means_q8.ii(2), -offset);
            EXPECT_EQ(w.sums.vi(0) + w.sums.vi(2) + w.sums.ii(0) + w.sums.ii(1), 0);
        }
    }
}

TEST(Correct, FactoryCalibrationChangesNothing) {
    ClosedWindow w = window_of(277, 3, 30, 1);
    const Products sums = w.sums, means = w.means_q8;
    correct(w, Calibration{}, 1);
    EXPECT_EQ(w.sums.value, sums.value);
    EXPECT_EQ(w.means_q8.value, means.value);
}

struct NoLoad {
    std::uint16_t ct_primary;
    std::uint8_t preamp;
    double degrees;
};

// 500 ppm of the CT primary, at any angle: just above counts, just below does not.
constexpr NoLoad kNoLoads[] = {
    {5, 8, 0},   {100, 8, 0},     {200, 8, 90},   {200, 8, -45},
    {400, 1, 0}, {5'000, 1, 180}, {5'000, 1, 60},
};

TEST(NoLoad, ThresholdIsHalfOfTheStartingCurrent) {
    for (const NoLoad& row : kNoLoads) {
        SCOPED_TRACE(std::to_string(row.ct_primary) + " A " + std::to_string(row.degrees));
        const double limit = row.ct_primary * 500e-6;
        ClosedWindow above = window_of(277, limit * 1.001, row.degrees, row.preamp);
        const Products before = above.sums;
        EXPECT_EQ(suppress_no_load(above, row.ct_primary, row.preamp) & 1, 0);
        EXPECT_EQ(above.sums.value, before.value);
        ClosedWindow below = window_of(277, limit * 0.999, row.degrees, row.preamp);
        EXPECT_EQ(suppress_no_load(below, row.ct_primary, row.preamp), 0b111);
        EXPECT_EQ(below.sums.vi(0), 0);
        EXPECT_EQ(below.sums.qi(0), 0);
        EXPECT_EQ(below.means_q8.vi(0), 0);
        EXPECT_EQ(below.means_q8.qi(0), 0);
        EXPECT_EQ(below.means_q8.ii(0), 0) << "and no current is shown";
        EXPECT_GT(below.means_q8.vv(0), 0);
    }
}

// Without voltage there is no power, but current is current.
TEST(NoLoad, CurrentWithoutVoltageIsShown) {
    ClosedWindow w = window_of(0, 40, 0, 8);
    EXPECT_EQ(suppress_no_load(w, 100, 8), 0b111);
    EXPECT_GT(w.means_q8.ii(0), 0);
}

// Noise has current but hardly power: it is no load.
TEST(NoLoad, NoiseIsNoLoad) {
    ClosedWindow w = window_of(277, 0.01, 0, 8);
    w.means_q8.value[3] *= 100;  // ten times as much noise as signal
    EXPECT_EQ(suppress_no_load(w, 100, 8), 0b111);
    EXPECT_EQ(w.means_q8.ii(0), 0);
}

}  // namespace
}  // namespace meter
