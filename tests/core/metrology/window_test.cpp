// Reading windows: exact sums, and means over whole cycles.
#include "core/metrology/window.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/core/support/random.h"
#include "tests/core/support/response.h"

namespace meter {
namespace {

__extension__ using Wide = __int128;
using Sums = std::array<Wide, Products::kSize>;

std::int32_t random_sample(test::Random& random) {
    return static_cast<std::int32_t>(random.between(-kSampleLimit, kSampleLimit));
}

Samples random_samples(test::Random& random) {
    Samples s;
    for (std::size_t p = 0; p < 3; ++p) {
        s.v[p] = random_sample(random);
        s.i[p] = random_sample(random);
        s.v90[p] = random_sample(random);
    }
    return s;
}

void add(Sums& to, const Samples& s) {
    for (std::size_t p = 0; p < 3; ++p) {
        const Wide v = s.v[p], i = s.i[p];
        to[p] += v * v;
        to[3 + p] += i * i;
        to[6 + p] += v * i;
        to[9 + p] += s.v90[p] * i;
        to[12 + p] += v * s.v[(p + 1) % 3];
    }
}

// Whatever the borders are, sums take every frame exactly once.
TEST(Window, SumsAreExact) {
    test::Random random{51};
    Window window;
    Samples previous = random_samples(random);
    for (int n = 0; n < 50; ++n) {
        Sums exact{};
        const std::int64_t frames = random.between(1, kForcedWindowFrames);
        for (std::int64_t k = 0; k < frames; ++k) {
            previous = random_samples(random);
            window.add(previous);
            add(exact, previous);
        }
        const auto fraction = static_cast<std::int32_t>(random.between(0, ZeroCrossing::kOneFrame));
        const ClosedWindow closed = window.close(previous, random_samples(random), fraction);
        EXPECT_EQ(closed.frames, frames);
        for (std::size_t k = 0; k < exact.size(); ++k) {
            ASSERT_TRUE(closed.sums.value[k] == exact[k]) << n << ' ' << k;
        }
    }
}

TEST(Window, LongestWindowOfTheLargestSamplesFits) {
    for (const int sign : {1, -1}) {
        Samples s;
        s.v = {kSampleLimit, kSampleLimit, sign * kSampleLimit};
        s.i = {sign * kSampleLimit, kSampleLimit, kSampleLimit};
        s.v90 = s.v;
        Window window;
        for (int n = 0; n < kForcedWindowFrames; ++n) window.add(s);
        const ClosedWindow closed = window.close(s, s, 0);
        const double square = static_cast<double>(kSampleLimit) * kSampleLimit;
        EXPECT_NEAR(static_cast<double>(closed.means_q8.vv(0)) / 256.0 / square, 1.0, 1e-9);
        EXPECT_NEAR(static_cast<double>(closed.means_q8.vi(0)) / 256.0 / square, sign, 1e-9);
        EXPECT_NEAR(static_cast<double>(closed.sums.vi(0)) / square, sign * 2720.0, 1e-6);
    }
}

// A sine of any frequency and phase: windows that end at its crossings are right within 2e-5.
TEST(Window, MeansAreOverWholeCycles) {
    constexpr double kPeak = 8e6;
    for (double f = 45.0; f <= 65.0; f += 0.73) {
        const double w = test::omega(f), phi = f;
        const auto samples = [&](std::int64_t n) {
            const double x = w * static_cast<double>(n) + phi;
            Samples s;
            s.v[0] = static_cast<std::int32_t>(std::lround(kPeak * std::sin(x)));
            s.i[0] = static_cast<std::int32_t>(std::lround(kPeak * std::sin(x - 1.0)));
            s.v90[0] = static_cast<std::int32_t>(std::lround(-kPeak * std::cos(x)));
            return s;
        };
        Window window;
        int closed_windows = 0;
        for (std::int64_t n = 0; closed_windows < 4; ++n) {
            const Samples previous = samples(n - 1), present = samples(n);
            if (window.frames() >= kWindowFrames && previous.v[0] < 0 && present.v[0] >= 0) {
                const double cycle = std::round((w * static_cast<double>(n) + phi) / (2 * M_PI));
                const double at = (cycle * 2 * M_PI - phi) / w;
                const double fraction = at - static_cast<double>(n - 1);
                const ClosedWindow c =
                    window.close(previous, present, static_cast<std::int32_t>(fraction * 0x1p20));
                // The first window opens anywhere in a cycle.
                if (++closed_windows > 1) {
                    const double half = kPeak * kPeak / 2 * 256.0;
                    EXPECT_NEAR(static_cast<double>(c.means_q8.vv(0)) / half, 1.0, 2e-5) << f;
                    EXPECT_NEAR(static_cast<double>(c.means_q8.vi(0)) / half, std::cos(1.0), 2e-5);
                    EXPECT_NEAR(static_cast<double>(c.means_q8.qi(0)) / half, std::sin(1.0), 2e-5);
                }
            }
            window.add(present);
        }
    }
}

TEST(Window, EmptyWindowsHaveNoMean) {
    Window window;
    Samples s;
    s.v[0] = 1'000;
    for (const std::int32_t fraction : {0, 1 << 19, 1 << 20}) {
        const ClosedWindow closed = window.close(s, s, fraction);
        EXPECT_EQ(closed.frames, 0);
        EXPECT_EQ(closed.sums.vv(0), 0);
        EXPECT_LE(closed.means_q8.vv(0), 256 * 1'000'000);
    }
}

}  // namespace
}  // namespace meter
