// The docks in a real window: drag, type, press, and see it in the meter.
#include <gtest/gtest.h>
#include <algorithm>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QTabWidget>
#include <QTableView>
#include <cmath>

#include "app/desktop/dock_table.h"
#include "app/desktop/layouts.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/phasor/phasor_dial.h"
#include "widgets/registers/register_view.h"
#include "widgets/scope/scope_widget.h"
#include "widgets/trend/trend_plot.h"

namespace desktop {
namespace {

class WindowDocks : public test::WindowTest {
 protected:
    // Shows a dock as its entry in the View menu does.
    void show_dock(const char* name) {
        auto& dock = child<QDockWidget>(name);
        dock.show();
        dock.raise();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !dock.widget()->visibleRegion().isEmpty(); }));
    }
    void drag(QWidget& widget, const QPointF& from, const QPointF& to) {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from.toPoint());
        QTest::mouseMove(&widget, ((from + to) / 2).toPoint());
        QTest::mouseMove(&widget, to.toPoint());
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to.toPoint());
    }
    const signals::Installation& installation() { return window->view()->installation; }
};

TEST_F(WindowDocks, DraggingACurrentChangesTheInstallation) {
    open();
    auto& dial = child<widgets::PhasorDial>("phasor_dial");
    ASSERT_FALSE(dial.visibleRegion().isEmpty());
    const auto geometry = dial.geometry_now();
    drag(dial, geometry.tip(widgets::Quantity::current, dial.dial().current[0]),
         geometry.tip(widgets::Quantity::current, {60, -60}));
    EXPECT_TRUE(until([&] { return std::abs(installation().current[0] - 60) < 4; }));
    EXPECT_NEAR(installation().angle[0], 60, 4) << "to a pixel";
    EXPECT_EQ(installation().current[1], installation().current[0]) << "the balanced lock holds";
    dial.setFocus();
    const double before = installation().current[0];
    QTest::keyClick(&dial, Qt::Key_PageDown);
    QTest::keyClick(&dial, Qt::Key_PageUp);
    QTest::keyClick(&dial, Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_TRUE(until([&] { return std::abs(installation().current[0] / before - 1.1) < 1e-6; }));
}

TEST_F(WindowDocks, AReadyMadeSpectrumReachesTheTerminals) {
    open();
    child<QTabWidget>("installation_tabs").setCurrentIndex(1);
    auto& presets = child<QComboBox>("harmonic_presets");
    presets.setCurrentIndex(2);
    Q_EMIT presets.activated(2);
    EXPECT_TRUE(until([&] { return installation().harmonics.size() == 12; }))
        << "5 7 11 13 ... 35 37";
    EXPECT_EQ(installation().harmonics[0].order, 5);
    EXPECT_DOUBLE_EQ(installation().harmonics[0].current_percent, 20);
}

TEST_F(WindowDocks, ARegisterIsFoundWrittenAndRefused) {
    open();
    show_dock("registers_dock");
    auto& search = child<QLineEdit>("register_search");
    auto& table = child<QTableView>("registers");
    ASSERT_TRUE(until([&] { return table.currentIndex().isValid(); }));
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("131 ct"));
    ASSERT_EQ(table.model()->rowCount(), 1);
    const auto type = [&](const QString& text) {
        table.setCurrentIndex(table.model()->index(0, widgets::RegisterModel::kRaw));
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_F2);
        auto* editor = table.findChild<QLineEdit*>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
    };
    type(QStringLiteral("200"));
    EXPECT_TRUE(until([&] { return window->view()->points.config.ct_primary == 200; }));
    type(QStringLiteral("5001"));
    EXPECT_TRUE(until([&] { return child<QLabel>("register_message").text().contains("5000"); }))
        << "the rule in words";
    EXPECT_EQ(window->view()->points.config.ct_primary, 200);
    EXPECT_TRUE(std::any_of(window->events().events().begin(), window->events().events().end(),
                            [](const Event& event) {
                                return event.text ==
                                       QStringLiteral("ct_primary (131): 400 to 200 A");
                            }))
        << "and it is in the timeline";
}

