// What long work says on stderr, with a terminal and without.
#include "app/cli/progress_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cli {
namespace {

using std::chrono::seconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST(ProgressLine, RewritesOneLineOnATerminal) {
    ProgressLine line(true);
    const std::string first = line.text(250, 1'000, 3, seconds(50));
    EXPECT_THAT(first,
                StartsWith("\r250 of 1000 captures, 3 not played, 5 a second, 2:30 min to go"));
    EXPECT_THAT(first, EndsWith("\x1b[K"));
    EXPECT_THAT(line.text(1'000, 1'000, 3, seconds(200)), EndsWith("\n"));
}

TEST(ProgressLine, WritesALineForEachTenthElsewhere) {
    ProgressLine line(false);
    int lines = 0;
    for (std::size_t done = 1; done <= 1'000; ++done) {
        const std::string text = line.text(done, 1'000, 0, seconds(1));
        if (text.empty()) continue;
        ++lines;
        EXPECT_THAT(text, testing::Not(HasSubstr("\r")));
        EXPECT_EQ(done % 100, 0U) << text;
    }
    EXPECT_EQ(lines, 10);
}

TEST(ProgressLine, SaysHoursAndSeconds) {
    ProgressLine line(true);
    EXPECT_THAT(line.text(1, 7'201, 0, seconds(1)), HasSubstr("2:00 h to go"));
    EXPECT_THAT(line.text(10, 20, 0, seconds(10)), HasSubstr("10 s to go"));
    EXPECT_EQ(line.text(0, 0, 0, seconds(1)), "");
}

}  // namespace
}  // namespace cli
