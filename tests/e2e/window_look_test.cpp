// Looking back in a real window: every dock shows the moment, and afterwards what it had before.
#include <gtest/gtest.h>
#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "app/desktop/panes/trend_pane.h"
#include "signals/source.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/history/history_strip.h"
#include "widgets/phasor/phasor_dial.h"
#include "widgets/scope/scope_controls.h"
#include "widgets/scope/scope_widget.h"
#include "widgets/trend/trend_plot.h"

namespace desktop {
namespace {

class WindowLook : public test::WindowTest {
 protected:
    static constexpr std::int64_t kEdit = 20 * kSecond;
    static constexpr std::int64_t kEnd = 40 * kSecond;

    void show_dock(const char* name) {
        auto& dock = child<QDockWidget>(name);
        dock.show();
        dock.raise();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !dock.widget()->visibleRegion().isEmpty(); }));
    }
    void set_current(double amperes) {
        signals::Installation installation;
        installation.current = {amperes, amperes, amperes};
        runner->set_installation(installation);
    }
    // 120 A, after 20 s 60 A, to 40 s.
    void run_with_an_edit(const char* dock) {
        open();
        show_dock("timeline_dock");
        show_dock(dock);
        run_to(kEdit);
        set_current(60);
        EXPECT_TRUE(until([&] { return window->view()->installation.current[0] == 60; }));
        run_to(kEnd);
    }
    [[nodiscard]] const bench::TimeView& time() const { return window->view()->time; }
    void look(int branch, std::int64_t frame) {
        runner->look_at(branch, frame);
        EXPECT_TRUE(until([&] {
            return time().looking && time().there && time().branch == branch &&
                   window->view()->frame == frame;
        }));
    }
    void back_to_now() {
        child<QPushButton>("back_to_now").click();
        EXPECT_TRUE(until([&] { return !time().looking; }));
    }
    void go_on() {
        child<QPushButton>("go_on").click();
        EXPECT_TRUE(until([&] { return !time().looking; }));
    }
    widgets::ScopeWidget& scope() { return child<widgets::ScopeWidget>("scope"); }
    double scope_end() { return scope().picture().window.end(); }  // s
    // Of the current of phase A on the scope's screen, A.
    double scope_peak() {
        for (const widgets::ScopeTrace& trace : scope().picture().traces) {
            if (trace.name != QStringLiteral("IA")) continue;
            double peak = 0.0;
            for (const float value : trace.most)
                if (!std::isnan(value)) peak = std::max(peak, static_cast<double>(value));
            return peak;
        }
        return 0.0;
    }
    // kW in that second on the trends' screen; NaN where there is nothing.
    double trend(double second) {
        const widgets::TrendCurve& curve = child<widgets::TrendPlot>("trend_plot").curves().front();
        const auto at = static_cast<std::ptrdiff_t>((second - curve.first) / curve.step);
        if (at < 0 || at >= static_cast<std::ptrdiff_t>(curve.least.size())) return NAN;
        return static_cast<double>(curve.least[static_cast<std::size_t>(at)]);
    }
    std::vector<std::string> event_texts() {
        const auto* model = child<QTableView>("events").model();
        std::vector<std::string> out;
        for (int row = 0; row < model->rowCount(); ++row)
            out.push_back(model->index(row, 2).data().toString().toStdString());
        return out;
    }
    bool tells(const std::string& text) {
        const auto all = event_texts();
        return std::find(all.begin(), all.end(), text) != all.end();
    }
    QAction& branch_action(const char* name) {
        QMenu* menu = child<QToolButton>("branches").menu();
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions())
            if (action->objectName() == QLatin1String{name}) return *action;
        ADD_FAILURE() << name;
        return *menu->actions().front();
    }
    void picture(const char* name) {
        QDir{}.mkpath(QStringLiteral(METERTWIN_BINARY_DIR "/pictures"));
        window->grab().save(
            QStringLiteral(METERTWIN_BINARY_DIR "/pictures/%1.png").arg(QString::fromLatin1(name)));
    }

    static constexpr double kFull = 120 * M_SQRT2, kHalf = 60 * M_SQRT2;
};

TEST_F(WindowLook, TheScopeShowsTheMomentAndThenWhatItHad) {
    run_with_an_edit("scope_dock");
    EXPECT_TRUE(until([&] { return std::abs(scope_peak() - kHalf) < 3; }));
    EXPECT_NEAR(scope_end(), 40, 0.1);
    look(0, 10 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(scope_peak() - kFull) < 3; }));
    EXPECT_NEAR(scope_end(), 10, 0.1);
    picture("look-scope");
    look(0, 30 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(scope_peak() - kHalf) < 3; }));
    EXPECT_NEAR(scope_end(), 30, 0.1);
    back_to_now();
    EXPECT_TRUE(until([&] { return std::abs(scope_end() - 40) < 0.1; }));
    Q_EMIT scope().zoom_requested(100.0, 1.0);  // all 2.5 s before: nothing was lost
    EXPECT_TRUE(until([&] { return scope().picture().window.span > 2; }));
    EXPECT_NEAR(scope_peak(), kHalf, 3);
}

