// Fields, times and lines of a log.
#include "app/poll/csv.h"

#include <gtest/gtest.h>

namespace polling {
namespace {

using namespace std::chrono;

TEST(Csv, Fields) {
    EXPECT_EQ(csv_field("a b"), "a b");
    EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_field("a \"b\"\r\n"), "\"a \"\"b\"\"\r\n\"");
}

TEST(Csv, Times) {
    EXPECT_EQ(iso_time(sys_days{January / 1 / 1970}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(iso_time(sys_days{February / 29 / 2028} + 23h + 59min + 59s + 999'999us),
              "2028-02-29T23:59:59.999Z");
}

TEST(Csv, Lines) {
    const Rows rows = select(std::array<std::string, 3>{"frequency", "kw_b", "ct_primary"});
    EXPECT_EQ(csv_header(rows), "time,frequency,kw_b,ct_primary,error\r\n");
    Sweep sweep;
    sweep.started = std::chrono::sys_days{std::chrono::March / 1 / 2026};
    sweep.readings = {reading_of(*rows[0], std::array<std::uint16_t, 1>{5'998}, {}),
                      reading_of(*rows[1], std::array<std::uint16_t, 1>{0x8000}, {}),
                      {rows[2], {}, false, {}}};
    sweep.errors = {"no answer", "wrong, \"really\""};
    EXPECT_EQ(csv_row(sweep),
              "2026-03-01T00:00:00.000Z,59.98,,,\"no answer; wrong, \"\"really\"\"\"\r\n");
}

}  // namespace
}  // namespace polling
