// The phasor dial: geometry against closed forms, dragging and keys.
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <cmath>

#include "tests/widgets/support/application.h"
#include "widgets/phasor/phasor_dial.h"
#include "widgets/phasor/power_triangle.h"

namespace widgets {
namespace {

Dial healthy() {
    return {{{{277, 0, true}, {277, -120, true}, {277, 120, true}}},
            {{{120, -30, true}, {120, -150, true}, {120, 90, true}}}};
}

TEST(DialGeometry, AnglesGrowCounterClockwise) {
    const DialGeometry dial{{244, 244}, 200, 100};
    ASSERT_DOUBLE_EQ(dial.radius(), 100);
    struct Case {
        Quantity quantity;
        DialPhasor phasor;
        QPointF tip;
    };
    // clang-format off
    const Case kCases[]{
        {Quantity::voltage, {200, 0},   {222, 122}},
        {Quantity::voltage, {200, 90},  {122, 22}},
        {Quantity::voltage, {100, 180}, {72, 122}},
        {Quantity::current, {100, -90}, {122, 202}},
        {Quantity::current, {50, 0},    {162, 122}},
    };
    // clang-format on
    for (const Case& c : kCases) {
        const QPointF tip = dial.tip(c.quantity, c.phasor);
        EXPECT_NEAR(tip.x(), c.tip.x(), 1e-9);
        EXPECT_NEAR(tip.y(), c.tip.y(), 1e-9);
        const DialPhasor back = dial.phasor_at(c.quantity, tip);
        EXPECT_NEAR(back.rms, c.phasor.rms, 1e-9);
        EXPECT_NEAR(std::remainder(back.degrees - c.phasor.degrees, 360), 0, 1e-9);
    }
}

TEST(DialGeometry, FullScaleIsRoundAndDoesNotJump) {
    EXPECT_EQ(full_scale(healthy().voltage, 0), 300);
    EXPECT_EQ(full_scale(healthy().voltage, 600), 600) << "still 46 % full";
    EXPECT_EQ(full_scale(healthy().current, 600), 150);
    EXPECT_EQ(full_scale({}, 40), 40) << "nothing to show keeps the scale";
}

class PhasorDialTest : public test::WidgetTest {
 protected:
    PhasorDialTest() {
        dial.resize(300, 300);
        dial.set_editable(true);
        dial.show_dial(healthy());
        QObject::connect(&dial, &PhasorDial::moved, [this](Handle h, double rms, double degrees) {
            handle = h;
            moved = {rms, degrees, true};
            ++moves;
        });
    }
    void mouse(QEvent::Type type, const QPointF& at,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const bool up = type == QEvent::MouseButtonRelease;
        QMouseEvent event{type,     at, at, Qt::LeftButton, up ? Qt::NoButton : Qt::LeftButton,
                          modifiers};
        QCoreApplication::sendEvent(&dial, &event);
    }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QKeyEvent event{QEvent::KeyPress, code, modifiers};
        QCoreApplication::sendEvent(&dial, &event);
    }
    PhasorDial dial;
    Handle handle;
    DialPhasor moved;
    int moves = 0;
};

TEST_F(PhasorDialTest, ATipFollowsTheMouse) {
    const DialGeometry geometry = dial.geometry_now();
    mouse(QEvent::MouseButtonPress, geometry.tip(Quantity::current, healthy().current[1]));
    mouse(QEvent::MouseMove, geometry.tip(Quantity::current, {60, -90}));
    EXPECT_EQ(handle, (Handle{Quantity::current, 1}));
    EXPECT_NEAR(moved.rms, 60, 1e-9);
    EXPECT_NEAR(moved.degrees, -90, 1e-9);
    mouse(QEvent::MouseMove, geometry.tip(Quantity::current, {80, -45}), Qt::ControlModifier);
    EXPECT_NEAR(moved.rms, 60, 1e-9) << "Ctrl keeps the length";
    EXPECT_NEAR(moved.degrees, -45, 1e-9);
    mouse(QEvent::MouseMove, geometry.tip(Quantity::current, {80, 10}), Qt::ShiftModifier);
    EXPECT_NEAR(moved.rms, 80, 1e-9);
    EXPECT_NEAR(moved.degrees, -45, 1e-9) << "Shift keeps the angle";
    Dial other = healthy();
    other.current[1] = {1, 1, true};
    dial.show_dial(other);
    EXPECT_NEAR(dial.dial().current[1].rms, 80, 1e-9) << "what is held is not taken away";
    mouse(QEvent::MouseButtonRelease, {});
}

TEST_F(PhasorDialTest, NothingIsTakenBesideTheTips) {
    mouse(QEvent::MouseButtonPress, {5, 5});
    mouse(QEvent::MouseMove, {50, 50});
    EXPECT_EQ(moves, 0);
}

TEST_F(PhasorDialTest, KeysTurnAndLengthen) {
    struct Case {
        int key;
        Qt::KeyboardModifiers modifiers;
        double rms, degrees;
    };
    // clang-format off
    const Case kCases[]{
        {Qt::Key_Left,  Qt::NoModifier,      277,         1},
        {Qt::Key_Right, Qt::ShiftModifier,   277,        -9},
        {Qt::Key_Left,  Qt::ControlModifier, 277,        -8.9},
        {Qt::Key_Up,    Qt::NoModifier,      277 * 1.01, -8.9},
        {Qt::Key_Down,  Qt::NoModifier,      277,        -8.9},
    };
    // clang-format on
    for (const Case& c : kCases) {
        key(c.key, c.modifiers);
        EXPECT_NEAR(moved.rms, c.rms, 1e-9);
        EXPECT_NEAR(moved.degrees, c.degrees, 1e-9);
    }
    for (int i = 0; i < 4; ++i) key(Qt::Key_PageDown);
    EXPECT_EQ(dial.selected(), (Handle{Quantity::current, 1}));
}

TEST_F(PhasorDialTest, SaysWhatItShows) {
    EXPECT_TRUE(dial.accessibleDescription().contains("VB  277.00 V  -120.0"))
        << dial.accessibleDescription().toStdString();
    EXPECT_EQ(dial.csv().count(QLatin1Char{'\n'}), 7);
}

TEST(PowerTriangleGeometry, HoldsBothTrianglesInOneScale) {
    const Powers meter{86'400, 49'900, 99'800, 0.866}, truth{86'360, 49'860, 99'720, 0.866};
    const QRectF pane{10, 10, 200, 100};
    const TriangleGeometry geometry{pane, meter, truth};
    const QPolygonF corners = geometry.corners(meter);
    EXPECT_TRUE(pane.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(corners.boundingRect()));
    EXPECT_GT(corners[0].y(), corners[2].y()) << "Q > 0 goes up";
    EXPECT_NEAR((corners[1].x() - corners[0].x()) / (corners[1].y() - corners[2].y()),
                86'400.0 / 49'900.0, 1e-9);
}

TEST(WithPrefix, ChoosesIt) {
    EXPECT_EQ(with_prefix(86'360, "W"), "86.36 kW");
    EXPECT_EQ(with_prefix(-1'234'567, "var"), "-1.235 Mvar");
    EXPECT_EQ(with_prefix(0.0, "VA"), "0 VA");
    EXPECT_EQ(with_prefix(277, "VA"), "277.0 VA");
}

}  // namespace
}  // namespace widgets