TEST_F(WindowLook, AHeldScopeIsHeldAgainAfterwards) {
    run_with_an_edit("scope_dock");
    Q_EMIT scope().pan_requested(-0.5);
    const double held = scope_end();
    auto& controls = child<widgets::ScopeControls>("scope_controls");
    EXPECT_TRUE(until([&] { return !controls.settings().running; }));
    look(0, 10 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(scope_end() - 10) < 0.1; }));
    Q_EMIT scope().pan_requested(-0.5);
    const double moved = scope_end();
    runner->post([](bench::Rig&) {});  // another view of the same moment
    QTest::qWait(100);
    EXPECT_EQ(scope_end(), moved) << "a person has moved it";
    look(0, 12 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(scope_end() - 12) < 0.1; }));
    back_to_now();
    EXPECT_TRUE(until([&] { return scope_end() == held; }));
    EXPECT_FALSE(controls.settings().running);
}

TEST_F(WindowLook, AScopeThatComesIntoSightLaterHasTheMomentToo) {
    run_with_an_edit("phasor_dock");
    look(0, 10 * kSecond);
    show_dock("scope_dock");
    EXPECT_TRUE(until([&] { return std::abs(scope_end() - 10) < 0.1; }));
    EXPECT_NEAR(scope_peak(), kFull, 3);
}

TEST_F(WindowLook, TrendsEndAtTheMomentAndGoOnAfterwards) {
    run_with_an_edit("trend_dock");
    EXPECT_TRUE(until([&] { return !std::isnan(trend(38)); }));
    const double full = trend(10), half = full / 2;  // kW
    EXPECT_GT(full, 50);
    EXPECT_NEAR(trend(30), half, 2);
    look(0, 25 * kSecond);
    EXPECT_TRUE(until([&] { return std::isnan(trend(30)); })) << "that comes later";
    EXPECT_NEAR(trend(10), full, 10);
    EXPECT_NEAR(trend(23), half, 5);
    const auto* pane = window->findChild<TrendPane*>();
    EXPECT_NEAR(pane->time_window().end(), 25, 0.1);
    picture("look-trends");
    back_to_now();
    EXPECT_TRUE(until([&] { return std::abs(trend(30) - half) < 5; }));
    EXPECT_NEAR(trend(10), full, 10) << "nothing is lost";
    EXPECT_NEAR(pane->time_window().end(), 40, 0.1);
    look(0, 25 * kSecond);
    go_on();
    set_current(30);
    run_to(35 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(trend(33) - half / 2) < 5; }));
    EXPECT_NEAR(trend(10), full, 10) << "what lies before is of this branch too";
    EXPECT_NEAR(trend(23), half, 5);
    picture("look-went-on");
    look(0, 39 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(trend(33) - half) < 5; })) << "the other branch's own";
}

TEST_F(WindowLook, EventsAreThoseOfThePastOfWhatIsOnShow) {
    run_with_an_edit("timeline_dock");
    const std::string edit = "I 60 A";
    EXPECT_TRUE(until([&] { return tells(edit); }));
    look(0, 10 * kSecond);
    EXPECT_TRUE(until([&] { return !tells(edit); })) << "it comes later";
    go_on();
    EXPECT_TRUE(until([&] { return tells("goes on from here as Branch 2"); }));
    run_to(30 * kSecond);
    EXPECT_FALSE(tells(edit)) << "it is the other branch's";
    look(0, 35 * kSecond);
    EXPECT_TRUE(until([&] { return tells(edit); }));
    EXPECT_FALSE(tells("goes on from here as Branch 2"));
    back_to_now();
    EXPECT_TRUE(until([&] { return !tells(edit); }));
}

TEST_F(WindowLook, ReadingsAreTheMomentsInEachBranch) {
    run_with_an_edit("readings_dock");
    const auto text = [&] {
        const auto* model = child<QTableView>("readings").model();
        QString all;
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = 0; column < model->columnCount(); ++column)
                all += model->index(row, column).data().toString() + QLatin1Char{'|'};
        return all.toStdString();
    };
    run_to(30 * kSecond + kEnd);  // so that the table is at rest at a known moment
    const std::string late = text();
    look(0, 15 * kSecond);
    EXPECT_TRUE(until([&] { return text() != late; }));
    const std::string early = text();
    runner->go_on();              // the button is in a dock behind
    run_to(30 * kSecond + kEnd);  // the same window of another branch
    EXPECT_TRUE(until([&] { return text() != late; }));
    look(0, 30 * kSecond + kEnd - 1);
    EXPECT_TRUE(until([&] { return text() == late; }));
    look(1, 15 * kSecond);
    EXPECT_TRUE(until([&] { return text() == early; }));
}

