// Every public capture, against the numbers of an independent reader.
#include <gtest/gtest.h>

#include <cmath>

#include "signals/capture/open_capture.h"
#include "tests/signals/capture/reference.h"
#include "tests/signals/capture/whole.h"

namespace signals {
namespace {

using nlohmann::json;

class ReferenceCapture : public testing::TestWithParam<json> {};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ReferenceCapture);

struct Moments {
    double rms = 0.0;
    double mean = 0.0;
};

Moments moments(const std::vector<double>& samples, std::size_t rows) {
    double sum = 0.0;
    double squares = 0.0;
    double count = 0.0;
    for (std::size_t i = 0; i < rows; ++i) {
        if (std::isnan(samples[i])) continue;
        sum += samples[i];
        squares += samples[i] * samples[i];
        count += 1.0;
    }
    return {std::sqrt(squares / count), sum / count};
}

double mean_product(const std::vector<double>& v, const std::vector<double>& i, std::size_t rows) {
    double sum = 0.0;
    for (std::size_t n = 0; n < rows; ++n) sum += v[n] * i[n];
    return sum / static_cast<double>(rows);
}

// 1e-6 of the value; the reader's own rounding when the value is zero.
#define EXPECT_SAME(actual, expected) \
    EXPECT_NEAR(actual, expected, 1e-6 * std::fabs(expected) + 1e-12)

TEST_P(ReferenceCapture, HeaderIsRead) {
    const json& want = GetParam();
    const OpenCapture capture = open_capture(test::path_of(want));
    const Recording& r = capture->recording();
    EXPECT_EQ(r.analog.size(), want["analog"]);
    EXPECT_EQ(r.status.size(), want["status"]);
    EXPECT_EQ(r.rows, want["rows"]);
    EXPECT_EQ(to_string(r.format), want["type"]);
    EXPECT_EQ(std::to_string(r.revision), want["revision"].get<std::string>().substr(0, 4));
}

TEST_P(ReferenceCapture, ChannelsHaveTheReferencesRmsAndMean) {
    const json& want = GetParam();
    const test::Whole all_rows = test::whole(*open_capture(test::path_of(want)));
    const Recording& r = all_rows.header;
    for (const json& channel : want["channels"]) {
        const auto index = channel["pos"].get<std::size_t>() - 1;
        const AnalogChannel& c = r.analog.at(index);
        const std::vector<double>& samples = all_rows.samples[index];
        SCOPED_TRACE(c.name);
        EXPECT_EQ(c.name, channel["name"]);
        EXPECT_EQ(c.unit, channel["unit"]);
        const Moments all = moments(samples, r.rows);
        EXPECT_SAME(all.rms, channel["rms"].get<double>());
        EXPECT_NEAR(all.mean, channel["mean"].get<double>(), 1e-6 * all.rms + 1e-12);
        if (!channel["rms10"].is_null()) {
            EXPECT_SAME(moments(samples, want["rows10"]).rms, channel["rms10"].get<double>());
        }
    }
}

TEST_P(ReferenceCapture, GroupsHaveTheReferencesPower) {
    const json& want = GetParam();
    const test::Whole all_rows = test::whole(*open_capture(test::path_of(want)));
    const Recording& r = all_rows.header;
    for (const json& group : want["power"]) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            const auto& v = all_rows.samples.at(group["V"][phase].get<std::size_t>() - 1);
            const auto& i = all_rows.samples.at(group["I"][phase].get<std::size_t>() - 1);
            EXPECT_SAME(mean_product(v, i, r.rows), group["P"][phase].get<double>());
            EXPECT_SAME(mean_product(v, i, want["rows10"]), group["P10"][phase].get<double>());
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Captures, ReferenceCapture, testing::ValuesIn(test::reference_entries()),
                         [](const auto& row) { return test::test_name(row.param); });

TEST(ReferenceCaptures, AreOnThisMachine) {
    if (test::reference_entries().empty()) {
        GTEST_SKIP() << "no captures in " << test::captures_folder() << ": nothing was compared";
    }
    EXPECT_EQ(test::reference_entries().size(), 18U);
}

}  // namespace
}  // namespace signals
