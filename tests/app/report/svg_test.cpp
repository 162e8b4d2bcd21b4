// Strokes and scales of report pictures.
#include "app/report/svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/report/page.h"

namespace report {
namespace {

TEST(ReportSvg, EscapesWhatHtmlTakesForMarkup) {
    EXPECT_EQ(escaped("<VA> & \"VB\""), "&lt;VA&gt; &amp; &quot;VB&quot;");
}

struct Range {
    double value, range;
};

class ReportRange : public testing::TestWithParam<Range> {};

TEST_P(ReportRange, IsTheNextOfOneTwoFive) {
    EXPECT_NEAR(round_range(GetParam().value), GetParam().range, 1e-12 * GetParam().range);
}

INSTANTIATE_TEST_SUITE_P(Values, ReportRange,
                         testing::Values(Range{0.0, 0.001}, Range{0.001, 0.001},
                                         Range{0.0011, 0.002}, Range{0.0049, 0.005},
                                         Range{0.006, 0.01}, Range{1.0, 1.0}, Range{3.0, 5.0}));

TEST(ReportSvg, TicksAreRoundAndInside) {
    EXPECT_THAT(ticks(0.0, 1.0, 5),
                testing::Pointwise(testing::DoubleNear(1e-12), {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}));
    EXPECT_THAT(ticks(-3.0, 9.0, 3), testing::Pointwise(testing::DoubleNear(1e-12), {0.0, 5.0}));
    EXPECT_TRUE(ticks(1.0, 1.0, 4).empty());
}

TEST(ReportSvg, ScaleTakesEndsToEnds) {
    const Scale down{10.0, 20.0, 300.0, 100.0};
    EXPECT_DOUBLE_EQ(down.at(10.0), 300.0);
    EXPECT_DOUBLE_EQ(down.at(20.0), 100.0);
    EXPECT_DOUBLE_EQ(down.at(15.0), 200.0);
}

TEST(ReportPage, IsOneFileThatFetchesNothing) {
    const std::string html = page("a < b", "<p>text</p>");
    EXPECT_THAT(html, testing::StartsWith("<!doctype html>"));
    EXPECT_THAT(html, testing::HasSubstr("<title>a &lt; b</title>"));
    EXPECT_THAT(html, testing::HasSubstr("prefers-color-scheme:dark"));
    for (const char* fetch : {"http", "src=", "<script", "@import", "url("}) {
        EXPECT_THAT(html, testing::Not(testing::HasSubstr(fetch)));
    }
}

}  // namespace
}  // namespace report
