// Looking back in a real window: branches are named and deleted, edits undone.
#include <gtest/gtest.h>
#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

#include "signals/source.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/history/history_strip.h"
#include "widgets/phasor/phasor_dial.h"

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
};

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
    dial.setFocus();
    QTest::keyClick(&dial, Qt::Key_PageDown);
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

TEST_F(WindowLook, NoMoreBranchesSaysSo) {
    run_with_an_edit("timeline_dock");
    bench::HistoryLimits one;
    one.branches = 1;
    runner->keep_history({}, one);
    run_to(kEnd + 10 * kSecond);
    look(0, kEnd + 5 * kSecond);
    EXPECT_TRUE(until([&] {
        return child<QLabel>("history_text").text().contains("delete one to go on from here");
    }));
    EXPECT_FALSE(child<QPushButton>("go_on").isEnabled());
    back_to_now();
}

}  // namespace
}  // namespace desktop