TEST_F(WindowDocks, TheScopeRecordsWhileItIsSeen) {
    open();
    runner->set_speed(1.0);
    auto& scope = child<widgets::ScopeWidget>("scope");
    EXPECT_TRUE(until(
        [&] { return scope.picture().traces.size() == 6 && scope.picture().trigger.has_value(); }));
    const auto& picture = scope.picture();
    double most = 0.0;
    for (double t = picture.window.start; t < picture.window.end(); t += 1e-4)
        most = std::max(most, widgets::value_at(picture.traces[0], t));
    EXPECT_NEAR(most, 277 * M_SQRT2, 1.0);
    EXPECT_NEAR(widgets::value_at(picture.traces[0], *picture.trigger), 0.0, 1.5)
        << "VA crosses zero at the trigger";
    const double span = picture.window.span;
    scope.setFocus();
    QTest::keyClick(&scope, Qt::Key_Plus);
    EXPECT_LT(scope.picture().window.span, span);
    QTest::keyClick(&scope, Qt::Key_C);
    EXPECT_TRUE(scope.cursor_text().contains("VA"));
    QTest::keyClick(&scope, Qt::Key_Left);
    EXPECT_FALSE(child<QAbstractButton>("scope_run").isChecked()) << "moving in time holds";
    QTest::keyClick(&scope, Qt::Key_Home);
    EXPECT_TRUE(child<QAbstractButton>("scope_run").isChecked());
    for (int view = 1; view < 3; ++view) {
        auto& views = child<QComboBox>("scope_view");
        views.setCurrentIndex(view);
        Q_EMIT views.activated(view);
        EXPECT_TRUE(until([&] { return scope.per_division(1) > 0; }));
        EXPECT_EQ(scope.picture().traces.size(), view == 1 ? 6U : 7U);
    }
}

// The run is paused when the dock comes into sight: no view comes after that.
TEST_F(WindowDocks, TrendsShowWhatWasMeasured) {
    open();
    run_to(40 * kSecond);
    show_dock("trend_dock");
    auto& plot = child<widgets::TrendPlot>("trend_plot");
    const auto kw = [&](double time) { return widgets::trend_value(plot.curves()[0], time); };
    EXPECT_TRUE(until([&] { return !std::isnan(kw(38.5)); }));
    EXPECT_NEAR(kw(38.5), 86.36, 0.05) << "3 * 277 V * 120 A * cos 30 degrees, kW";
    EXPECT_TRUE(std::isnan(kw(-20.0)));
    EXPECT_TRUE(plot.csv().startsWith("time_s,kw_total_min_kW,kw_total_max_kW"));
}

TEST_F(WindowDocks, KeysAreInTheTimeline) {
    open();
    run_to(20 * kSecond);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus);
    show_dock("timeline_dock");
    auto& table = child<QTableView>("events");
    EXPECT_TRUE(until([&] {
        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (table.model()->index(row, 2).data() == QStringLiteral("Plus down")) return true;
        return false;
    }));
}

TEST_F(WindowDocks, EveryLayoutShowsItsDocksOnASmallScreen) {
    open();
    for (const Layout& layout : layouts()) {
        window->use_layout(layout.name);
        QTest::qWait(0);
        EXPECT_LE(window->frameGeometry().width(), 1'366) << layout.name;
        EXPECT_LE(window->frameGeometry().height(), 768) << layout.name;
        for (const DockRow& row : dock_table()) {
            const bool named =
                std::any_of(layout.docks.begin(), layout.docks.end(),
                            [&](const Placed& p) { return std::string_view{p.dock} == row.name; });
            EXPECT_EQ(child<QDockWidget>(row.name).isHidden(), !named)
                << layout.name << ' ' << row.name;
        }
    }
}

TEST_F(WindowDocks, EveryFieldSaysWhatItIs) {
    open();
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const bool field = widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox") ||
                           widget->inherits("QTableView") || widget->inherits("QSlider");
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (!field && (button == nullptr || !widget->isVisible())) continue;
        const bool named =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        const bool parts = widget->objectName().startsWith("qt_") ||
                           widget->inherits("QTableCornerButton") || button != nullptr;
        EXPECT_TRUE(named || parts)
            << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
    }
    for (const DockRow& row : dock_table()) {
        EXPECT_NE(std::string{row.keys}, "") << row.name;
        EXPECT_NE(std::string{row.tip}, "") << row.name;
    }
}

TEST_F(WindowDocks, NoShortcutTwice) {
    open();
    QStringList keys;
    for (const QAction* action : window->menuBar()->findChildren<QAction*>())
        if (!action->shortcut().isEmpty()) keys.append(action->shortcut().toString());
    EXPECT_GE(keys.size(), 15);
    keys.sort();
    EXPECT_EQ(keys.removeDuplicates(), 0) << keys.join(' ').toStdString();
}

}  // namespace
}  // namespace desktop
