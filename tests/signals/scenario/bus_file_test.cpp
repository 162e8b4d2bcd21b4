// Bus files: what may stand in them, and what is said of what may not.
#include "signals/scenario/bus_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signals {
namespace {

using testing::HasSubstr;

TEST(BusFile, MetersInTheirOrder) {
    const auto meters = parse_bus(R"(
[line]
baud = 38400
parity = "odd"
[[meter]]
address = 7
count = 3
[[meter]]
address = 1
baud = 9600
parity = "none"
)",
                                  "bus.toml");
    ASSERT_EQ(meters.size(), 4U);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(meters[std::size_t(i)].address, 7 + i);
        EXPECT_EQ(meters[std::size_t(i)].baud, 38'400);
        EXPECT_EQ(meters[std::size_t(i)].parity, LineParity::odd);
        EXPECT_EQ(meters[std::size_t(i)].scenario.front_end.seed, 1U + unsigned(i));
    }
    EXPECT_EQ(meters[3].address, 1);
    EXPECT_EQ(meters[3].baud, 9'600);
    EXPECT_EQ(meters[3].parity, LineParity::none);
}

TEST(BusFile, TheExamplesAreRight) {
    const std::string folder = METERTWIN_SOURCE_DIR "/resources/buses/";
    const auto feeders = read_bus(folder + "four-feeders.toml");
    ASSERT_EQ(feeders.size(), 4U);
    EXPECT_NE(feeders[0].scenario, feeders[1].scenario) << "found from the file's folder";
    EXPECT_EQ(read_bus(folder + "sixty-three.toml").size(), 63U);
}

struct Wrong {
    const char* text;
    const char* says;
};

const Wrong kWrong[] = {
    {"", "the bus has no list of meters, allowed is [[meter]], once per meter"},
    {"meter = 3", "bus.toml:1:9: the bus has no list of meters"},
    {"meter = []", "the bus has no meter"},
    {"meter = [3]", "meter holds an integer"},
    {"[[meter]]\n", "meter has no address, allowed is 1 to 247"},
    {"[[meter]]\naddress = 0", "bus.toml:2:11: meter.address is 0, allowed is 1 to 247"},
    {"[[meter]]\naddress = 248", "meter.address is 248, allowed is 1 to 247"},
    {"[[meter]]\naddress = 1\nbaud = 9601",
     "bus.toml:3:8: meter.baud is 9601, allowed is 1200, 2400, 4800, 9600, 19200 or 38400"},
    {"[[meter]]\naddress = 1\nparity = \"mark\"",
     "meter.parity is \"mark\", allowed is \"none\", \"even\" or \"odd\""},
    {"[[meter]]\naddress = 1\nparity = 3", "meter.parity is an integer"},
    {"[line]\nparity = \"x\"\n[[meter]]\naddress = 1", "bus.toml:2:10: line.parity is \"x\""},
    {"[line]\naddress = 1", "bus.toml:2:1: unknown key 'address' in [line]"},
    {"[[meter]]\naddress = 1\ncount = 64", "meter.count is 64, allowed is 1 to 63"},
    {"[[meter]]\naddress = 246\ncount = 3", "meter.count is 3, allowed is 2: the last address"},
    {"[[meter]]\naddress = 1\ncount = 63\n[[meter]]\naddress = 100",
     "bus.toml:4:1: these are 64 meters, allowed is 1 to 63 on a bus"},
    {"[[meter]]\naddress = 1\nscenario = \"nowhere.toml\"",
     "bus.toml:3:12: meter.scenario: nowhere.toml: cannot open"},
    {"[[meter]]\naddress = 1\nscenario = 7", "meter.scenario is an integer"},
    {"[[metre]]\naddress = 1", "metre"},
};

TEST(BusFile, SaysWhatIsWrongAndWhere) {
    for (const Wrong& row : kWrong) {
        try {
            (void)parse_bus(row.text, "bus.toml");
            ADD_FAILURE() << row.text << ": taken";
        } catch (const ScenarioError& error) {
            EXPECT_THAT(error.what(), HasSubstr(row.says)) << row.text;
            EXPECT_THAT(error.what(), HasSubstr("bus.toml:")) << row.text;
        }
    }
}

}  // namespace
}  // namespace signals
