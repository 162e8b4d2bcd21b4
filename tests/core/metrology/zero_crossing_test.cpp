// Crossings and frequency against sines in closed form.
#include "core/metrology/zero_crossing.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "tests/core/support/random.h"
#include "tests/core/support/response.h"

namespace meter {
namespace {

constexpr double kVolt = 1e9 / static_cast<double>(kVoltSampleNv);  // sample LSB
constexpr double kPeak = 277.0 * std::numbers::sqrt2 * kVolt;

using Signal = std::function<double(std::int64_t)>;  // sample LSB at a frame

struct Rig {
    ZeroCrossing crossing;
    std::int64_t frame = 0;
    std::int32_t previous = 0;
    int crossings = 0;

    ZeroCrossing::Result step(double value) {
        const auto current = static_cast<std::int32_t>(std::lround(value));
        const ZeroCrossing::Result result = crossing.step(previous, current);
        previous = current;
        ++frame;
        crossings += result.crossed ? 1 : 0;
        return result;
    }
    // A reading window of 2520 frames or a little more; its frequency in Hz.
    double window(const Signal& signal) {
        for (int n = 0; n < 2'520; ++n) step(signal(frame));
        for (int n = 0; n < 200 && !step(signal(frame)).crossed; ++n) {
        }
        return crossing.take_frequency() * 1e-6;
    }
};

Signal sine(double hertz, double peak = kPeak) {
    return [=](std::int64_t n) {
        return peak * std::sin(test::omega(hertz) * static_cast<double>(n) + 1.0);
    };
}

TEST(ZeroCrossing, InterpolatesToFourTenThousandthsOfAFrameAt60Hz) {
    for (const double f : {45.0, 50.0, 59.97, 60.0, 65.0}) {
        Rig rig;
        const Signal v = sine(f);
        double worst = 0.0;
        for (int n = 0; n < 100'000; ++n) {
            const ZeroCrossing::Result r = rig.step(v(rig.frame));
            if (!r.crossed) continue;
            const double at = static_cast<double>(rig.frame - 2) + r.fraction * 0x1p-20;
            const double cycles = (test::omega(f) * at + 1.0) / (2.0 * std::numbers::pi);
            const double error = (cycles - std::round(cycles)) * test::kSampleRate / f;
            worst = std::max(worst, std::abs(error));
        }
        EXPECT_LT(worst, 4e-4 * f * f / 3600.0) << f;
        EXPECT_NEAR(rig.crossings, 100'000.0 * f / test::kSampleRate, 1.5) << f;
    }
}

TEST(ZeroCrossing, FrequencyWithin25MicrohertzFrom45To65Hz) {
    for (double f = 45.0; f <= 65.0; f += 0.27) {
        Rig rig;
        rig.window(sine(f));
        for (int n = 0; n < 3; ++n) EXPECT_NEAR(rig.window(sine(f)), f, 25e-6);
    }
}

// No blind time: the cycles of all windows together are the cycles of the whole run.
TEST(ZeroCrossing, CarriesTheRestOfACycle) {
    Rig rig;
    double cycles = 0.0;
    const Signal v = sine(52.3);
    rig.window(v);
    const std::int64_t start = rig.frame;
    for (int n = 0; n < 30; ++n) {
        const std::int64_t from = rig.frame;
        const double f = rig.window(v);
        cycles += f * static_cast<double>(rig.frame - from) / test::kSampleRate;
    }
    EXPECT_NEAR(cycles, 52.3 * static_cast<double>(rig.frame - start) / test::kSampleRate, 0.01);
}

// Noise and harmonics that cross zero many times a cycle still count once.
TEST(ZeroCrossing, OneCrossingACycleHoweverDirty) {
    test::Random random{41};
    const double w = test::omega(60.0);
    const Signal noisy = [&](std::int64_t n) {
        return kPeak * (std::sin(w * static_cast<double>(n) + 1.0) + 0.15 * random.symmetric());
    };
    const Signal distorted = [&](std::int64_t n) {
        const double x = w * static_cast<double>(n) + 1.0;
        return kPeak * (std::sin(x) - 0.2 * std::sin(9 * x));  // falls through zero at zero
    };
    for (const Signal& v : {noisy, distorted}) {
        Rig rig;
        rig.crossing.set_rms(static_cast<std::int64_t>(277.0 * kVolt));
        rig.window(v);
        rig.crossings = 0;
        const std::int64_t from = rig.frame;
        const double f = rig.window(v);
        EXPECT_NEAR(rig.crossings, 60.0 * static_cast<double>(rig.frame - from) / test::kSampleRate,
                    1.0);
        EXPECT_NEAR(f, 60.0, 0.02);
    }
}

TEST(ZeroCrossing, MissingVoltageHasNoFrequencyAndComesBack) {
    Rig rig;
    const Signal v = sine(50.0);
    const Signal nothing = [](std::int64_t) { return 0.0; };
    const Signal hum = sine(50.0, 1.9 * kVolt);  // below the least hysteresis
    rig.window(v);
    EXPECT_NEAR(rig.window(v), 50.0, 25e-6);
    rig.window(nothing);
    EXPECT_EQ(rig.window(nothing), 0.0);
    rig.window(hum);
    EXPECT_EQ(rig.window(hum), 0.0);
    EXPECT_NEAR(rig.window(v), 50.0, 25e-6) << "the gap is no cycle";
    EXPECT_NEAR(rig.window(v), 50.0, 25e-6);
}

TEST(ZeroCrossing, FollowsAStepOfFrequency) {
    Rig rig;
    for (const double f : {50.0, 65.0, 45.0, 60.0, 50.0}) {
        rig.window(sine(f));
        EXPECT_NEAR(rig.window(sine(f)), f, 25e-6);
    }
}

// Limits of the mains: 40..75 Hz.
TEST(ZeroCrossing, OtherFrequenciesAreNotTheMains) {
    for (const double f : {16.7, 25.0, 39.5}) {
        Rig rig;
        rig.window(sine(f));
        EXPECT_EQ(rig.window(sine(f)), 0.0) << f;
    }
    for (const double f : {40.5, 74.5}) {
        Rig rig;
        rig.window(sine(f));
        EXPECT_NEAR(rig.window(sine(f)), f, 1e-4) << f;
    }
}

TEST(ZeroCrossing, ZeroItselfBelongsToTheRise) {
    ZeroCrossing crossing;
    crossing.step(0, -200'000);
    const ZeroCrossing::Result r = crossing.step(-200'000, 0);
    EXPECT_TRUE(r.crossed);
    EXPECT_EQ(r.fraction, ZeroCrossing::kOneFrame) << "at the present sample";
    EXPECT_FALSE(crossing.step(0, 200'000).crossed);
}

}  // namespace
}  // namespace meter
