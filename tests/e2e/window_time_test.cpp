// Back in time in a real window: the strip is dragged and moved with keys, a run goes on from
// there.
#include <gtest/gtest.h>
#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <cmath>

#include "signals/source.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/history/history_strip.h"
#include "widgets/phasor/phasor_dial.h"

namespace desktop {
namespace {

class WindowTime : public test::WindowTest {
 protected:
    static constexpr std::int64_t kEdit = 20 * kSecond;
    static constexpr std::int64_t kEnd = 40 * kSecond;

    // 40 s; after 20 of them one current goes down.
    void run_with_an_edit() {
        open();
        auto& dock = child<QDockWidget>("timeline_dock");
        dock.show();
        dock.raise();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !dock.widget()->visibleRegion().isEmpty(); }));
        run_to(kEdit);
        early = window->view()->digest;
        signals::Installation installation;
        installation.current = {60, 120, 120};
        runner->set_installation(installation);
        run_to(kEnd);
        late = window->view()->digest;
    }
    widgets::HistoryStrip& strip() { return child<widgets::HistoryStrip>("history_strip"); }
    [[nodiscard]] const bench::TimeView& time() const { return window->view()->time; }
    bool looks_at(double seconds) {
        return time().looking && time().there &&
               std::abs(window->view()->simulated_seconds - seconds) < 0.5;  // a pixel
    }
    void picture(const char* name) {
        QDir{}.mkpath(QStringLiteral(METERTWIN_BINARY_DIR "/pictures"));
        window->grab().save(
            QStringLiteral(METERTWIN_BINARY_DIR "/pictures/%1.png").arg(QString::fromLatin1(name)));
    }

    std::uint64_t early = 0, late = 0;
};

TEST_F(WindowTime, TheStripIsDraggedToAnEarlierMoment) {
    run_with_an_edit();
    const auto geometry = strip().geometry_now();
    const auto at = [&](double s) { return geometry.point({0, s}).toPoint(); };
    QTest::mousePress(&strip(), Qt::LeftButton, {}, at(40));
    QTest::mouseMove(&strip(), at(30));
    EXPECT_TRUE(until([&] { return looks_at(30); }));
    EXPECT_EQ(window->view()->installation.current[0], 60) << "after the edit";
    QTest::mouseMove(&strip(), at(10));
    QTest::mouseRelease(&strip(), Qt::LeftButton, {}, at(10));
    EXPECT_TRUE(until([&] { return looks_at(10); }));
    EXPECT_EQ(window->view()->installation.current[0], 120) << "before it";
    EXPECT_EQ(time().now, kEnd) << "the run has not moved";
    EXPECT_TRUE(child<QLabel>("history_text").text().startsWith("Looking at "));
    picture("time-looking");
    child<QPushButton>("back_to_now").click();
    EXPECT_TRUE(until([&] { return !time().looking && window->view()->frame == kEnd; }));
    EXPECT_EQ(window->view()->digest, late);
    EXPECT_FALSE(child<QPushButton>("go_on").isEnabled());
}

TEST_F(WindowTime, TheKeyboardDoesTheSame) {
    run_with_an_edit();
    strip().setFocus();
    QTest::keyClick(&strip(), Qt::Key_PageUp);
    EXPECT_TRUE(until([&] { return looks_at(30); }));
    QTest::keyClick(&strip(), Qt::Key_Left);
    EXPECT_TRUE(until([&] { return looks_at(29); }));
    QTest::keyClick(&strip(), Qt::Key_Left, Qt::ControlModifier);
    EXPECT_TRUE(until([&] { return looks_at(28.9); }));
    EXPECT_EQ(strip().accessibleDescription(), "28.9 s of Branch 1");
    QTest::keyClick(&strip(), Qt::Key_Home);
    EXPECT_TRUE(until([&] { return time().looking && window->view()->frame == 0; }));
    QTest::keyClick(&strip(), Qt::Key_End);
    EXPECT_TRUE(until([&] { return !time().looking; }));
    EXPECT_EQ(window->view()->digest, late);
}

