// What is written is read back: values within a step, header, skew, missing samples.
#include "signals/capture/capture_writer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <ostream>

#include "signals/capture/open_capture.h"
#include "tests/signals/capture/whole.h"
#include "tests/support/scratch.h"

namespace signals {
namespace {

struct Form {
    const char* file;
    WriteFormat format;
    double step;  // of a peak of 1
    bool comtrade;
};
void PrintTo(const Form& f, std::ostream* os) { *os << f.file; }

class Written : public testing::TestWithParam<Form> {};

constexpr std::size_t kRows = 5'000;
constexpr double kRate = 2'520.615384615385;

// Channel c in row n: peaks of 400 and 0.02, the largest counts included.
double value(std::size_t c, std::size_t n) {
    const double angle = 2.0 * std::numbers::pi * 50.0 * static_cast<double>(n) / kRate;
    return c == 0 ? 400.0 * std::cos(angle) : -0.02 * std::cos(3.0 * angle);
}

TEST_P(Written, IsReadBack) {
    const Form& form = GetParam();
    const auto path = metertwin::test::scratch_folder() / form.file;
    WriteSpec spec;
    spec.format = form.format;
    spec.station = "S";
    spec.device = "D";
    spec.rate = kRate;
    spec.line_frequency = 50.0;
    spec.rows = kRows;
    spec.channels = {{"VA", "A", "V", 400.0, 0.0}, {"IA", "A", "A", 0.02, 61e-6}};
    const auto writer = create_capture(path, spec);
    for (std::size_t at = 0; at < kRows; at += 777) {
        const std::size_t count = std::min<std::size_t>(777, kRows - at);
        std::vector<double> block;
        for (std::size_t c = 0; c < 2; ++c) {
            for (std::size_t n = 0; n < count; ++n) block.push_back(value(c, at + n));
        }
        if (at == 777) block[3] = std::nan("");
        writer->write(block, count);
    }
    writer->finish();

    const OpenCapture capture = open_capture(path);
    const test::Whole got = test::whole(*capture);
    for (const auto& warning : got.header.warnings) ADD_FAILURE() << to_string(warning);
    ASSERT_EQ(got.header.rows, kRows);
    EXPECT_EQ(got.header.analog[1].name, "IA");
    EXPECT_EQ(got.header.analog[1].unit, "A");
    EXPECT_NEAR(got.time[kRows - 1], static_cast<double>(kRows - 1) / kRate, 1e-8);
    if (form.comtrade) {
        EXPECT_EQ(got.header.station, "S");
        EXPECT_EQ(got.header.revision, 2013);
        EXPECT_NEAR(got.header.analog[1].skew, 61e-6, 1e-12);
    }
    for (std::size_t n = 0; n < kRows; ++n) {
        if (n == 780) {
            EXPECT_TRUE(std::isnan(got.samples[0][n]));
            continue;
        }
        ASSERT_NEAR(got.samples[0][n], value(0, n), 400.0 * form.step) << n;
        ASSERT_NEAR(got.samples[1][n], value(1, n), 0.02 * form.step) << n;
    }
}

// Half a step; floats have 24 bits, CSV nine digits.
INSTANTIATE_TEST_SUITE_P(Forms, Written,
                         testing::Values(Form{"a.cfg", WriteFormat::ascii, 0.51 / 99'998, true},
                                         Form{"b.cfg", WriteFormat::binary, 0.51 / 32'767, true},
                                         Form{"c.cfg", WriteFormat::binary32, 1e-9, true},
                                         Form{"d.cfg", WriteFormat::float32, 6e-8, true},
                                         Form{"e.cff", WriteFormat::ascii, 0.51 / 99'998, true},
                                         Form{"f.cff", WriteFormat::binary, 0.51 / 32'767, true},
                                         Form{"g.cff", WriteFormat::float32, 6e-8, true},
                                         Form{"h.csv", WriteFormat::csv, 6e-9, false},
                                         Form{"i.wav", WriteFormat::wav, 1.2e-7, false}),
                         [](const auto& row) { return std::string(1, row.param.file[0]); });

TEST(CaptureWriter, SaysWhereItCannotWrite) {
    WriteSpec spec;
    spec.rate = 1'000.0;
    EXPECT_THROW(create_capture("/no/such/folder/x.cfg", spec), CaptureError);
    spec.rows = std::uint64_t{1} << 33;
    EXPECT_THROW(create_capture(metertwin::test::scratch_folder() / "many.cfg", spec),
                 CaptureError);
}

}  // namespace
}  // namespace signals
