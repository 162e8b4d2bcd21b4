// The chain against closed form: the numbers its header promises.
#include "core/metrology/chain.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/metrology/make_readings.h"
#include "tests/core/support/waveform.h"

namespace meter {
namespace {

using test::balanced;
using test::Wave;

struct Rig {
    Chain chain{Calibration{}};
    ReadingScale scale{find_system_type(40), 100, 1};
    std::int64_t frame = 0;

    explicit Rig(std::uint16_t type = 40, std::uint8_t preamp = 1) {
        scale.type = find_system_type(type);
        scale.preamp = preamp;
        chain.configure(scale.type->reference, preamp);
    }

    // The readings of the last window that closes within `seconds`.
    Readings run(const Wave& wave, double seconds) {
        Readings out;
        const auto end = frame + static_cast<std::int64_t>(seconds * 32768 / 13);
        for (; frame < end; ++frame) {
            if (const ClosedWindow* closed = chain.frame(test::sample(wave, frame))) {
                out = make_readings(*closed, scale, out.sequence + 1);
            }
        }
        return out;
    }
};

struct Point {
    double frequency, volts, amperes, angle;
    std::uint8_t preamp;
};

std::string name_of(const testing::TestParamInfo<Point>& info) {
    const Point& p = info.param;
    std::string name = std::to_string(p.frequency) + "Hz_" + std::to_string(p.amperes) + "A_" +
                       std::to_string(p.angle) + "deg_x" + std::to_string(p.preamp);
    for (char& c : name) {
        if (c == '.') c = 'p';
        if (c == '-') c = 'm';
    }
    return name;
}

class ChainAccuracy : public testing::TestWithParam<Point> {};

// Limits of the issue: 0.02 % of V, I, S (P and Q relative to S), frequency within 5 mHz.
TEST_P(ChainAccuracy, WithinTwoHundredthsOfAPercent) {
    const Point& p = GetParam();
    Wave wave = balanced(p.frequency, p.volts, p.amperes, p.angle);
    wave.preamp = p.preamp;
    const Readings r = Rig{40, p.preamp}.run(wave, 8.0);
    const double s = p.volts * p.amperes;
    constexpr double kLimit = 2e-4;
    EXPECT_NEAR(r.frequency_uhz * 1e-6, p.frequency, 0.001);
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_NEAR(static_cast<double>(r.voltage_ln_uv[k]) * 1e-6, p.volts, kLimit * p.volts);
        EXPECT_NEAR(static_cast<double>(r.voltage_ll_uv[k]) * 1e-6, p.volts * std::sqrt(3.0),
                    kLimit * p.volts * std::sqrt(3.0));
        EXPECT_NEAR(static_cast<double>(r.current_ua[k]) * 1e-6, p.amperes, kLimit * p.amperes);
        EXPECT_NEAR(static_cast<double>(r.power[k].real_uw) * 1e-6,
                    s * std::cos(test::radians(p.angle)), kLimit * s);
        EXPECT_NEAR(static_cast<double>(r.power[k].reactive_uvar) * 1e-6,
                    s * std::sin(test::radians(p.angle)), kLimit * s);
        EXPECT_NEAR(static_cast<double>(r.power[k].apparent_uva) * 1e-6, s, kLimit * s);
        EXPECT_NEAR(r.power[k].power_factor_ppb * 1e-9, std::abs(std::cos(test::radians(p.angle))),
                    kLimit);
    }
    EXPECT_NEAR(static_cast<double>(r.total.apparent_uva) * 1e-6, 3 * s, kLimit * 3 * s);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Points, ChainAccuracy, testing::Values(
    //    Hz      V      A    deg  preamp
    Point{60.0,  277.0,  400.0,   0.0, 1},
    Point{60.0,  277.0,  480.0,  30.0, 1},
    Point{60.0,  277.0,    4.0,  60.0, 1},
    Point{60.0,  277.0,    4.0, -60.0, 1},
    Point{60.0,  277.0,  120.0,  90.0, 1},
    Point{60.0,  277.0,  120.0, -90.0, 1},
    Point{50.0,  230.0,  400.0,   0.0, 1},
    Point{50.0,  230.0,  400.0,  45.0, 1},
    Point{50.0,  230.0,    4.0, -90.0, 1},
    Point{50.0,  230.0, 5000.0,  60.0, 1},
    Point{45.0,  120.0,   50.0,  60.0, 1},
    Point{65.0,  347.0,  200.0, -60.0, 1},
    Point{62.3,  277.0,  100.0,  89.0, 1},
    Point{60.0,  277.0,    1.0,  60.0, 8},
    Point{50.0,  230.0,  120.0,  60.0, 8},
    Point{47.7,   90.0,    0.5,   0.0, 8}),
    name_of);
// clang-format on

// 10 % / 40 % fifth harmonic in phase: true power is 1.04 V1 I1 (metrology.md 3.3).
TEST(Chain, FifthHarmonicPowerIsWhole) {
    for (const double f : {50.0, 60.0}) {
        Wave wave = balanced(f, 230.0, 100.0, 0.0);
        for (auto& phase : wave.phase) {
            phase.voltage.push_back({5, 23.0, 5 * phase.voltage[0].degrees});
            phase.current.push_back({5, 40.0, 5 * phase.current[0].degrees});
        }
        const Readings r = Rig{}.run(wave, 8.0);
        const double truth = 1.04 * 230.0 * 100.0;
        for (const Power& p : r.power) {
            EXPECT_NEAR(static_cast<double>(p.real_uw) * 1e-6, truth, 7e-5 * truth) << f;
        }
    }
}

}  // namespace
}  // namespace meter