TEST_F(WindowTime, ContinuingIsABranchAndTheOldOneStays) {
    run_with_an_edit();
    runner->look_at(0, kEdit);
    EXPECT_TRUE(until([&] { return looks_at(20); }));
    EXPECT_EQ(window->view()->digest, early) << "to the bit, as when it was passed";
    child<QPushButton>("go_on").click();
    EXPECT_TRUE(until([&] { return time().present == 1 && !time().looking; }));
    EXPECT_EQ(window->view()->digest, early);
    run_to(35 * kSecond);
    EXPECT_EQ(window->view()->installation.current[0], 120) << "the edit is on the other branch";
    EXPECT_TRUE(
        std::any_of(window->events().events().begin(), window->events().events().end(),
                    [](const Event& e) { return e.text == "goes on from here as Branch 2"; }));
    picture("time-branches");
    // The old branch's end, by a click on its lane; going on from there is no third one.
    const auto geometry = strip().geometry_now();
    QTest::mouseClick(&strip(), Qt::LeftButton, {}, geometry.point({0, 41}).toPoint());
    EXPECT_TRUE(until([&] { return time().looking && window->view()->frame == kEnd; }));
    EXPECT_EQ(window->view()->digest, late);
    strip().setFocus();
    QTest::keyClick(&strip(), Qt::Key_Return);
    EXPECT_TRUE(until([&] { return time().present == 0 && !time().looking; }));
    EXPECT_EQ(time().branches->size(), 2U);
}

TEST_F(WindowTime, PlayingAndSteppingGoOnToo) {
    run_with_an_edit();
    const auto run = [&](const char* keys) {
        const QKeySequence wanted{QString::fromLatin1(keys)};
        for (QAction* action : window->findChildren<QAction*>())
            if (action->shortcut() == wanted) return action->trigger();
        FAIL() << keys;
    };
    runner->look_at(0, 30 * kSecond);
    EXPECT_TRUE(until([&] { return looks_at(30); }));
    run("F10");
    EXPECT_TRUE(until([&] { return time().present == 1; }));
    EXPECT_EQ(window->view()->frame, 30 * kSecond + 2'520);
    runner->look_at(1, 10 * kSecond);
    EXPECT_TRUE(until([&] { return looks_at(10); }));
    run("F5");
    EXPECT_TRUE(until([&] { return time().present == 2 && !window->view()->paused; }));
    EXPECT_EQ((*time().branches)[2].parent, 0) << "10 s is of the first branch";
}

TEST_F(WindowTime, UndoIsANewEditAtThePresent) {
    open();
    run_to(10 * kSecond);
    const std::uint64_t before = window->view()->digest;
    auto& dial = child<widgets::PhasorDial>("phasor_dial");
    const auto drag = [&](double amperes) {
        const auto geometry = dial.geometry_now();  // its scale follows the largest phasor
        const QPointF from = geometry.tip(widgets::Quantity::current, dial.dial().current[0]);
        const QPointF to = geometry.tip(widgets::Quantity::current, {amperes, -30});
        QTest::mousePress(&dial, Qt::LeftButton, {}, from.toPoint());
        QTest::mouseMove(&dial, ((from + to) / 2).toPoint());
        QTest::mouseMove(&dial, to.toPoint());
        QTest::mouseRelease(&dial, Qt::LeftButton, {}, to.toPoint());
        EXPECT_TRUE(
            until([&] { return std::abs(window->view()->installation.current[0] - amperes) < 5; }));
    };
    const double current = window->view()->installation.current[0];
    drag(60);
    drag(90);
    EXPECT_EQ(window->undo().count(), 1) << "drags of one dial are one edit";
    auto& undo = child<QAction>("undo");
    EXPECT_TRUE(undo.text().startsWith("&Undo ")) << undo.text().toStdString();
    EXPECT_EQ(undo.shortcut().toString(), "Ctrl+Z");
    EXPECT_TRUE(window->isWindowModified());
    run_to(20 * kSecond);
    undo.trigger();
    EXPECT_TRUE(until([&] { return window->view()->installation.current[0] == current; }));
    EXPECT_EQ(window->view()->frame, 20 * kSecond) << "at the present";
    runner->look_at(0, 15 * kSecond);
    EXPECT_TRUE(until([&] { return looks_at(15); }));
    EXPECT_LT(window->view()->installation.current[0], current - 20) << "the past stays";
    runner->look_at(0, 10 * kSecond);
    EXPECT_TRUE(until([&] { return window->view()->digest == before; }));
    runner->look_at_now();
    EXPECT_TRUE(until([&] { return !time().looking; }));
    child<QAction>("redo").trigger();
    EXPECT_TRUE(until([&] { return window->view()->installation.current[0] < current - 20; }));
    EXPECT_EQ(time().branches->size(), 1U) << "no branch came of it";
}

}  // namespace
}  // namespace desktop
