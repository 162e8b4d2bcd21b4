#include "app/cli/bus_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace cli {
namespace {

struct Row {
    const char* text;
    const char* scenario;
    int address;
};

TEST(BusOptions, MetersHaveNames) {
    const Row rows[] = {{"a.toml", "a.toml", 5},
                        {"a.toml@7", "a.toml", 7},
                        {"@247", "", 247},
                        {"dir@home/a.toml@1", "dir@home/a.toml", 1}};
    for (const Row& row : rows) {
        const MeterName name = parse_meter_name(row.text, 5);
        EXPECT_EQ(name.scenario, row.scenario) << row.text;
        EXPECT_EQ(name.address, row.address) << row.text;
    }
    for (const char* text : {"", "@", "@0", "@248", "a.toml@x", "a.toml@1x", "a.toml@-1"})
        EXPECT_THROW((void)parse_meter_name(text, 1), std::invalid_argument) << text;
}

TEST(BusOptions, OneMeterUnlessMoreAreNamed) {
    EXPECT_EQ(meters_of({}).size(), 1U);
    BusOptions options;
    options.meters = {"@9", "@12", "@12"};
    options.seed = 40;
    const auto meters = meters_of(options);
    ASSERT_EQ(meters.size(), 3U);
    EXPECT_EQ(meters[2].address, 12) << "two may have one address";
    EXPECT_EQ(meters[2].scenario.front_end.seed, 42U);
    const auto rigs = rigs_of(meters);
    EXPECT_EQ(rigs[0]->line().address, 9);
    EXPECT_EQ(rigs[1]->line().address, 12);
}

}  // namespace
}  // namespace cli
