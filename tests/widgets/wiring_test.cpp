// Wiring: what a lead may be connected to, the faults in words, dragging and keys.
#include <gtest/gtest.h>
#include <vector>

#include <QKeyEvent>
#include <QMouseEvent>

#include "tests/widgets/support/application.h"
#include "widgets/wiring/wiring_diagram.h"

namespace widgets {
namespace {

constexpr Lead kVa{LeadKind::voltage, 0}, kVb{LeadKind::voltage, 1}, kRopeA{LeadKind::rope, 0};

TEST(WiringPicture, FaultsAreSaidInWords) {
    WiringPicture picture = correct_wiring(40);
    EXPECT_TRUE(wiring_faults(picture).isEmpty());
    picture = swapped(picture, kVa, kLineB);
    EXPECT_EQ(wiring_faults(picture), (QStringList{"voltage A is on B", "voltage B is on A"}));
    picture = connected(picture, kRopeA, kOpen);
    picture = turned_round(picture, 2);
    EXPECT_EQ(wiring_faults(picture), (QStringList{"voltage A is on B", "voltage B is on A",
                                                   "rope A is open", "rope C is reversed"}));
    EXPECT_EQ(connected(correct_wiring(40), kVb, kLineA).voltage,
              (std::array<int, 3>{kLineA, kLineA, kLineC}))
        << "two leads on one conductor";
}

TEST(WiringPicture, OnlyWhatTheServiceHas) {
    struct Case {
        int type;
        Lead lead;
        int conductor;
        bool allowed;
    };
    // clang-format off
    constexpr Case kCases[]{
        {10, kVa, kLineB, false}, {10, kVa, kNeutral, true}, {11, kVa, kNeutral, false},
        {12, kVa, kLineB, true},  {12, kVa, kLineC, false},  {31, kVa, kLineC, true},
        {40, kVa, kNeutral, true}, {40, kRopeA, kNeutral, false}, {31, kRopeA, kOpen, true},
    };
    // clang-format on
    for (const Case& c : kCases) {
        const WiringPicture before = correct_wiring(c.type);
        EXPECT_EQ(!(connected(before, c.lead, c.conductor) == before), c.allowed)
            << c.type << ' ' << c.conductor;
    }
    EXPECT_TRUE(exists(correct_wiring(11), kVb));
    EXPECT_FALSE(exists(correct_wiring(10), kVb));
    EXPECT_FALSE(exists(correct_wiring(11), {LeadKind::rope, 1}));
}

TEST(WiringGeometry, EveryEndIsApartAndFound) {
    for (const QSizeF size : {QSizeF{300, 170}, QSizeF{520, 240}, QSizeF{1'000, 500}}) {
        const WiringGeometry geometry{size, 60};
        const WiringPicture picture = correct_wiring(40);
        for (const LeadKind kind : {LeadKind::voltage, LeadKind::rope}) {
            for (int i = 0; i < 3; ++i) {
                const Lead lead{kind, i};
                const QPointF end = geometry.end_of(picture, lead);
                EXPECT_EQ(geometry.lead_at(picture, end, 8), lead);
                EXPECT_EQ(geometry.conductor_at(end), i);
                // With a rope's ellipse and the arrow above it.
                EXPECT_TRUE(
                    (QRectF{{0, 0}, size}.contains({end - QPointF{11, 28}, QSizeF{22, 45}})));
            }
        }
        EXPECT_EQ(geometry.conductor_at({100, size.height() - 5}), kOpen);
    }
}

class WiringDiagramTest : public test::WidgetTest {
 protected:
    WiringDiagramTest() {
        diagram.resize(520, 240);
        diagram.show_wiring(correct_wiring(40));
        QObject::connect(&diagram, &WiringDiagram::edited,
                         [this](const WiringPicture& picture) { edited.push_back(picture); });
    }
    void mouse(QEvent::Type type, const QPointF& at,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QMouseEvent event{type, at, at, Qt::LeftButton, Qt::LeftButton, modifiers};
        QCoreApplication::sendEvent(&diagram, &event);
    }
    void drag(Lead lead, int conductor, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const WiringGeometry g = diagram.geometry_now();
        const QPointF from = g.end_of(diagram.wiring(), lead);
        const double y = conductor == kOpen ? g.meter().top() - 6 : g.conductor_y(conductor);
        mouse(QEvent::MouseButtonPress, from);
        mouse(QEvent::MouseMove, {from.x(), y});
        mouse(QEvent::MouseButtonRelease, {from.x(), y}, modifiers);
    }
    void key(int code) {
        QKeyEvent event{QEvent::KeyPress, code, Qt::NoModifier};
        QCoreApplication::sendEvent(&diagram, &event);
    }
    WiringDiagram diagram;
    std::vector<WiringPicture> edited;
};

TEST_F(WiringDiagramTest, NamesOfConductorsHaveRoom) {
    for (const int points : {8, 11, 20}) {
        QFont font = diagram.font();
        font.setPointSize(points);
        diagram.setFont(font);
        const WiringGeometry g = diagram.geometry_now();
        const int widest = QFontMetrics{font}.horizontalAdvance(QStringLiteral("source A"));
        EXPECT_GE(g.left(), widest + 6) << points;
        EXPECT_GE(diagram.width() - g.right(), widest + 6) << points;
    }
}

TEST_F(WiringDiagramTest, DragsMakeWrongPhaseSwapOpenAndReverse) {
    drag(kVa, kLineC);
    ASSERT_EQ(edited.size(), 1U);
    EXPECT_EQ(edited[0].voltage[0], kLineC);
    drag(kRopeA, kLineB, Qt::ShiftModifier);
    EXPECT_EQ(edited.back().rope, (std::array<int, 3>{kLineB, kLineA, kLineC}));
    drag(kVb, kOpen);
    EXPECT_EQ(edited.back().voltage[1], kOpen);
    mouse(QEvent::MouseButtonDblClick,
          diagram.geometry_now().end_of(diagram.wiring(), {LeadKind::rope, 2}));
    EXPECT_TRUE(edited.back().reversed[2]);
    EXPECT_TRUE(diagram.accessibleDescription().contains("voltage B is open"));
}

TEST_F(WiringDiagramTest, KeysDoTheSame) {
    key(Qt::Key_B);
    EXPECT_EQ(edited.back().voltage[0], kLineB);
    key(Qt::Key_O);
    EXPECT_EQ(edited.back().voltage[0], kOpen);
    for (int i = 0; i < 3; ++i) key(Qt::Key_PageDown);
    EXPECT_EQ(diagram.selected(), kRopeA);
    key(Qt::Key_R);
    EXPECT_TRUE(edited.back().reversed[0]);
    key(Qt::Key_R);
    EXPECT_FALSE(edited.back().reversed[0]);
}

TEST_F(WiringDiagramTest, WhatDoesNotChangeIsNoEdit) {
    drag(kVa, kLineA);
    key(Qt::Key_A);
    EXPECT_TRUE(edited.empty());
}

}  // namespace
}  // namespace widgets
