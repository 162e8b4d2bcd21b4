// The scope's geometry against closed forms.
#include "widgets/scope/scope_geometry.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QImage>
#include <QKeyEvent>
#include <QPixmap>
#include <cmath>
#include <numbers>
#include <vector>

#include "tests/widgets/support/application.h"
#include "widgets/scope/scope_widget.h"

namespace widgets {
namespace {

constexpr double kRate = 32'768.0 / 13.0;

// amplitude * sin(2 pi f (t - shift)), sampled as the multiplexer does.
ScopeTrace sine(double amplitude, double frequency, double shift, double delay, int samples = 128) {
    ScopeTrace trace{QStringLiteral("VA"), 0, 0, delay, 1.0 / kRate, true, {}, {}};
    for (int i = 0; i < samples; ++i) {
        const double t = i / kRate + delay;
        trace.least.push_back(static_cast<float>(
            amplitude * std::sin(2 * std::numbers::pi * frequency * (t - shift))));
    }
    trace.most = trace.least;
    return trace;
}

TEST(UnitsPerDivision, IsARoundNumberThatHolds) {
    struct Case {
        double peak, present, expected;
    };
    // clang-format off
    constexpr Case kCases[]{
        {391.7,   0, 100}, {400,    0, 100},  {401, 0, 150}, {170,  0, 50},  {4,    0, 1},
        {0.0041,  0, 0.0015}, {39,  0, 10},   {33,  0, 10},  {0,    0, 1},   {1e6,  0, 300'000},
        {200,   100, 100}, {161,  100, 100},  {159, 100, 40}, {401, 100, 150},
    };
    // clang-format on
    for (const Case& c : kCases) {
        EXPECT_DOUBLE_EQ(units_per_division(c.peak, c.present), c.expected) << c.peak;
    }
    EXPECT_EQ(units_per_division(std::nan(""), 0), 1);
}

TEST(Polyline, FollowsTheSineOnThePane) {
    const ScopeTrace trace = sine(300, 60, 0.001, 183e-6);
    const QRectF pane{50, 20, 800, 200};
    const TimeWindow window{0.004, 0.025};
    const QPolygonF line = polyline(trace, window, 100, pane, 2.0);
    ASSERT_EQ(line.size(), 401);
    EXPECT_DOUBLE_EQ(line.front().x(), 50);
    EXPECT_DOUBLE_EQ(line.back().x(), 850);
    for (const QPointF& point : line) {
        const double t = time_at(point.x(), window, pane);
        const double value = 300 * std::sin(2 * std::numbers::pi * 60 * (t - 0.001));
        EXPECT_NEAR(point.y(), 120 - value / 400 * 100, 0.1);
    }
}

TEST(Polyline, StaysOnThePaneAndLeavesOutWhatIsNotKnown) {
    const QRectF pane{0, 0, 100, 100};
    const TimeWindow window{0.0, 0.025};
    for (const QPointF& p : polyline(sine(300, 60, 0, 0), window, 10, pane, 2.0)) {
        EXPECT_GE(p.y(), 0);
        EXPECT_LE(p.y(), 100);
    }
    EXPECT_TRUE(polyline({}, window, 10, pane, 2.0).isEmpty());
    const QPolygonF half = polyline(sine(300, 60, 0, 0.0125), window, 100, pane, 1.0);
    EXPECT_GE(half.front().x(), 50) << "the record begins in the middle of the window";
}

TEST(Polyline, OfPartsGoesFromLeastToMost) {
    const ScopeTrace trace{QStringLiteral("VA"), 0, 0, 10.0, 1.0, false, {-2, -1, std::nanf("")},
                           {2, 3, std::nanf("")}};
    const QRectF pane{0, 0, 300, 80};
    const QPolygonF line = polyline(trace, {10.0, 3.0}, 1.0, pane, 2.0);
    ASSERT_EQ(line.size(), 4) << "the third part is not known";
    EXPECT_EQ(line[0], (QPointF{50, 60}));
    EXPECT_EQ(line[1], (QPointF{50, 20}));
    EXPECT_EQ(line[2], (QPointF{150, 10}));
    EXPECT_EQ(line[3], (QPointF{150, 50}));
}

TEST(FirstPeak, IsTheFirstOfEqualHeights) {
    const QRectF pane{0, 0, 1'000, 200};
    const TimeWindow window{0.0, 0.025};
    const QPolygonF line = polyline(sine(392, 100, 0, 0), window, 100, pane, 1.0);
    const auto peak = first_peak(line, pane);
    ASSERT_TRUE(peak);
    EXPECT_NEAR(peak->x(), 100, 3) << "a quarter of 10 ms on 25 ms across 1000 pixels";
    EXPECT_NEAR(peak->y(), 2, 1);
    EXPECT_FALSE(first_peak(polyline(sine(1, 100, 0, 0), window, 100, pane, 1.0), pane));
}

TEST(TimeWindow, ZoomsAboutThePointerAndPans) {
    const TimeWindow window{10.0, 2.0};
    const TimeWindow in = zoomed(window, 0.5, 0.25);
    EXPECT_DOUBLE_EQ(in.span, 1.0);
    EXPECT_DOUBLE_EQ(in.start + 0.25 * in.span, 10.5) << "what was under the pointer stays there";
    EXPECT_DOUBLE_EQ(zoomed(window, 1e-9, 0.5).span, kLeastSpan);
    EXPECT_DOUBLE_EQ(zoomed(window, 1e9, 0.5).span, kMostSpan);
    EXPECT_DOUBLE_EQ(panned(window, 0.5).start, 11.0);
}

TEST(TimeWindow, StepsThroughRoundSpans) {
    EXPECT_DOUBLE_EQ(next_span(0.025, +1), 0.05);
    EXPECT_DOUBLE_EQ(next_span(0.05, +1), 0.1);
    EXPECT_DOUBLE_EQ(next_span(0.1, -1), 0.05);
    EXPECT_DOUBLE_EQ(next_span(0.03, -1), 0.025);
    EXPECT_DOUBLE_EQ(next_span(kLeastSpan, -1), kLeastSpan);
}

TEST(Duration, IsReadable) {
    EXPECT_EQ(duration_text(0.016667), "16.667 ms");
    EXPECT_EQ(duration_text(2.5), "2.5 s");
    EXPECT_EQ(duration_text(3'723.4), "01:02:03.4");
}

class ScopeWidgetTest : public test::WidgetTest {
 protected:
    ScopeWidgetTest() {
        scope.resize(640, 320);
        scope.show_picture({{0.0, 0.025},
                            0.0025,
                            {sine(300, 60, 0.0, 0.0)},
                            {QStringLiteral("Voltage"), QStringLiteral("Current")},
                            {QStringLiteral("V"), QStringLiteral("A")}});
    }
    ScopeWidget scope;
};

TEST_F(ScopeWidgetTest, CursorsTellTimesValuesAndFrequency) {
    scope.show_cursors(true);
    const auto [first, second] = scope.cursor_times();
    EXPECT_DOUBLE_EQ(first, 0.00625);
    EXPECT_DOUBLE_EQ(second, 0.01875);
    const QString text = scope.cursor_text();
    EXPECT_TRUE(text.contains(QStringLiteral("1/\u0394t 80 Hz"))) << text.toStdString();
    const double value = 300 * std::sin(2 * std::numbers::pi * 60 * first);
    const double shown = text.section("VA", 1).trimmed().section(' ', 0, 0).toDouble();
    EXPECT_NEAR(shown, value, 0.1) << text.toStdString();
}

TEST_F(ScopeWidgetTest, KeysZoomPanAndMoveCursors) {
    double zoom = 0.0, pan = 0.0;
    bool newest = false;
    QObject::connect(&scope, &ScopeWidget::zoom_requested, [&](double f, double) { zoom = f; });
    QObject::connect(&scope, &ScopeWidget::pan_requested, [&](double p) { pan = p; });
    QObject::connect(&scope, &ScopeWidget::newest_requested, [&] { newest = true; });
    const auto press = [this](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QKeyEvent event{QEvent::KeyPress, key, modifiers};
        QCoreApplication::sendEvent(&scope, &event);
    };
    press(Qt::Key_Plus);
    EXPECT_LT(zoom, 1.0);
    press(Qt::Key_Right);
    EXPECT_GT(pan, 0.0);
    press(Qt::Key_Home);
    EXPECT_TRUE(newest);
    press(Qt::Key_C);
    EXPECT_TRUE(scope.cursors_shown());
    const double before = scope.cursor_times()[1];
    press(Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_LT(scope.cursor_times()[1], before);
}

TEST(ScopePanes, DoNotOverlapAndFit) {
    for (const QSizeF size : {QSizeF{320, 220}, QSizeF{640, 360}, QSizeF{1'600, 900}}) {
        const auto panes = scope_panes(size);
        EXPECT_LT(panes[0].bottom(), panes[1].top());
        EXPECT_EQ(panes[0].height(), panes[1].height());
        EXPECT_TRUE((QRectF{{0, 0}, size}.contains(panes[0].united(panes[1]))));
    }
}

// In any pane that a window can give, for letters of 100 % and 200 %.
TEST(CursorBox, StaysInItsPaneClearOfEveryLegend) {
    for (const double width : {300.0, 480.0, 683.0, 950.0, 1'366.0})
        for (const double height : {160.0, 200.0, 252.0, 384.0, 768.0})
            for (const QSizeF cell : {QSizeF{190, 14}, QSizeF{380, 28}})
                for (const int cells : {1, 4, 5, 9}) {
                    const auto panes = scope_panes({width, height});
                    const QRectF box = cursor_box(panes[0], cells, cell).rect;
                    if (box.isEmpty()) continue;
                    EXPECT_TRUE(panes[0].contains(box)) << width << 'x' << height;
                    for (const QRectF& pane : panes) {
                        QRectF legend = scope_head(pane);  // its letters may be higher than it
                        const double more = std::max(0.0, (cell.height() - legend.height()) / 2);
                        legend.adjust(0, -more, 0, more);
                        EXPECT_FALSE(legend.intersects(box)) << width << 'x' << height;
                    }
                }
}

TEST(CursorBox, HasACellForEveryLineWhereThereIsRoom) {
    const CursorBox high = cursor_box({60, 24, 800, 200}, 5, {190, 14});
    EXPECT_EQ(high.cells, 5);
    EXPECT_EQ(high.rows, 5);
    const CursorBox low = cursor_box({60, 24, 800, 44}, 5, {190, 14});
    EXPECT_EQ(low.cells, 5) << "in columns";
    EXPECT_EQ(low.rows, 2);
    const CursorBox least = cursor_box({60, 24, 224, 44}, 5, {190, 14});
    EXPECT_EQ(least.cells, 2) << "the first ones";
    for (const CursorBox& box : {high, low, least})
        for (int n = 0; n < box.cells; ++n) {
            EXPECT_TRUE(box.rect.contains(box.cell(n))) << n;
            for (int m = 0; m < n; ++m) EXPECT_FALSE(box.cell(n).intersects(box.cell(m)));
        }
    EXPECT_EQ(cursor_box({60, 24, 224, 20}, 5, {190, 14}).cells, 0);
    EXPECT_LE(cursor_box({60, 24, 100, 90}, 5, {190, 14}).rect.width(), 100) << "narrower";
}

// The legends look the same whether there are cursors or not.
TEST_F(ScopeWidgetTest, CursorsLeaveTheLegendsAlone) {
    ScopePicture picture = scope.picture();
    for (int phase = 0; phase < 3; ++phase)
        for (int pane = 0; pane < kScopePanes; ++pane) {
            ScopeTrace trace = sine(300, 60, 0.005 * phase, 0.0);
            trace.pane = pane;
            trace.phase = phase;
            picture.traces.push_back(std::move(trace));
        }
    scope.show_picture(picture);
    for (const QSize size : {QSize{300, 160}, QSize{683, 250}, QSize{1'366, 768}})
        for (const double ratio : {1.0, 2.0}) {
            scope.resize(size);
            const auto heads = [&](bool cursors) {
                scope.show_cursors(cursors);
                QPixmap whole{size * ratio};
                whole.setDevicePixelRatio(ratio);
                scope.render(&whole);
                std::vector<QImage> out;
                for (const QRectF& pane : scope_panes(size)) {
                    const QRectF head = scope_head(pane);
                    out.push_back(whole.toImage().copy(
                        QRectF{head.topLeft() * ratio, head.size() * ratio}.toRect()));
                }
                return out;
            };
            EXPECT_EQ(heads(true), heads(false)) << size.width() << " at " << ratio;
        }
}

}  // namespace
}  // namespace widgets
