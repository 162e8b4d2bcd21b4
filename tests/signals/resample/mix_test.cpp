// The loops of resampling against their sums written out, for every number of elements around the
// width of a vector.
#include "signals/resample/mix.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace signals {
namespace {

double value(std::size_t n) { return std::sin(0.7 * static_cast<double>(n * n + 1)); }

std::vector<double> values(std::size_t count, std::size_t first) {
    std::vector<double> out;
    for (std::size_t n = 0; n < count; ++n) out.push_back(value(first + n));
    return out;
}

TEST(Mix, RowsAreWeighedChannelByChannel) {
    const std::vector<double> weights = values(6, 100);
    std::vector<MixedRow> rows(weights.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        for (std::size_t c = 0; c < kMixChannels; ++c) rows[k][c] = value(10 * k + c);
    }
    const MixedRow sum = mix_rows(rows.data(), weights);
    for (std::size_t c = 0; c < kMixChannels; ++c) {
        double even = 0.0;
        double odd = 0.0;
        for (std::size_t k = 0; k < rows.size(); ++k)
            (k % 2 == 0 ? even : odd) += weights[k] * rows[k][c];
        EXPECT_EQ(sum[c], even + odd) << c;
    }
}

class Counts : public testing::TestWithParam<std::size_t> {};

TEST_P(Counts, SlideIsAFilterOfTwoStreams) {
    const std::vector<double> weights = values(8, 3);
    const std::vector<double> a = values(GetParam() + 4, 50);
    const std::vector<double> b = values(GetParam() + 4, 70);
    std::vector<double> out(GetParam());
    slide(weights, a.data(), b.data(), out);
    for (std::size_t n = 0; n < out.size(); ++n) {
        double even = 0.0;
        double odd = 0.0;
        for (std::size_t j = 0; j < 4; ++j) {
            even += weights[2 * j] * a[n + j];
            odd += weights[2 * j + 1] * b[n + j];
        }
        EXPECT_EQ(out[n], even + odd) << n;
    }
}

TEST_P(Counts, MixIsFourWeights) {
    std::array<std::vector<double>, 4> rows;
    for (std::size_t i = 0; i < 4; ++i) rows[i] = values(GetParam(), 40 * i);
    std::vector<double> out(GetParam());
    mix({0.1, 0.2, 0.3, 0.4, rows[0].data(), rows[1].data(), rows[2].data(), rows[3].data()}, out);
    for (std::size_t n = 0; n < out.size(); ++n) {
        EXPECT_EQ(out[n],
                  0.1 * rows[0][n] + 0.2 * rows[1][n] + (0.3 * rows[2][n] + 0.4 * rows[3][n]))
            << n;
    }
}

TEST_P(Counts, TurningBackUsesOddTaps) {
    const std::vector<double> taps = values(6, 5);
    const std::vector<double> x = values(GetParam() + 10, 20);
    std::vector<double> out(GetParam());
    turn_back(taps, x.data() + 5, out);
    for (std::size_t n = 0; n < out.size(); ++n) {
        double sum = 0.0;
        for (std::size_t k = 1; k < 6; k += 2) sum += taps[k] * (x[5 + n - k] - x[5 + n + k]);
        EXPECT_EQ(out[n], sum) << n;
    }
}

TEST_P(Counts, FoldIsAFilterAlikeOnBothSides) {
    const std::vector<double> taps = values(5, 5);
    const std::vector<double> x = values(GetParam() + 10, 20);
    std::vector<double> out(GetParam());
    fold(taps, x.data() + 5, out);
    for (std::size_t n = 0; n < out.size(); ++n) {
        double sum = taps[0] * x[5 + n];
        for (std::size_t k = 1; k < 5; ++k) sum += taps[k] * (x[5 + n - k] + x[5 + n + k]);
        EXPECT_EQ(out[n], sum) << n;
    }
}

INSTANTIATE_TEST_SUITE_P(Around, Counts,
                         testing::Values(1, 2, 3, 4, 5, 7, 8, 11, 16, 31, 32, 33, 39, 64));

}  // namespace
}  // namespace signals
