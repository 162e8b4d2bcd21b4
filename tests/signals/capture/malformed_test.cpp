// Captures as the world writes them: what is repaired with a warning, and what is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include "signals/capture/comtrade.h"
#include "tests/support/scratch.h"

namespace signals {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCfg =
    "station,device,1999\n"
    "3,2A,1D\n"
    "1,VA,A,,V,2.0,1.0,0,-32767,32767,1,1,P\n"
    "2,IA,A,,A,0.5,0.0,0,-32767,32767,1,1,P\n"
    "1,Trip,,,0\n"
    "50\n1\n1000,3\n"
    "01/02/2020,10:00:00.000000\n01/02/2020,10:00:00.000000\n"
    "ASCII\n1\n";
constexpr const char* kDat = "1,0,10,20,0\n2,1000,11,21,1\n3,2000,12,22,0\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

fs::path write(const std::string& cfg, const std::string& dat, const char* cfg_end = ".cfg",
               const char* dat_end = ".dat") {
    const fs::path folder = metertwin::test::scratch_folder() / "malformed";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream{folder / (std::string{"x"} + cfg_end), std::ios::binary} << cfg;
    std::ofstream{folder / (std::string{"x"} + dat_end), std::ios::binary} << dat;
    return folder / (std::string{"x"} + cfg_end);
}

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
    const Recording r = read_comtrade(write(replaced(kCfg, row.from, row.to), row.dat));
    EXPECT_EQ(r.rows, row.rows);
    ASSERT_FALSE(r.analog.empty());
    if (r.rows > 0) {
        const double first = r.analog[0].samples[0];
        EXPECT_TRUE(std::isnan(row.first) ? std::isnan(first) : first == row.first) << first;
    }
    std::string all;
    for (const CaptureWarning& w : r.warnings) all += to_string(w) + "\n";
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
    Repair{"byte order mark",   "station",   "\xEF\xBB\xBFstation", kDat, "", 3, 21.0}),
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
        {"3,2A,1D",    "999999,999998A,1D",  "999999 channels are announced, only 10 lines follow"},
        {"ASCII",      "BINARY64",           "x.cfg:11:1: data type 'BINARY64' is none of ASCII, BINARY, BINARY32, FLOAT32"},
        {"\n1\n1000",  "\n-4\n1000",         "x.cfg:7:1: number of sampling rates '-4'"},
        {"ASCII\n1\n", "",                   "ends before its data type"},
    };
    // clang-format on
    for (const Refusal& row : kRefusals) {
        try {
            read_comtrade(write(replaced(kCfg, row.from, row.to), kDat));
            ADD_FAILURE() << row.to;
        } catch (const CaptureError& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(row.says));
        }
    }
    EXPECT_THROW(read_comtrade("/no/such.cfg"), CaptureError);
    EXPECT_THROW(read_comtrade(metertwin::test::scratch_folder()), CaptureError);
    EXPECT_THROW(read_comtrade(write("", "")), CaptureError);
}

std::string binary_row(std::uint32_t n, std::uint32_t stamp, std::uint16_t v, std::uint16_t i,
                       std::uint16_t status) {
    std::string out;
    const auto put = [&](std::uint32_t x, int bytes) {
        for (int k = 0; k < bytes; ++k) out.push_back(static_cast<char>((x >> (8 * k)) & 0xFF));
    };
    put(n, 4), put(stamp, 4), put(v, 2), put(i, 2), put(status, 2);
    return out;
}

TEST(Binary, MissingMarkersAndStatusBitsAndTrailingBytes) {
    const std::string cfg = replaced(kCfg, "ASCII", "Binary");
    const std::string dat =
        binary_row(1, 0, 0x8000, 0xFFFF, 1) + binary_row(2, 1'000, 10, 20, 0) + "xx";
    const Recording r = read_comtrade(write(cfg, dat, ".CFG", ".DaT"));
    ASSERT_EQ(r.rows, 2U);
    EXPECT_TRUE(std::isnan(r.analog[0].samples[0]));
    EXPECT_EQ(r.analog[1].samples[0], -0.5);
    EXPECT_EQ(r.analog[0].samples[1], 21.0);
    EXPECT_TRUE(r.status_at(0, 0));
    EXPECT_FALSE(r.status_at(0, 1));
    EXPECT_THAT(to_string(r.warnings.at(0)), testing::HasSubstr("last 2 of 30 bytes"));
}

TEST(Time, ComesFromStampsWithoutARateAndUnwraps) {
    const std::string cfg = replaced(replaced(kCfg, "\n1\n1000,3", "\n0\n0,3"), "ASCII", "BINARY");
    const std::string dat = binary_row(1, 65'000, 1, 1, 0) + binary_row(2, 464, 1, 1, 0) +
                            binary_row(3, 1'464, 1, 1, 0);
    const Recording r = read_comtrade(write(cfg, dat));
    EXPECT_TRUE(r.time_from_stamps);
    EXPECT_NEAR(r.time[1], 1e-3, 1e-12);
    EXPECT_NEAR(r.time[2], 2e-3, 1e-12);
    const std::string backwards = binary_row(1, 5'000, 1, 1, 0) + binary_row(2, 4'000, 1, 1, 0);
    EXPECT_THROW(read_comtrade(write(cfg, backwards)), CaptureError);
}

TEST(Time, IsCumulativeOverSeveralRates) {
    const Recording r =
        read_comtrade(write(replaced(kCfg, "\n1\n1000,3", "\n2\n1000,1\n500,3"), kDat));
    EXPECT_NEAR(r.time[1], 1e-3, 1e-12);
    EXPECT_NEAR(r.time[2], 3e-3, 1e-12);
}

// Any prefix and any changed byte: an answer or a CaptureError, never anything else.
TEST(Hostile, CutsAndFlipsNeverCrash) {
    const std::string cfg = kCfg;
    for (std::size_t cut = 0; cut < cfg.size(); cut += 3) {
        try {
            read_comtrade(write(cfg.substr(0, cut), kDat));
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
            read_comtrade(write(text, kDat));
        } catch (const CaptureError&) {
        }
    }
}

}  // namespace
}  // namespace signals
