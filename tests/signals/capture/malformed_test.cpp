// Captures as the world writes them: what is repaired with a warning, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <ostream>
#include <string>

#include "tests/signals/capture/small_record.h"

namespace signals {
namespace {

using test::binary_row;
using test::kCfg;
using test::kDat;
using test::read_all;
using test::replaced;
using test::write;

constexpr const char* kSemicolons =
    "station;device;1999\n"
    "3;2A;1D\n"
    "1;VA;A;;V;2,0;1,0;0;-32767;32767;1;1;P\n"
    "2;IA;A;;A;0,5;0,0;0;-32767;32767;1;1;P\n"
    "1;Trip;;;0\n"
    "50\n1\n1000;3\n"
    "01/02/2020;10:00:00.000000\n01/02/2020;10:00:00.000000\n"
    "ASCII\n1\n";

struct Repair {
    const char* name;
    const char* from;  // in the cfg
    const char* to;
    const char* dat;
    const char* warning;  // empty: none
    std::size_t rows;
    double first;  // channel 1, row 0
};
void PrintTo(const Repair& r, std::ostream* os) { *os << r.name; }

class Repaired : public testing::TestWithParam<Repair> {};

TEST_P(Repaired, GoesOnAndSaysSo) {
    const Repair& row = GetParam();
    const test::Whole r = read_all(write(replaced(kCfg, row.from, row.to), row.dat));
    EXPECT_EQ(r.header.rows, row.rows);
    ASSERT_FALSE(r.samples.empty());
    if (r.header.rows > 0) {
        const double first = r.samples[0][0];
        EXPECT_TRUE(std::isnan(row.first) ? std::isnan(first) : first == row.first) << first;
    }
    std::string all;
    for (const CaptureWarning& w : r.header.warnings) all += to_string(w) + "\n";
    if (*row.warning == '\0') {
        EXPECT_EQ(all, "");
    } else {
        EXPECT_THAT(all, testing::HasSubstr(row.warning));
    }
}

const double kNan = std::nan("");
// clang-format off
INSTANTIATE_TEST_SUITE_P(Rows, Repaired, testing::Values(
    Repair{"as it should be",   "50",        "50",        kDat, "", 3, 21.0},
    Repair{"missing 99999",     "50",        "50",        "1,0,99999,20,0\n2,1000,1,1,0\n3,2000,1,1,0\n", "", 3, kNan},
    Repair{"missing empty",     "50",        "50",        "1,0,,20,0\n2,1000,1,1,0\n3,2000,1,1,0\n", "", 3, kNan},
    Repair{"Ctrl-Z at the end", "50",        "50",        "1,0,10,20,0\n2,1000,1,1,0\n3,2000,1,1,0\n\x1A", "", 3, 21.0},
    Repair{"CR line ends",      "50",        "50",        "1,0,10,20,0\r2,1000,1,1,0\r3,2000,1,1,0\r", "", 3, 21.0},
    Repair{"cut last row",      "50",        "50",        "1,0,10,20,0\n2,1,1,1,0\n3,2,1", "x.dat:3: the last row has 3 of 5 fields", 2, 21.0},
    Repair{"short row",         "50",        "50",        "1,0\n2,1000,1,1,0\n3,2000,1,1,0\n", "x.dat:1: row with 2 of 5", 3, kNan},
    Repair{"word for a sample", "50",        "50",        "1,0,ten,20,0\n2,1000,1,1,0\n3,2000,1,1,0\n", "x.dat:1:5: sample 'ten' is not a number", 3, kNan},
    Repair{"more rows",         "1000,3",    "1000,2",    kDat, "2 rows are announced, 3 are there", 3, 21.0},
    Repair{"fewer rows",        "1000,3",    "1000,9",    kDat, "9 rows are announced, 3 are there", 3, 21.0},
    Repair{"no rows",           "50",        "50",        "", "3 rows are announced, 0 are there", 0, 0.0},
    Repair{"exponent",          "2.0,1.0",   " 2E0 , 1e+0",  kDat, "", 3, 21.0},
    Repair{"bad multiplier",    "2.0,1.0",   "two,1.0",   kDat, "x.cfg:3:11: multiplier 'two' is not a number", 3, kNan},
    Repair{"junk year",         "1999",      "20XX",      kDat, "x.cfg:1:16: revision year '20XX'", 3, 21.0},
    Repair{"odd year",          "1999",      "2001",      kDat, "", 3, 21.0},
    Repair{"wrong total",       "3,2A",      "9,2A",      kDat, "x.cfg:2:1: total of channels '9'", 3, 21.0},
    Repair{"blank frequency",   "\n50\n",    "\n\n",      kDat, "x.cfg:6:1: line frequency ''", 3, 21.0},
    Repair{"bad stamp",         "01/02/2020,10:00:00.000000\n01", "00/00/0000,10:00:00\n01", kDat, "x.cfg:9:1: start time", 3, 21.0},
    Repair{"short status",      "1,Trip,,,0", "1,Trip",   kDat, "", 3, 21.0},
    Repair{"no multiplier",     "ASCII\n1\n", "ascii",    kDat, "", 3, 21.0},
    Repair{"bad multiplier line", "ASCII\n1\n", "ASCII\n0\n", kDat, "x.cfg:12:1: time multiplier '0'", 3, 21.0},
    Repair{"stamps disagree",   "1000,3",    "100,3",     kDat, "the rate is used", 3, 21.0},
    // From the issue threads of public readers (python-comtrade 2, 3, 9, 16, 27, 28, 31, 45, 46, 48;
    // pycomtrade 8, 10, 18) and from what recorders are known to write.
    Repair{"Ctrl-Zs behind the multiplier", "ASCII\n1\n", "ASCII\n1 \x1A\x1A\x1A", kDat, "", 3, 21.0},
    Repair{"empty skew, limits with points", "2.0,1.0,0,-32767,32767", "2.0,1.0,,-32767.5,32767.5", kDat, "", 3, 21.0},
    Repair{"no stamps in the rows", "50",    "50",        "1,,10,20,0\n2,,11,21,1\n3,,12,22,0\n", "", 3, 21.0},
    Repair{"total as last sample", "1000,3", "1000,43914000", kDat, "43914000 rows are announced, 3 are there", 3, 21.0},
    Repair{"lost point in a stamp", "10:00:00.000000\n01", "11:28:18581309\n01", kDat, "", 3, 21.0},
    Repair{"year first",        "01/02/2020,10", "2020-02-01,10", kDat, "", 3, 21.0},
    Repair{"24:00",             "10:00:00.000000\n01", "24:00:00.000000\n01", kDat, "", 3, 21.0},
    Repair{"seconds split by a comma", "10:00:00.000000\n01", "10:00:00,000000\n01", kDat, "", 3, 21.0},
    Repair{"month in front",    "01/02/2020,10:00:00.000000\n01", "02/31/2020,10:00:00.000000\n01", kDat, "", 3, 21.0},
    Repair{"two rates said, one there", "\n1\n1000,3", "\n2\n1000,3", kDat, "x.cfg:8: 2 sampling rates are announced, 1 there", 3, 21.0},
    Repair{"one rate said, two there", "\n1\n1000,3", "\n1\n1000,1\n500,3", kDat, "x.cfg:9: 1 sampling rate is announced, 2 there", 3, 21.0},
    Repair{"ends as counts",    "\n1\n1000,3", "\n2\n1000,2\n500,1", kDat, "read as a count for each rate", 3, 21.0},
    Repair{"text announced as binary", "ASCII", "BINARY", kDat, "BINARY is announced, the data are text", 3, 21.0},
    Repair{"counts without letters", "3,2A,1D", "3,2,1",  kDat, "", 3, 21.0},
    Repair{"counts the other way round", "3,2A,1D", "3,1D,2A", kDat, "", 3, 21.0},
    Repair{"lower case letters", "3,2A,1D",  "3,2a,1d",   kDat, "", 3, 21.0},
    Repair{"trailing commas",   "1,VA,A,,V,2.0,1.0,0,-32767,32767,1,1,P\n", "1,VA,A,,V,2.0,1.0,0,-32767,32767,1,1,P,,,\n", kDat, "", 3, 21.0},
    Repair{"comma in a name",   "1,VA,A",    "1,Bus 1, VA,A", kDat, "x.cfg:3:3: the name 'Bus 1, VA' has separators in it", 3, 21.0},
    Repair{"comma in the station", "station,device", "station,north,device", kDat, "x.cfg:1:15: more fields than station", 3, 21.0},
    Repair{"number twice",      "2,IA",      "1,IA",      kDat, "x.cfg:4:1: channel number '1' where 2 is due", 3, 21.0},
    Repair{"zero multiplier",   "2.0,1.0",   "0,7",       kDat, "x.cfg:3:11: multiplier 0: channel 'VA' is constant", 3, 7.0},
    Repair{"blank line",        "2,IA",      "\n2,IA",    kDat, "x.cfg:4: blank line between the channels", 3, 21.0},
    Repair{"unit behind the frequency", "\n50\n", "\n50 Hz\n", kDat, "", 3, 21.0},
    Repair{"semicolons and decimal commas", kCfg, kSemicolons, kDat, "", 3, 21.0},
    Repair{"short data type",   "ASCII\n1\n", "asc\n1\n", kDat, "x.cfg:11:1: data type 'ASC' is read as ASCII", 3, 21.0},
    Repair{"byte order mark",   "station",   "\xEF\xBB\xBFstation", kDat, "", 3, 21.0},
    Repair{"no offset",         "2.0,1.0",   "2.0,",      kDat, "x.cfg:3:15: no offset; read as 0", 3, 20.0},
    Repair{"rates as 1.0",      "\n1\n1000,3", "\n1.0\n1000.000,3.0", kDat, "", 3, 21.0},
    Repair{"rate without its end",    "\n1\n1000,3", "\n1\n1000", kDat, "x.cfg:8: last sample '' of the sampling rate cannot be read; the rate is used", 3, 21.0}),
    [](const auto& row) {
        std::string name = row.param.name;
        std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
        return name;
    });
// clang-format on

struct Refusal {
    const char* from;
    const char* to;
    const char* says;
};

TEST(Refused, WithPlaceValueAndWhatIsAllowed) {
    // clang-format off
    constexpr Refusal kRefusals[] = {
        {"3,2A,1D",    "3,many,1D",          "x.cfg:2:3: channel count 'many' is not a number from 0 to 999999"},
        {"3,2A,1D",    "3,2A,-1D",           "x.cfg:2:6: channel count '-1D'"},
        {"3,2A,1D",    "3,1000000A,1D",      "channel count '1000000A'"},
        {"3,2A,1D",    "5,4A,1D",            "x.cfg:6: '50' is no channel: 4 analog channels are announced, this would be the 4."},
        {"3,2A,1D",    "999999,999998A,1D",  "999999 channels are announced, only 10 lines follow"},
        {"ASCII",      "BINARY64",           "x.cfg:11:1: data type 'BINARY64' is none of ASCII, BINARY, BINARY32, FLOAT32"},
        {"\n1\n1000",  "\n-4\n1000",         "x.cfg:7:1: number of sampling rates '-4'"},
        {"\n1\n1000",  "\n1.5\n1000",        "x.cfg:7:1: number of sampling rates '1.5'"},
        {"ASCII\n1\n", "",                   "ends before its data type"},
    };
    // clang-format on
    for (const Refusal& row : kRefusals) {
        try {
            open_comtrade(write(replaced(kCfg, row.from, row.to), kDat));
            ADD_FAILURE() << row.to;
        } catch (const CaptureError& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(row.says));
        }
    }
    EXPECT_THROW(open_comtrade("/no/such.cfg"), CaptureError);
    EXPECT_THROW(open_comtrade(metertwin::test::scratch_folder()), CaptureError);
    EXPECT_THROW(open_comtrade(write("", "")), CaptureError);
}

TEST(Binary, MissingMarkersAndStatusBitsAndTrailingBytes) {
    const std::string cfg = replaced(kCfg, "ASCII", "Binary");
    const std::string dat =
        binary_row(1, 0, 0x8000, 0xFFFF, 1) + binary_row(2, 1'000, 10, 20, 0) + "xx";
    const test::Whole r = read_all(write(cfg, dat, ".CFG", ".DaT"));
    ASSERT_EQ(r.header.rows, 2U);
    EXPECT_TRUE(std::isnan(r.samples[0][0]));
    EXPECT_EQ(r.samples[1][0], -0.5);
    EXPECT_EQ(r.samples[0][1], 21.0);
    EXPECT_TRUE(r.status_at(0, 0));
    EXPECT_FALSE(r.status_at(0, 1));
    EXPECT_THAT(to_string(r.header.warnings.at(0)), testing::HasSubstr("last 2 of 30 bytes"));
}

TEST(Binary, AnnouncedAsAscii) {
    const std::string dat = binary_row(1, 0, 10, 20, 0) + binary_row(2, 1'000, 11, 21, 1);
    const test::Whole r = read_all(write(kCfg, dat));
    EXPECT_EQ(r.samples[0], (std::vector<double>{21.0, 23.0}));
    EXPECT_THAT(to_string(r.header.warnings.at(0)), testing::HasSubstr("read as BINARY"));
}

TEST(Time, ComesFromStampsWithoutARateAndUnwraps) {
    const std::string cfg = replaced(replaced(kCfg, "\n1\n1000,3", "\n0\n0,3"), "ASCII", "BINARY");
    const std::string dat = binary_row(1, 65'000, 1, 1, 0) + binary_row(2, 464, 1, 1, 0) +
                            binary_row(3, 1'464, 1, 1, 0);
    const test::Whole r = read_all(write(cfg, dat));
    EXPECT_TRUE(r.header.time_from_stamps);
    EXPECT_NEAR(r.time[1], 1e-3, 1e-12);
    EXPECT_NEAR(r.time[2], 2e-3, 1e-12);
    const std::string backwards = binary_row(1, 5'000, 1, 1, 0) + binary_row(2, 4'000, 1, 1, 0);
    EXPECT_THROW(read_all(write(cfg, backwards)), CaptureError);
}

TEST(Time, UnwrapsAt32BitsAndGoesOnWhereAStampDoesNotRise) {
    const std::string cfg = replaced(replaced(kCfg, "\n1\n1000,3", "\n0\n0,3"), "ASCII", "BINARY");
    const std::string wrapped = binary_row(1, 0xFFFFFF00, 1, 1, 0) +
                                binary_row(2, 0xFFFFFFF0, 1, 1, 0) + binary_row(3, 0xE0, 1, 1, 0);
    const test::Whole turned = read_all(write(cfg, wrapped));
    EXPECT_NEAR(turned.time[1], 240e-6, 1e-12);
    EXPECT_NEAR(turned.time[2], 480e-6, 1e-12);
    const std::string stuck = binary_row(1, 0, 1, 1, 0) + binary_row(2, 1'000, 1, 1, 0) +
                              binary_row(3, 1'000, 1, 1, 0) + binary_row(4, 3'000, 1, 1, 0);
    const test::Whole repaired = read_all(write(cfg, stuck));
    EXPECT_EQ(repaired.time, (std::vector<double>{0.0, 1e-3, 2e-3, 3e-3}));
    EXPECT_THAT(to_string(repaired.header.warnings.back()),
                testing::HasSubstr(
                    "1 time stamp is missing or not above the one before, the first in row 3"));
}

TEST(Time, AStampThatIsNoInstantIsMissing) {
    const std::string cfg = replaced(kCfg, "\n1\n1000,3", "\n0\n0,3");
    for (const char* far : {"1e308", "-1e308", "1e25"}) {
        const test::Whole r = read_all(write(
            cfg, std::string{"1,0,1,1,0\n2,1000,1,1,0\n3,"} + far + ",1,1,0\n4,3000,1,1,0\n"));
        EXPECT_EQ(r.time, (std::vector<double>{0.0, 1e-3, 2e-3, 3e-3})) << far;
        EXPECT_THAT(to_string(r.header.warnings.back()), testing::HasSubstr("the first in row 3"));
    }
}

TEST(Time, ARateByHandWins) {
    const OpenCapture capture = open_comtrade(write(kCfg, kDat), {.rate = 500.0});
    EXPECT_NEAR(capture->recording().seconds, 4e-3, 1e-12);
}

TEST(Encoding, Utf16CfgAndDatAreRead) {
    const auto utf16 = [](const std::string& text) {
        std::string out = "\xFF\xFE";
        for (const char c : text) out += {c, '\0'};
        return out;
    };
    const test::Whole r = read_all(write(utf16(kCfg), utf16(kDat)));
    EXPECT_EQ(r.header.station, "station");
    EXPECT_EQ(r.samples[0], (std::vector<double>{21.0, 23.0, 25.0}));
}

std::string combined(const std::string& dat_header, const std::string& dat) {
    return "--- FILE TYPE:CFG---\n" + replaced(kCfg, "ASCII", "BINARY") +
           "--- file type: INF ---\n\x1A\n---file type: HDR---\nfree text\n" + dat_header + dat;
}

TEST(Cff, SectionsInAnyCaseOrderAndLength) {
    const std::string dat = binary_row(1, 0, 10, 20, 0) + binary_row(2, 1'000, 11, 21, 1);
    struct Row {
        const char* header;
        std::size_t rows;
        const char* warning;
    };
    constexpr Row kRows[] = {
        {"--- file type: DAT BINARY: 28 ---\n", 2, ""},
        {"---FILE TYPE: dat binary : 14---\r\n", 1, ""},
        {"--- file type: DAT BINARY: 999 ---\n", 2, "announces 999 bytes, 28 are there"},
        {"--- file type: DAT BINARY ---\n", 2, ""},
    };
    for (const Row& row : kRows) {
        SCOPED_TRACE(row.header);
        const OpenCapture capture = open_cff(memory_bytes(combined(row.header, dat)), "x.cff");
        EXPECT_EQ(capture->recording().rows, row.rows);
        std::string all;
        for (const auto& w : capture->recording().warnings) all += to_string(w) + "\n";
        EXPECT_THAT(all, testing::HasSubstr(row.warning));
    }
    EXPECT_THROW(open_cff(memory_bytes("--- file type: CFG ---\n"), "x.cff"), CaptureError);
}

TEST(Time, IsCumulativeOverSeveralRates) {
    const test::Whole r =
        read_all(write(replaced(kCfg, "\n1\n1000,3", "\n2\n1000,1\n500,3"), kDat));
    EXPECT_NEAR(r.time[1], 1e-3, 1e-12);
    EXPECT_NEAR(r.time[2], 3e-3, 1e-12);
}

// Any prefix and any changed byte: an answer or a CaptureError, never anything else.
TEST(Hostile, CutsAndFlipsNeverCrash) {
    const std::string cfg = kCfg;
    for (std::size_t cut = 0; cut < cfg.size(); cut += 3) {
        try {
            open_comtrade(write(cfg.substr(0, cut), kDat));
        } catch (const CaptureError&) {
        }
    }
    std::uint32_t noise = 7;
    for (int round = 0; round < 300; ++round) {
        std::string text = cfg;
        for (int k = 0; k < 3; ++k) {
            noise = noise * 1'664'525U + 1'013'904'223U;
            text[(noise >> 8) % text.size()] = static_cast<char>(noise >> 24);
        }
        try {
            open_comtrade(write(text, kDat));
        } catch (const CaptureError&) {
        }
    }
}

}  // namespace
}  // namespace signals
