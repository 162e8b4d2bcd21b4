// metrology.md 5.4, line by line, as far as malformed_test.cpp does not show it: what a reader of
// the world's COMTRADE files must survive.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "tests/signals/capture/small_record.h"

namespace signals {
namespace {

using test::kCfg;
using test::kDat;
using test::read_all;
using test::replaced;
using test::write;

std::string warnings(const test::Whole& r) {
    std::string out;
    for (const CaptureWarning& w : r.header.warnings) out += to_string(w) + "\n";
    return out;
}

// Two channels and a status word; a float's bits for FLOAT32.
std::string wide_row(std::uint32_t stamp, std::uint32_t v, std::uint32_t i, int width) {
    std::string out;
    const auto put = [&](std::uint32_t x, int bytes) {
        for (int k = 0; k < bytes; ++k) out.push_back(static_cast<char>((x >> (8 * k)) & 0xFF));
    };
    put(1, 4), put(stamp, 4), put(v, width), put(i, width), put(0, 2);
    return out;
}

std::uint32_t bits(float x) {
    std::uint32_t out = 0;
    std::memcpy(&out, &x, sizeof out);
    return out;
}

struct Form {
    const char* type;
    int width;          // bytes of a sample
    std::uint32_t ten;  // a sample of 10
    std::uint32_t missing;
};
void PrintTo(const Form& f, std::ostream* os) { *os << f.type; }

class BinaryForm : public testing::TestWithParam<Form> {
 protected:
    [[nodiscard]] std::string cfg(const char* rate = "1000,3") const {
        return replaced(replaced(kCfg, "1000,3", rate), "ASCII", GetParam().type);
    }
    [[nodiscard]] std::string rows(std::uint32_t first) const {
        const Form& f = GetParam();
        return wide_row(0, first, f.ten, f.width) + wide_row(1'000, f.ten, f.ten, f.width) +
               wide_row(2'000, f.ten, f.ten, f.width);
    }
};

// 5.4.1: floor(size / record), and say so.
TEST_P(BinaryForm, ExtraBytesAndACutLastRowAreLeftOut) {
    const std::string all = rows(GetParam().ten);
    const test::Whole extra = read_all(write(cfg(), all + "\r\n"));
    EXPECT_EQ(extra.header.rows, 3U);
    EXPECT_THAT(warnings(extra), testing::HasSubstr("x.dat: the last 2 of"));
    const test::Whole cut = read_all(write(cfg(), all.substr(0, all.size() - 5)));
    EXPECT_EQ(cut.header.rows, 2U);
    EXPECT_EQ(cut.samples[0], (std::vector<double>{21.0, 21.0}));
    EXPECT_THAT(warnings(cut), testing::HasSubstr("are no whole row"));
}

// 5.4.2 and 5.4.8: as many rows as the file has, whatever the cfg announces.
TEST_P(BinaryForm, RowsAreCountedInTheFile) {
    for (const char* announced : {"1000,2", "1000,9", "1000,4294967295"}) {
        const test::Whole r = read_all(write(cfg(announced), rows(GetParam().ten)));
        EXPECT_EQ(r.header.rows, 3U) << announced;
        EXPECT_EQ(r.samples[0], (std::vector<double>{21.0, 21.0, 21.0}));
        EXPECT_THAT(warnings(r), testing::HasSubstr("are announced, 3 are there"));
    }
}

TEST_P(BinaryForm, MissingSamplesAreMissing) {
    const test::Whole r = read_all(write(cfg(), rows(GetParam().missing)));
    EXPECT_TRUE(std::isnan(r.samples[0][0]));
    EXPECT_EQ(r.samples[0][1], 21.0);
    EXPECT_EQ(warnings(r), "");
}

INSTANTIATE_TEST_SUITE_P(Types, BinaryForm,
                         testing::Values(Form{"BINARY", 2, 10, 0x8000},
                                         Form{"BINARY32", 4, 10, 0x80000000},
                                         Form{"FLOAT32", 4, bits(10.0F), 0xFF7FFFFF}),
                         [](const auto& row) { return std::string{row.param.type}; });

// Until 1999 the marker was another one, and 0x8000 a sample.
TEST(Missing, OfA1991RecordIsAllOnes) {
    const std::string cfg = replaced(replaced(kCfg, ",1999", ",1991"), "ASCII\n1\n", "BINARY\n");
    const test::Whole r =
        read_all(write(cfg, wide_row(0, 0xFFFF, 1, 2) + wide_row(1'000, 0x8000, 1, 2)));
    EXPECT_TRUE(std::isnan(r.samples[0][0]));
    EXPECT_EQ(r.samples[0][1], 2.0 * -32'768.0 + 1.0);
}

// 5.4.3
TEST(Rates, TimeAddsUpOverSegmentsAndGoesOnPastTheLast) {
    const std::string cfg = replaced(kCfg, "\n1\n1000,3", "\n3\n1000,1\n500,2\n250,3");
    const std::string dat = "1,,1,1,0\n2,,1,1,0\n3,,1,1,0\n4,,1,1,0\n";
    const test::Whole r = read_all(write(cfg, dat));
    EXPECT_EQ(r.time, (std::vector<double>{0.0, 1e-3, 3e-3, 7e-3}));
    EXPECT_THAT(warnings(r), testing::HasSubstr("3 rows are announced, 4 are there"));
}

// 5.4.4
struct Stamp {
    const char* text;
    const char* year;          // of the revision
    std::array<double, 6> is;  // year, month, day, hour, minute, second; year 0: left open
};

TEST(Stamps, AreReadAsTheyAreWritten) {
    // clang-format off
    constexpr Stamp kStamps[] = {
        {"12/01/2011,05:55:30.75011",        "1999", {2011, 1, 12, 5, 55, 30.75011}},
        {"1/2/2020,1:56:36.201868",          "1999", {2020, 2, 1, 1, 56, 36.201868}},
        {" 01/02/2020 , 10:00:05 ",          "1999", {2020, 2, 1, 10, 0, 5.0}},
        {"01/02/2020,10:00:5",               "1999", {2020, 2, 1, 10, 0, 5.0}},
        {"01/02/2020 10:00:05.5",            "1999", {2020, 2, 1, 10, 0, 5.5}},
        {"01/02/98,10:00:00.0",              "1999", {1998, 2, 1, 10, 0, 0.0}},
        {"01/02/07,10:00:00.0",              "1999", {2007, 2, 1, 10, 0, 0.0}},
        {"02/01/98,10:00:00.0",              "1991", {1998, 2, 1, 10, 0, 0.0}},
        {"01/02/2020,11:28:18581309",        "1999", {2020, 2, 1, 11, 28, 18.581309}},
        {"01/02/2020,10:00:00.123456789",    "2013", {2020, 2, 1, 10, 0, 0.123456789}},
        {"00/02/2020,10:00:00.000000",       "1999", {}},
        {"01/00/2020,10:00:00.000000",       "1999", {}},
        {"01/02/2020,25:00:00.000000",       "1999", {}},
        {"01/02/2020,ten",                   "1999", {}},
        {",",                                "1999", {}},
        {"",                                 "1999", {}},
    };
    // clang-format on
    for (const Stamp& row : kStamps) {
        SCOPED_TRACE(row.text);
        const std::string cfg =
            replaced(replaced(kCfg, "1999", row.year), "01/02/2020,10:00:00.000000\n01",
                     std::string{row.text} + "\n01");
        const test::Whole r = read_all(write(cfg, kDat));
        EXPECT_EQ(r.time, (std::vector<double>{0.0, 1e-3, 2e-3}));
        EXPECT_EQ(r.header.start.has_value(), row.is[0] > 0.0);
        if (!r.header.start) {
            EXPECT_THAT(warnings(r), testing::HasSubstr("x.cfg:9:1: start time"));
            continue;
        }
        const CaptureStamp& s = *r.header.start;
        EXPECT_EQ((std::array<double, 5>{double(s.year), double(s.month), double(s.day),
                                         double(s.hour), double(s.minute)}),
                  (std::array<double, 5>{row.is[0], row.is[1], row.is[2], row.is[3], row.is[4]}));
        EXPECT_NEAR(s.second, row.is[5], 1e-12);
    }
}

// Nanoseconds in the rows show by the digits of either stamp, a date that says nothing in front or
// not.
TEST(Stamps, NanosecondsShowInEitherAndWithoutADate) {
    constexpr const char* kPlain = "01/02/2020,10:00:00.000000\n";
    const std::string timed = replaced(kCfg, "\n1\n1000,3", "\n0\n0,3");
    const std::string both = std::string{kPlain} + kPlain;
    const std::string dat = "1,0,1,1,0\n2,1000000,1,1,0\n3,2000000,1,1,0\n";
    for (const char* start :
         {"01/02/2020,10:00:00.000000000\n", "00/00/0000,10:00:00.000000000\n"}) {
        EXPECT_NEAR(
            read_all(write(replaced(timed, both, start + std::string{kPlain}), dat)).time[2], 2e-3,
            1e-12);
        EXPECT_NEAR(
            read_all(write(replaced(timed, both, kPlain + std::string{start}), dat)).time[2], 2e-3,
            1e-12);
    }
    EXPECT_NEAR(read_all(write(timed, dat)).time[2], 2.0, 1e-9);
}

// 5.4.5
TEST(Columns, OfAnImpoverishedCfgMayBeAbsent) {
    constexpr const char* kLazy =
        ",,1999\n2,1A,1D\n1,,,,A,2.762,0,0, -32768,32767,1,1,S\n1,,,,\n\n0\n0,2\n,\n\nASCII\n1\n";
    const test::Whole r = read_all(write(kLazy, "1, 0, 0,0\n2,347,-1,1\n"));
    EXPECT_EQ(r.samples[0], (std::vector<double>{0.0, -2.762}));
    EXPECT_NEAR(r.time[1], 347e-6, 1e-12);
    EXPECT_FALSE(r.header.status[0].normal);
    EXPECT_FALSE(r.status_at(0, 0));
    EXPECT_TRUE(r.status_at(0, 1));
}

TEST(Columns, Of1991AreTen) {
    constexpr const char* k1991 =
        "station,device\n3,2A,1D\n1,VA,A,,V,2.0,1.0,0,-32767,32767\n"
        "2,IA,A,,A,0.5,0.0,0,-32767,32767\n1,Trip,1\n50\n1\n1000,3\n"
        "02/01/98,10:00:00.000000\n02/01/98,10:00:00.000000\nASCII\n";
    const test::Whole r = read_all(write(k1991, kDat));
    EXPECT_EQ(warnings(r), "");
    EXPECT_EQ(r.header.revision, 1991);
    EXPECT_EQ(r.samples[1], (std::vector<double>{10.0, 10.5, 11.0}));
    EXPECT_EQ(r.header.analog[0].side, TransformerSide::unknown);
    EXPECT_TRUE(r.header.status[0].normal);
}

TEST(Encoding, Latin1IsShownAndOtherCodePagesAreNoReasonToStop) {
    const test::Whole latin1 = read_all(write(replaced(kCfg, "station", "Esta\xE7\xE3o"), kDat));
    EXPECT_EQ(latin1.header.station, "Esta\xC3\xA7\xC3\xA3o");
    EXPECT_EQ(latin1.samples[0], (std::vector<double>{21.0, 23.0, 25.0}));
    const test::Whole gb18030 = read_all(write(replaced(kCfg, "VA,A", "\xB1\xE4\xB5\xE7,A"), kDat));
    EXPECT_EQ(gb18030.samples[0], (std::vector<double>{21.0, 23.0, 25.0}));
}

TEST(LineEnds, OfAnyKindAndPaddingBehindTheLast) {
    for (const char* end : {"\n", "\r\n", "\r"}) {
        std::string cfg;
        for (const char c : std::string{kCfg}) cfg += c == '\n' ? end : std::string{c};
        const test::Whole r = read_all(write(cfg, kDat));
        EXPECT_EQ(warnings(r), "");
        EXPECT_EQ(r.samples[0], (std::vector<double>{21.0, 23.0, 25.0}));
    }
    const std::string ten = replaced(kCfg, "ASCII\n1\n", "ASCII\n10");
    const test::Whole padded = read_all(write(ten + std::string(500, '\0'), kDat));
    EXPECT_EQ(padded.header.time_multiplier, 10.0);
}

// 5.4.6
TEST(Revision, Of2013MayLackItsTimeCodes) {
    const std::string cfg = replaced(kCfg, ",1999", ",2013");
    for (const char* tail :
         {"", "0,0\n", "0,0\nF,3\n", "-5h30,x\nB,3", "0\n", "0,0\nF,3\x1A\x1A"}) {
        const test::Whole r = read_all(write(cfg + tail, kDat));
        EXPECT_EQ(r.header.revision, 2013) << tail;
        EXPECT_EQ(warnings(r), "") << tail;
        EXPECT_EQ(r.samples[0], (std::vector<double>{21.0, 23.0, 25.0}));
    }
}

// 5.4.7
TEST(Names, AreFoundInAnyCase) {
    constexpr const char* kEnds[][2] = {{".cfg", ".DAT"}, {".CFG", ".dat"}, {".Cfg", ".Dat"}};
    for (const auto& [cfg_end, dat_end] : kEnds) {
        const std::filesystem::path cfg = write(kCfg, kDat, cfg_end, dat_end);
        EXPECT_EQ(read_all(cfg).header.rows, 3U) << cfg;
        EXPECT_EQ(read_all(std::filesystem::path{cfg}.replace_extension(dat_end)).header.rows, 3U);
        EXPECT_EQ(read_all(std::filesystem::path{cfg}.replace_extension("")).header.rows, 3U);
    }
}

}  // namespace
}  // namespace signals
