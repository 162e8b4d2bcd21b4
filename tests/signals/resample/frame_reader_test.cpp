// A sine through the whole resampling path, against the sine itself.
#include "signals/resample/frame_reader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <ostream>

#include "signals/resample/band_limit.h"

namespace signals {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

Series sine(double rate, double frequency, double seconds) {
    Series out{rate, 0.0, {{}}};
    const auto rows = static_cast<std::size_t>(seconds * rate);
    for (std::size_t k = 0; k < rows; ++k) {
        out.channel[0].push_back(std::sin(kTurn * frequency * static_cast<double>(k) / rate + 0.3));
    }
    return out;
}

struct Path {
    double rate;
    double frequency;
    double value_error;  // of the peak
};
void PrintTo(const Path& path, std::ostream* os) {
    *os << path.frequency << " Hz at " << path.rate;
}

class ResampledSine : public testing::TestWithParam<Path> {};

// Values and slopes at a slot's instant, in the middle of the record. The slope is relative to
// the sine's own greatest slope.
TEST_P(ResampledSine, KeepsItsValueAndSlope) {
    const auto [rate, f, allowed] = GetParam();
    SampledSeries in{sine(rate, f, 1.0)};
    const auto played = band_limited(in, 0.2);
    FrameReader reader{*played};
    constexpr double kSlot = 6.0 / 32'768.0;
    constexpr double kOrigin = -0.3;  // frame 0 is record time 0.3
    std::array<double, 500> value{};
    std::array<double, 500> slope{};
    const FrameReader::Row values = reader.value_row(kSlot, kOrigin);
    const FrameReader::Row slopes = reader.slope_row(kSlot, kOrigin);
    reader.load(values.first, slopes.first, 0, value.size());
    reader.read(0, values, value);
    reader.read(0, slopes, slope);
    for (std::size_t n = 0; n < value.size(); ++n) {
        const double t = 0.3 + kSlot + static_cast<double>(n) / kFrameRate;
        ASSERT_NEAR(value[n], std::sin(kTurn * f * t + 0.3), allowed) << n;
        ASSERT_NEAR(slope[n] / (kTurn * f), std::cos(kTurn * f * t + 0.3), allowed) << n;
    }
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Paths, ResampledSine, testing::Values(
    //   rate    Hz      error: flat to 1e-4 up to 0.4 * min(rate, 2520.6)
    Path{  800,   50,  5e-5},
    Path{  800,  320,  1e-4},
    Path{ 1000,   60,  5e-5},
    Path{ 1000,  400,  1e-4},
    Path{ 1601,   50,  5e-5},
    Path{ 2560,   60,  5e-5},
    Path{ 2560, 1000,  1e-4},
    Path{ 5760,   50,  5e-5},
    Path{ 5760, 1000,  1e-4},
    Path{10000,   50,  5e-5},
    Path{10000, 1000,  1e-4},
    Path{15360,   60,  5e-5},
    Path{100000, 1000, 1e-4}));
// clang-format on

// What would fold down into the meter's band is gone: at the frame rate above 1260 Hz, and at the
// play rate, on the way, around 5041 Hz and its multiples.
TEST(BandLimit, RemovesWhatTheMeterCannotTell) {
    // clang-format off
    const struct { double rate; std::vector<double> gone; } rows[] = {
        { 2'560, {1'270}},
        { 5'000, {1'262, 2'400}},
        { 5'760, {1'262, 1'500, 2'460, 2'800}},
        {10'000, {1'262, 2'520, 3'700, 3'790, 4'090, 4'960}},
        {50'000, {1'300, 3'790, 4'991, 5'091, 10'082, 10'150, 24'000}},
    };
    // clang-format on
    for (const auto& [rate, gone] : rows) {
        for (const double f : gone) {
            SampledSeries in{sine(rate, f, 1.0)};
            const auto played = band_limited(in, 0.2);
            std::vector<double> samples(3'000);
            played->read(0, samples.size(), samples.data());
            for (const double x : samples) {
                ASSERT_LT(std::fabs(x), 1e-5) << f << " Hz at " << rate;
            }
        }
    }
}

TEST(FrameReader, ReadsTheSameBitsInAnyCut) {
    SampledSeries in{sine(5'760, 50, 1.0)};
    const auto played = band_limited(in, 0.0);
    FrameReader reader{*played};
    const FrameReader::Row row = reader.slope_row(1e-4, 0.013);
    std::array<double, 100> whole{};
    std::array<double, 100> pieces{};
    reader.load(row.first, row.first, 700, whole.size());
    reader.read(0, row, whole);
    for (std::size_t at = 0; at < 100; at += 20) {
        reader.load(row.first, row.first, 700 + static_cast<std::int64_t>(at), 20);
        reader.read(0, row, std::span{pieces}.subspan(at, 20));
    }
    EXPECT_EQ(whole, pieces);
}

TEST(SincKernel, ConstantsAndRampsAreExact) {
    const SincKernel kernel{0.24, 0.75, 120.0};
    std::vector<double> row(kernel.taps());
    const double first = 1.0 - static_cast<double>(kernel.reach());
    for (const double fraction : {0.0, 1e-9, 0.25, 0.5, 0.999}) {
        kernel.value_row(fraction, row);
        double sum = 0.0;
        for (const double c : row) sum += c;
        EXPECT_NEAR(sum, 1.0, 1e-14);
        kernel.slope_row(fraction, row);
        double constant = 0.0;
        double ramp = 0.0;
        for (std::size_t k = 0; k < row.size(); ++k) {
            constant += row[k];
            ramp += row[k] * (first + static_cast<double>(k));
        }
        EXPECT_NEAR(constant, 0.0, 1e-13);
        EXPECT_NEAR(ramp, 1.0, 1e-13);
    }
}

}  // namespace
}  // namespace signals
