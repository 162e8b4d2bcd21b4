// Channels to terminals: names as recorders of the world write them.
#include "signals/replay/mapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "signals/capture/comtrade.h"
#include "signals/replay/channel_name.h"
#include "signals/replay/replay.h"
#include "tests/signals/capture/reference.h"

namespace signals {
namespace {

struct Name {
    const char* name;
    const char* field;
    const char* unit;
    Quantity quantity;
    int phase;  // -1: excluded
    const char* group;
};
void PrintTo(const Name& n, std::ostream* os) { *os << n.name; }

AnalogChannel channel(const char* name, const char* phase, const char* unit) {
    AnalogChannel c;
    c.name = name;
    c.phase = phase;
    c.unit = unit;
    return c;
}

class ChannelName : public testing::TestWithParam<Name> {};

TEST_P(ChannelName, TellsQuantityPhaseAndGroup) {
    const Name& want = GetParam();
    Recording r;
    r.analog = {channel(want.name, want.field, want.unit), channel("J1 Ib Angle", "", "deg")};
    const ChannelMeaning m = meaning_of(r.analog[0], r);
    EXPECT_EQ(m.quantity, want.quantity);
    EXPECT_EQ(m.excluded.empty(), want.phase >= 0) << m.excluded;
    if (want.phase < 0) return;
    EXPECT_EQ(m.phase, want.phase);
    EXPECT_EQ(m.group, want.group);
}

constexpr Quantity V = Quantity::voltage;
constexpr Quantity I = Quantity::current;
constexpr Quantity N = Quantity::none;

// clang-format off
INSTANTIATE_TEST_SUITE_P(Names, ChannelName, testing::Values(
    //   name                      field unit  quantity phase group
    Name{"VA",                     "A",  "kV",    V,  0, ""},
    Name{"IA_G1",                  "A",  "A",     I,  0, "G1"},
    Name{"VC_GC2",                 "C",  "kV",    V,  2, "GC2"},
    Name{"LINE ULB",               "",   "V",     V,  1, "LINE"},
    Name{"LINE SUM ILC",           "",   "A",     I,  2, "LINE SUM"},
    Name{"HV Bus VS",              "",   "V",     V,  1, "HV BUS"},
    Name{"HV IT",                  "",   "A",     I,  2, "HV"},
    Name{"F5-VA",                  "A",  "V",     V,  0, "F5"},
    Name{"Ua1",                    "A",  "V",     V,  0, "1"},
    Name{"UL2",                    "",   "kV",    V,  1, ""},
    Name{"I3",                     "",   "kA",    I,  2, ""},
    Name{"VAN",                    "",   "V",     V,  0, ""},
    Name{"Ub\xE5\xAF\xB9",         "B",  "V",     V,  1, "\xE5\xAF\xB9"},
    Name{"SBUS A          V-node", "A",  "V",     V,  0, "SBUS V NODE"},
    Name{"SBUS B 25   B I-branch", "B",  "A",     I,  1, "SBUS 25 I BRANCH"},
    Name{"Ia",                     "1",  "A",     I,  0, ""},
    Name{"VAB",                    "",   "kV",    V, -1, ""},
    Name{"3I0",                    "N",  "A",     I, -1, ""},
    Name{"VN",                     "N",  "kV",    V, -1, ""},
    Name{"J2 -VX",                 "X",  "V",     V, -1, ""},
    Name{"VDC_G1",                 "",   "V",     V, -1, ""},
    Name{"SRC 1  Vag Mag",         "_",  "kV",    V, -1, ""},
    Name{"J1 Ib",                  "_",  "A",     I, -1, ""},
    Name{"I DIFF LA MAG",          "",   "A",     I, -1, ""},
    Name{"I DIFF LA",              "",   "one",   N, -1, ""},
    Name{"J1 Ia Angle",            "_",  "\u00B0",N, -1, ""},
    Name{"IPBDP_DIFF",             "",   "",      N, -1, ""},
    Name{"TACS   PV004A I-branch", "S",  "A",     I, -1, ""}));
// clang-format on

struct Case {
    const char* capture;
    std::array<int, 6> positions;  // all 0: refused
    const char* says;              // in the error
};
void PrintTo(const Case& c, std::ostream* os) { *os << c.capture; }

class CaptureMapping : public testing::TestWithParam<Case> {};

TEST_P(CaptureMapping, IsFoundOrRefusedWithTheReason) {
    const Case& want = GetParam();
    const auto path = test::captures_folder() / want.capture;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    if (want.positions[0] == 0) {
        try {
            Replay{path, {}};
            ADD_FAILURE() << "played";
        } catch (const std::runtime_error& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(want.says));
        }
        return;
    }
    const Replay replay{path, {}};
    for (std::size_t i = 0; i < 6; ++i) {
        const auto& mapped = i < 3 ? replay.mapping().voltage[i] : replay.mapping().current[i - 3];
        EXPECT_EQ(mapped.index + 1, static_cast<std::size_t>(want.positions[i]))
            << kTerminalNames[i];
    }
}

// Positions: the groups of captures/reference.json.
constexpr std::array<int, 6> kRefused{};
// clang-format off
INSTANTIATE_TEST_SUITE_P(Captures, CaptureMapping, testing::Values(
    Case{"pycomtrade-test1/test1.cfg",             {4, 5, 6, 1, 2, 3},   ""},
    Case{"pycomtrade-test2/test2.cfg",             {1, 2, 3, 5, 6, 7},   ""},
    Case{"silcock-real1999/real_1999_bin.cfg",     {6, 7, 8, 1, 2, 3},   ""},
    Case{"wisp-ex3-c60/3.cfg",                     {5, 6, 7, 1, 2, 3},   ""},
    Case{"yonwoo9-test1/test1.cfg",                {9, 10, 11, 1, 2, 3}, ""},
    Case{"delaparra-float32/Comtrade1.cfg",        {6, 7, 8, 1, 2, 3},   ""},
    Case{"pnnl-f3/f3_43abc675run.cfg",             {1, 2, 3, 4, 5, 6},   ""},
    Case{"zhang-ascii1991/ascii_1991.cfg",         {5, 6, 7, 1, 2, 3},   ""},
    Case{"wisp-ex5-binary32/5.cfg",                kRefused, "practically no signal"},
    Case{"parrini-ascii/sample_ascii.cfg",         kRefused, "no three phase voltages"},
    Case{"parrini-ascii/sample_ascii.cff",         kRefused, "no three phase voltages"},
    Case{"parrini-bin/sample_bin.cfg",             kRefused, "no three phase currents"},
    Case{"parrini-float32/sample_float32.cff",     kRefused, "no three phase voltages"},
    Case{"moderras-hvdc-ppr/PPRA1_Child1.CFG",     kRefused, "unit is blank"}));
// clang-format on

Recording six() {
    Recording r;
    r.file = "six.cfg";
    const char* names[] = {"VA", "VB", "VC", "IA", "IB", "7"};
    const char* units[] = {"kV", "kV", "kV", "A", "A", ""};
    for (std::size_t i = 0; i < 6; ++i) {
        r.analog.push_back(channel(names[i], "", units[i]));
        r.analog.back().position = i + 1;
    }
    return r;
}

TEST(MappingByHand, TakesNamesPositionsAndBareUnits) {
    const Mapping m = read_mapping("va=vc, VB=2,VC=1,IA=IB,IB=4,IC=7", six());
    EXPECT_EQ(m.voltage[0].index, 2U);
    EXPECT_EQ(m.voltage[2].index, 0U);
    EXPECT_EQ(m.voltage[0].scale, 1e3);
    EXPECT_EQ(m.current[0].index, 4U);
    EXPECT_EQ(m.current[2].index, 5U);  // the name "7", not a position
    EXPECT_THAT(m.explanation[5], testing::HasSubstr("taken as A"));
}

struct BadMap {
    const char* text;
    const char* says;
};

TEST(MappingByHand, SaysWhatIsWrong) {
    // clang-format off
    constexpr BadMap kBad[] = {
        {"VA",                               "'VA' is not TERMINAL=channel"},
        {"VD=1",                             "'VD' is none of"},
        {"VA=1,VA=2",                        "VA is mapped twice"},
        {"VA=1,VB=2,VC=3,IA=4,IB=5",         "IC is not mapped"},
        {"VA=1,VB=2,VC=3,IA=4,IB=5,IC=8",    "no channel '8': neither a name nor a position from 1 to 6"},
        {"VA=4,VB=2,VC=3,IA=4,IB=5,IC=6",    "it is a current"},
    };
    // clang-format on
    for (const BadMap& bad : kBad) {
        try {
            read_mapping(bad.text, six());
            ADD_FAILURE() << bad.text;
        } catch (const MappingError& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(bad.says));
        }
    }
}

}  // namespace
}  // namespace signals
