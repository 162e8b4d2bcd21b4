// Wiring faults made with the mouse: each acts on the meter that runs, as a scenario's would.
#include <gtest/gtest.h>

#include <QLabel>
#include <QTabWidget>
#include <array>
#include <cmath>

#include "app/desktop/wiring.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/wiring/wiring_diagram.h"

namespace desktop {
namespace {

using widgets::Lead, widgets::LeadKind;

class WindowWiring : public test::WindowTest {
 protected:
    void wire(int system_type) {
        signals::Scenario scenario;
        scenario.meter.system_type = system_type;
        scenario.installation.voltage_angle = signals::default_voltage_angles(system_type);
        scenario.installation.current = {100, 80, 60};
        open(scenario);
        child<QTabWidget>("installation_tabs").setCurrentIndex(2);
        EXPECT_TRUE(until([&] {
            return !diagram().visibleRegion().isEmpty() &&
                   diagram().wiring().system_type == system_type;
        }));
    }
    widgets::WiringDiagram& diagram() { return child<widgets::WiringDiagram>("wiring"); }
    void drag(Lead lead, const QPointF& to, Qt::KeyboardModifiers keys = {}) {
        const QPointF from = diagram().geometry_now().end_of(diagram().wiring(), lead);
        QTest::mousePress(&diagram(), Qt::LeftButton, keys, from.toPoint());
        QTest::mouseMove(&diagram(), ((from + to) / 2).toPoint());
        QTest::mouseMove(&diagram(), to.toPoint());
        QTest::mouseRelease(&diagram(), Qt::LeftButton, keys, to.toPoint());
    }
    void drag(Lead lead, int conductor, Qt::KeyboardModifiers keys = {}) {
        const auto geometry = diagram().geometry_now();
        const QPointF from = geometry.end_of(diagram().wiring(), lead);
        drag(lead, QPointF{from.x(), geometry.conductor_y(conductor)}, keys);
    }
    void pull_off(Lead lead) {
        const auto geometry = diagram().geometry_now();
        const QPointF from = geometry.end_of(diagram().wiring(), lead);
        drag(lead, QPointF{from.x(), geometry.meter().top() - 6});
    }
    void turn_round(int rope) {
        const QPointF end =
            diagram().geometry_now().end_of(diagram().wiring(), {LeadKind::rope, rope});
        QTest::mouseDClick(&diagram(), Qt::LeftButton, {}, end.toPoint());
    }
    // The words below the diagram and the matrices of the bench agree with the picture.
    void expect_wired(const QString& faults) {
        EXPECT_TRUE(until([&] {
            return window->view()->wiring == matrices_of(diagram().wiring());
        })) << faults.toStdString();
        EXPECT_EQ(diagram().accessibleDescription().toStdString(),
                  faults.isEmpty() ? "wired correctly" : faults.toStdString());
    }
    // kW of a phase, once the readings have settled; as the phasors say.
    double kilowatts(int phase) {
        run_to(window->view()->frame + 12 * kSecond);
        return std::abs(
                   static_cast<double>(window->view()
                                           ->points.readings.power[static_cast<std::size_t>(phase)]
                                           .real_uw)) *
               1e-9;
    }
};

constexpr double kDegree = 3.14159265358979 / 180.0;

TEST_F(WindowWiring, SwappedVoltageLeads) {
    wire(40);
    drag({LeadKind::voltage, 0}, widgets::kLineB, Qt::ShiftModifier);
    expect_wired(QStringLiteral("voltage A is on B; voltage B is on A"));
    EXPECT_NEAR(kilowatts(0), 277 * 100 * std::abs(std::cos(90 * kDegree)) * 1e-3, 0.03)
        << "IA lags VB's place by -90 degrees";
    EXPECT_NEAR(window->view()->truth.power[0].real_w, 277 * 100 * std::cos(30 * kDegree), 1)
        << "what is true stays";
}

TEST_F(WindowWiring, AReversedRope) {
    wire(40);
    turn_round(1);
    expect_wired(QStringLiteral("rope B is reversed"));
    EXPECT_NEAR(kilowatts(1), 277 * 80 * std::cos(30 * kDegree) * 1e-3, 0.03)
        << "the register shows the magnitude";
    EXPECT_LT(window->view()->wiring.current[1][1], 0.0);
}

TEST_F(WindowWiring, AnOpenLeadIsALostPhase) {
    wire(40);
    pull_off({LeadKind::voltage, 1});
    expect_wired(QStringLiteral("voltage B is open"));
    EXPECT_NEAR(kilowatts(1), 0.0, 0.001);
    EXPECT_NE(window->view()->points.alerts & (1U << 9), 0U) << "phase loss B, meter.md 3.5";
    diagram().setFocus();
    QTest::keyClick(&diagram(), Qt::Key_B);
    expect_wired({});
    EXPECT_NEAR(kilowatts(1), 277 * 80 * std::cos(30 * kDegree) * 1e-3, 0.03);
}

TEST_F(WindowWiring, ARopeOnTheWrongPhase) {
    wire(40);
    drag({LeadKind::rope, 0}, widgets::kLineC);
    expect_wired(QStringLiteral("rope A is on C"));
    EXPECT_NEAR(kilowatts(0), 277 * 60 * std::abs(std::cos((0 - (120 - 30)) * kDegree)) * 1e-3,
                0.03);
    EXPECT_NEAR(static_cast<double>(window->view()->points.readings.current_ua[0]) * 1e-6, 60,
                0.06);
}

TEST_F(WindowWiring, EverySystemTypeHasItsDiagram) {
    struct Row {
        int type;
        std::array<bool, 3> voltage, rope;
        bool neutral;
    };
    const std::array rows{Row{10, {true, false, false}, {true, false, false}, true},
                          Row{11, {true, true, false}, {true, false, false}, false},
                          Row{12, {true, true, false}, {true, true, false}, true},
                          Row{31, {true, true, true}, {true, true, true}, false},
                          Row{40, {true, true, true}, {true, true, true}, true}};
    for (const Row& row : rows) {
        wire(row.type);
        const widgets::WiringPicture& wiring = diagram().wiring();
        for (int i = 0; i < 3; ++i) {
            const auto x = static_cast<std::size_t>(i);
            EXPECT_EQ(exists(wiring, {LeadKind::voltage, i}), row.voltage[x]) << row.type;
            EXPECT_EQ(exists(wiring, {LeadKind::rope, i}), row.rope[x]) << row.type;
        }
        EXPECT_EQ(widgets::wiring_type(row.type).neutral, row.neutral);
        EXPECT_EQ(wiring_faults(wiring), QStringList{}) << row.type;
        turn_round(0);
        expect_wired(QStringLiteral("rope A is reversed"));
        turn_round(0);
        expect_wired({});
        pull_off({LeadKind::voltage, 0});
        expect_wired(QStringLiteral("voltage A is open"));
        TearDown();
    }
}

TEST_F(WindowWiring, AScenariosFaultIsDrawn) {
    signals::Scenario scenario;
    widgets::WiringPicture wrong = widgets::correct_wiring(40);
    wrong = turned_round(connected(wrong, {LeadKind::voltage, 2}, widgets::kOpen), 0);
    scenario.timeline.events = {wiring_event(wrong)};
    open(scenario);
    EXPECT_TRUE(until([&] { return diagram().wiring() == wrong; }));
    EXPECT_EQ(diagram().accessibleDescription(), "voltage C is open; rope A is reversed");
}

}  // namespace
}  // namespace desktop