TEST_F(WindowLook, ABranchIsNamedAndDeletedInItsList) {
    run_with_an_edit("timeline_dock");
    look(0, 10 * kSecond);
    go_on();
    run_to(15 * kSecond);
    look(0, kEnd);
    branch_action("rename_branch").trigger();
    auto& dialog = child<QInputDialog>("branch_name");
    dialog.setTextValue(QStringLiteral(" with the edit "));
    dialog.accept();
    EXPECT_TRUE(until([&] { return (*time().branches)[0].name == "with the edit"; }));
    EXPECT_TRUE(until([&] {
        return child<QLabel>("history_text").text().contains(QStringLiteral("with the edit"));
    }));
    picture("look-named");
    branch_action("delete_branch").trigger();
    child<QPushButton>("delete_yes").click();
    EXPECT_TRUE(until([&] { return time().branches->size() == 1; }));
    EXPECT_FALSE(time().looking);
    EXPECT_EQ(window->view()->frame, 15 * kSecond) << "the run is where it was";
    EXPECT_FALSE(branch_action("delete_branch").isEnabled()) << "the run is in it";
    auto& strip = child<widgets::HistoryStrip>("history_strip");
    EXPECT_EQ(strip.moment_text(), "15.0 s of Branch 2") << "it keeps its number";
    look(0, 5 * kSecond);
    EXPECT_EQ(window->view()->installation.current[0], 120) << "and its past";
    EXPECT_TRUE(window->isWindowModified());
}

TEST_F(WindowLook, KeysOfTheStripNameAndDelete) {
    run_with_an_edit("timeline_dock");
    auto& strip = child<widgets::HistoryStrip>("history_strip");
    strip.setFocus();
    QTest::keyClick(&strip, Qt::Key_F2);
    child<QInputDialog>("branch_name").reject();
    QTest::keyClick(&strip, Qt::Key_Delete);
    EXPECT_EQ(window->findChild<QMessageBox*>(QStringLiteral("delete_question")), nullptr)
        << "of the present branch nobody asks";
    look(0, 10 * kSecond);
    go_on();
    look(0, 30 * kSecond);
    QTest::keyClick(&strip, Qt::Key_Delete);
    child<QMessageBox>("delete_question").reject();
    EXPECT_EQ(time().branches->size(), 2U);
}

// The edit is taken back where somebody looks, in a branch of its own; what was metered stays.
TEST_F(WindowLook, UndoWhileLookingTouchesNoPast) {
    open();
    run_to(10 * kSecond);
    auto& dial = child<widgets::PhasorDial>("phasor_dial");
    const double current = window->view()->installation.current[0];
    const auto geometry = dial.geometry_now();
    const QPointF from = geometry.tip(widgets::Quantity::current, dial.dial().current[0]);
    const QPointF to = geometry.tip(widgets::Quantity::current, {60, -30});
    QTest::mousePress(&dial, Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(&dial, ((from + to) / 2).toPoint());
    QTest::mouseMove(&dial, to.toPoint());
    QTest::mouseRelease(&dial, Qt::LeftButton, {}, to.toPoint());
    EXPECT_TRUE(until([&] { return window->view()->installation.current[0] != current; }));
    run_to(20 * kSecond);
    const std::uint64_t late = window->view()->digest;
    look(0, 15 * kSecond);
    const std::uint64_t early = window->view()->digest;
    child<QAction>("undo").trigger();
    EXPECT_TRUE(until([&] { return !time().looking && time().branches->size() == 2; }));
    EXPECT_TRUE(until([&] { return window->view()->installation.current[0] == current; }));
    EXPECT_EQ(window->view()->frame, 15 * kSecond);
    EXPECT_FALSE(child<QAction>("undo").isEnabled());
    look(0, 15 * kSecond);
    EXPECT_EQ(window->view()->digest, early);
    look(0, 20 * kSecond);
    EXPECT_EQ(window->view()->digest, late);
}

TEST_F(WindowLook, NoMoreBranchesSaysWhyAndWhatToDo) {
    run_with_an_edit("timeline_dock");
    bench::HistoryLimits few, small;
    few.branches = 1;
    small.snapshot_bytes = 1'000;  // a snapshot has more
    for (const auto& [limits, why] : {std::pair{few, "1 branches, the most there may be"},
                                      std::pair{small, "no room for the snapshots of one more"}}) {
        runner->keep_history({}, limits);
        const std::int64_t begin = window->view()->frame;
        run_to(begin + 10 * kSecond);
        look(0, begin + 5 * kSecond);
        const auto& text = child<QLabel>("history_text");
        EXPECT_TRUE(until([&] {
            return text.text().contains(QString::fromLatin1(why)) &&
                   text.text().contains("delete a branch to go on from here");
        })) << text.text().toStdString();
        EXPECT_FALSE(child<QPushButton>("go_on").isEnabled());
        back_to_now();
    }
}

}  // namespace
}  // namespace desktop
