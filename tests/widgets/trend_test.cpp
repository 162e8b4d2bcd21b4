// Trends, timeline and colours.
#include <gtest/gtest.h>
#include <limits>

#include <cmath>

#include "tests/widgets/support/application.h"
#include "widgets/picture/picture_colours.h"
#include "widgets/timeline/timeline_strip.h"
#include "widgets/trend/trend_plot.h"

namespace widgets {
namespace {

constexpr float kGap = std::numeric_limits<float>::quiet_NaN();

TEST(TrendRanges, CurvesOfAUnitShareAScale) {
    const auto ranges = trend_ranges({{"a", "V", 0, 1, {230, 231}, {232, 233}},
                                      {"b", "V", 0, 1, {220}, {240}},
                                      {"c", "A", 0, 1, {5, kGap}, {5, kGap}},
                                      {"d", "Hz", 0, 1, {kGap}, {kGap}}});
    ASSERT_EQ(ranges.size(), 3U);
    EXPECT_DOUBLE_EQ(ranges.at("V").low, 219);
    EXPECT_DOUBLE_EQ(ranges.at("V").high, 241);
    EXPECT_LT(ranges.at("A").low, 5) << "a flat curve is not on the edge";
    EXPECT_GT(ranges.at("A").high, 5);
    EXPECT_EQ(ranges.at("Hz").low, 0);
}

TEST(TrendLines, BreakAtGaps) {
    const TrendCurve curve{"a", "V", 10, 1, {1, 1, kGap, 2}, {1, 3, kGap, 2}};
    const QRectF pane{0, 0, 100, 100};
    const auto lines = trend_lines(curve, {10, 4}, {0, 4}, pane);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], (QPolygonF{{{0, 75}, {25, 25}, {25, 75}}}));
    EXPECT_EQ(lines[1], (QPolygonF{{{75, 50}}}));
    EXPECT_EQ(trend_value(curve, 11.5), 2);
    EXPECT_TRUE(std::isnan(trend_value(curve, 12.5)));
    EXPECT_TRUE(std::isnan(trend_value(curve, 9.0)));
}

TEST(LaneGeometry, MarksAreOnTheirLanes) {
    const LaneGeometry geometry{{400, 120}, 4};
    const TimeWindow window{0, 100};
    for (int kind = 0; kind < 4; ++kind) {
        const QPointF at = geometry.mark({50, kind, {}}, window);
        EXPECT_NEAR(at.x(), geometry.pane.center().x(), 1e-9);
        EXPECT_NEAR(at.y(), geometry.pane.top() + (kind + 0.5) * geometry.lane_height, 1e-9);
    }
}

class TimelineTest : public test::WidgetTest {};

TEST_F(TimelineTest, FindsTheEventUnderThePointer) {
    EventModel model{{"Key", "Write"}};
    TimelineStrip strip{model};
    strip.resize(400, 120);
    model.append({{10, 0, "Plus down"}, {10, 1, "ct_primary"}, {90, 1, "pt_ratio"}});
    strip.show_until(100);
    const LaneGeometry geometry{{400, 120}, 2};
    const TimeWindow window{0, 100};
    for (int row = 0; row < 3; ++row)
        EXPECT_EQ(strip.event_at(geometry.mark(model.line(row), window) + QPointF{2, 2}), row);
    EXPECT_EQ(strip.event_at(geometry.pane.center()), -1);
    model.drop(1);
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.data(model.index(0, EventModel::kText), Qt::DisplayRole), "ct_primary");
    EXPECT_EQ(model.data(model.index(0, EventModel::kTime), Qt::DisplayRole), "00:00:10.000");
}

// WCAG's contrast of two colours, 1..21.
double contrast(const QColor& a, const QColor& b) {
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](const QColor& c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) +
               0.0722 * linear(c.blueF()) + 0.05;
    };
    const double x = luminance(a), y = luminance(b);
    return x > y ? x / y : y / x;
}

TEST(PictureColours, CanBeReadOnLightAndDark) {
    QPalette dark, light;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::WindowText, Qt::black);
    EXPECT_TRUE(is_dark(dark));
    EXPECT_FALSE(is_dark(light));
    for (const QPalette& palette : {dark, light}) {
        const PictureColours& colours = picture_colours(palette);
        EXPECT_GE(contrast(colours.text, colours.ground), 7) << "WCAG AAA for text";
        EXPECT_GE(contrast(colours.faint, colours.ground), 4.5);
        EXPECT_GE(contrast(colours.warning, colours.ground), 4.5);
        for (const QColor& phase : colours.phase)
            EXPECT_GE(contrast(phase, colours.pane), 3) << "WCAG for graphics";
    }
    EXPECT_NE(phase_pen(picture_colours(dark), 0, 1).dashPattern(),
              phase_pen(picture_colours(dark), 1, 1).dashPattern());
}

}  // namespace
}  // namespace widgets
