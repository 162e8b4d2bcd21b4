// CSV as the world writes it: what is found in it.
#include "signals/capture/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

#include "tests/signals/capture/whole.h"

namespace signals {
namespace {

struct Table {
    const char* name;
    std::string text;
    double rate;                     // Hz; 0: from stamps
    double step;                     // s between the first two rows
    std::vector<std::string> names;  // "NAME unit"
    std::vector<double> second;      // row 1
};
void PrintTo(const Table& t, std::ostream* os) { *os << t.name; }

class Csv : public testing::TestWithParam<Table> {};

TEST_P(Csv, IsRead) {
    const Table& want = GetParam();
    const OpenCapture capture = open_csv(memory_bytes(want.text), "x.csv");
    const test::Whole got = test::whole(*capture);
    std::vector<std::string> names;
    for (const AnalogChannel& c : got.header.analog) names.push_back(c.name + " " + c.unit);
    EXPECT_EQ(names, want.names);
    ASSERT_GE(got.time.size(), 3U);
    EXPECT_NEAR(got.time[1], want.step, 3e-7);  // a date takes digits of a double
    ASSERT_EQ(got.samples.size(), want.second.size());
    for (std::size_t c = 0; c < want.second.size(); ++c) {
        EXPECT_TRUE(std::isnan(want.second[c]) ? std::isnan(got.samples[c][1])
                                               : got.samples[c][1] == want.second[c])
            << got.samples[c][1];
    }
    if (want.rate > 0.0) {
        ASSERT_FALSE(got.header.rates.empty());
        EXPECT_NEAR(got.header.rates[0].hertz, want.rate, 1e-6 * want.rate);
    }
}

const double kNone = std::nan("");
// clang-format off
INSTANTIATE_TEST_SUITE_P(Tables, Csv, testing::Values(
    Table{"plain", "time,VA [V],IA [A]\n0,1,2\n0.001,3,4\n0.002,5,6\n", 0, 1e-3, {"VA V", "IA A"}, {3, 4}},
    Table{"semicolons and decimal commas", "Zeit;VA (V);IA (A)\n0,000;1,5;2\n0,001;3,5;4\n0,002;5;6\n", 0, 1e-3, {"VA V", "IA A"}, {3.5, 4}},
    Table{"tabs", "t\tVA [kV]\n0\t1\n1e-3\t2\n2e-3\t3\n", 0, 1e-3, {"VA kV"}, {2}},
    Table{"Excel", "sep=;\r\nTime [ms];Va;Ia\r\n0;1;2\r\n1;3;4\r\n2;5;6\r\n", 0, 1e-3, {"Va V", "Ia A"}, {3, 4}},
    Table{"quotes", "\"time\",\"VA, bus 1 [V]\"\n\"0\",\"1\"\n\"0.001\",\"3\"\n\"0.002\",\"5\"\n", 0, 1e-3, {"VA, bus 1 V"}, {3}},
    Table{"comments and gaps", "# logger 7\n# 2026\ntime,VA [V],IA [A]\n0,1,2\n# pause\n\n0.001,,4\n0.002,5,6\n", 0, 1e-3, {"VA V", "IA A"}, {kNone, 4}},
    Table{"clock times", "Time,VA [V]\n2026-03-01 23:59:59.999,1\n2026-03-02 00:00:00.000,2\n2026-03-02 00:00:00.001,3\n", 0, 1e-3, {"VA V"}, {2}},
    Table{"no header", "0.0,1,2\n0.5,3,4\n1.0,5,6\n1.5,7,8\n", 0, 0.5, {"column 2 ", "column 3 "}, {3, 4}},
    Table{"PicoScope", "Time,Channel A,Channel B\n(ms),(V),(mV)\n\n-5.0,1.0,2.0\n-4.0,3.0,4.0\n-3.0,5.0,6.0\n", 0, 1e-3, {"Channel A V", "Channel B mV"}, {3, 4}},
    Table{"Rigol", "X,CH1,CH2,Start,Increment,\nSequence,Volt,Volt,-3.00e-03,1.000000e-06\n0,1.0,2.0,,\n1,3.0,4.0,,\n2,5.0,6.0,,\n", 1e6, 1e-6, {"CH1 V", "CH2 V"}, {3, 4}},
    Table{"Rigol, newer", "Time(s),CH1V,CH2V,t0 = -0.001, tInc = 1e-06,\n,1.0,2.0,,\n,3.0,4.0,,\n,5.0,6.0,,\n", 1e6, 1e-6, {"CH1V ", "CH2V "}, {3, 4}},
    Table{"Tektronix", "Model,MSO2024\nSample Interval,4e-05\nRecord Length,3\nVertical Units,V,A\nLabel,,\nTIME,CH1,CH2\n-1.00e-03,1,2\n-9.60e-04,3,4\n-9.20e-04,5,6\n", 0, 4e-5, {"CH1 V", "CH2 A"}, {3, 4}},
    Table{"Tektronix, older", "Record Length,3,,-0.002,1.5,\nSample Interval,0.001,,-0.001,2.5,\nVertical Units,V,,0.0,3.5,\n,,,0.001,4.5,\n,,,0.002,5.5,\n,,,0.003,5.5,\n,,,0.004,5.5,\n,,,0.005,5.5,\n", 0, 1e-3, {"column 5 V"}, {2.5}},
    Table{"rate in front", "Sample rate: 10 kHz\nVA [V];IA [A]\n1;2\n3;4\n5;6\n", 1e4, 1e-4, {"VA V", "IA A"}, {3, 4}}),
    [](const auto& row) {
        std::string name = row.param.name;
        std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
        return name;
    });
// clang-format on

TEST(CsvRefused, WithoutTableOrTime) {
    const auto text_of = [](const std::string& text) -> std::string {
        try {
            open_csv(memory_bytes(text), "x.csv");
        } catch (const CaptureError& error) {
            return error.what();
        }
        return "read";
    };
    EXPECT_THAT(text_of("once upon a time\nthere was\n"),
                testing::HasSubstr("no table of numbers"));
    EXPECT_THAT(text_of(""), testing::HasSubstr("no table of numbers"));
    EXPECT_THAT(text_of("VA [V],IA [A]\n1,2\n5,4\n3,9\n"), testing::HasSubstr("(--record-rate)"));
}

TEST(CsvWarnings, SayWhere) {
    const OpenCapture capture = open_csv(
        memory_bytes(
            "time,VA\n0,1\n0.001,oops\n0.002\n0.003,4\n0.004,5\n0.005,6\n0.006,7\n0.007,8\n"),
        "x.csv");
    std::string all;
    for (const auto& w : capture->recording().warnings) all += to_string(w) + "\n";
    EXPECT_THAT(all, testing::HasSubstr("x.csv:1: 1 channel without a unit"));
    EXPECT_THAT(all, testing::HasSubstr("x.csv:3:7: sample 'oops' is not a number"));
    EXPECT_THAT(all, testing::HasSubstr("x.csv:4: row with 1 of 2 fields"));
    EXPECT_EQ(capture->recording().rows, 8U);
}

TEST(CsvOptions, ARateByHandTakesTheTimeColumnsPlace) {
    const OpenCapture capture =
        open_csv(memory_bytes("time,VA\n0,1\n7,2\n8,3\n"), "x.csv", {.rate = 100.0});
    ASSERT_EQ(capture->recording().analog.size(), 1U);
    EXPECT_NEAR(capture->recording().seconds, 0.02, 1e-12);
}

}  // namespace
}  // namespace signals
