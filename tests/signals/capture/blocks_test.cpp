// However the rows are cut into blocks, and in whatever order: the same values.
#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "signals/capture/open_capture.h"
#include "tests/signals/capture/reference.h"
#include "tests/signals/capture/whole.h"

namespace signals {
namespace {

// NaN is equal to NaN here.
std::vector<std::uint64_t> bits(const std::vector<double>& x) {
    std::vector<std::uint64_t> out;
    for (const double v : x) out.push_back(std::bit_cast<std::uint64_t>(v));
    return out;
}

std::vector<std::filesystem::path> captures() {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : test::reference_entries()) out.push_back(test::path_of(entry));
    return out;
}

class Blocks : public testing::TestWithParam<std::filesystem::path> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Blocks);

TEST_P(Blocks, OfAnySizeGiveTheSameRows) {
    const OpenCapture capture = open_capture(GetParam());
    const test::Whole want = test::whole(*capture, 1'000'000);
    for (const std::size_t block : {std::size_t{997}, std::size_t{4'096}}) {
        const test::Whole got = test::whole(*open_capture(GetParam()), block);
        for (std::size_t c = 0; c < want.samples.size(); ++c) {
            ASSERT_EQ(bits(got.samples[c]), bits(want.samples[c]));
        }
        ASSERT_EQ(bits(got.time), bits(want.time));
        ASSERT_EQ(got.status, want.status);
    }
}

TEST_P(Blocks, InAnyOrderGiveTheSameRows) {
    const OpenCapture capture = open_capture(GetParam());
    const test::Whole want = test::whole(*capture);
    const std::size_t rows = want.time.size();
    if (want.samples.empty() || rows == 0) return;
    std::mt19937 random{7};
    const std::vector<std::size_t> last{want.samples.size() - 1};
    for (int k = 0; k < 50; ++k) {
        const std::size_t first = random() % rows;
        const std::size_t count = 1 + random() % std::min<std::size_t>(rows - first, 300);
        std::vector<double> values(count);
        std::vector<double> time(count);
        capture->read(last, first, count, values);
        capture->read_time(first, count, time);
        for (std::size_t n = 0; n < count; ++n) {
            ASSERT_EQ(std::bit_cast<std::uint64_t>(values[n]),
                      std::bit_cast<std::uint64_t>(want.samples[last[0]][first + n]));
            ASSERT_EQ(time[n], want.time[first + n]);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Captures, Blocks, testing::ValuesIn(captures()),
                         [](const auto& row) { return std::to_string(row.index); });

}  // namespace
}  // namespace signals
