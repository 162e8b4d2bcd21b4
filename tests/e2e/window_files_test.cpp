// Workspaces, scenarios and recordings in a real window; what is unsaved survives the window.
#include <gtest/gtest.h>
#include <signal.h>
#include <QAction>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <cstdio>

#include "app/bench/workspace/workspace_file.h"
#include "app/desktop/file_actions.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/notice/notice_bar.h"

namespace desktop {
namespace {

constexpr const char* kCrash = "METERTWIN_TEST_CRASH_FOLDER";

class WindowFiles : public test::WindowTest {
 protected:
    void SetUp() override { ASSERT_TRUE(folder.isValid()); }
    [[nodiscard]] QString file(const char* name) const {
        return folder.filePath(QString::fromLatin1(name));
    }
    void edit() {
        signals::Installation installation;
        installation.current = {50, 60, 70};
        runner->set_installation(installation);
    }
    // 20 s with an edit in the middle.
    std::uint64_t work() {
        run_to(10 * kSecond);
        edit();
        run_to(20 * kSecond);
        EXPECT_TRUE(until([&] { return window->document().is_modified(); }));
        return window->view()->digest;
    }
    void save(const QString& path) {
        QSignalSpy saved{&window->document(), &Document::saved};
        window->document().save(path);
        ASSERT_TRUE(saved.count() > 0 || saved.wait(kPatience));
    }
    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter{{20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {}};
        QApplication::sendEvent(window.get(), &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent drop{{20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {}};
        QApplication::sendEvent(window.get(), &drop);
    }
    QString notice() { return child<widgets::NoticeBar>("notice_bar").text(); }
    void choose(const char* name) { child<QAction>(name).trigger(); }

    QTemporaryDir folder;
};

TEST_F(WindowFiles, SavedAndOpenedItGoesOnAlike) {
    open();
    const std::uint64_t there = work();
    EXPECT_TRUE(window->isWindowModified());
    save(file("a.metertwin"));
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_EQ(window->windowTitle(), "a.metertwin[*] \u2013 MeterTwin");
    run_to(30 * kSecond);
    const std::uint64_t further = window->view()->digest;
    EXPECT_FALSE(window->isWindowModified()) << "time alone is no work";
    TearDown();
    open();
    window->document().open(file("a.metertwin"));
    EXPECT_TRUE(until([&] { return window->view()->digest == there; }));
    EXPECT_TRUE(until([&] { return window->document().file() == file("a.metertwin"); }));
    runner->look_at(0, 10 * kSecond - 1);
    EXPECT_TRUE(until([&] { return window->view()->frame == 10 * kSecond - 1; }));
    EXPECT_EQ(window->view()->installation.current[0], 120) << "its past came along";
    runner->look_at_now();
    run_to(30 * kSecond);
    EXPECT_EQ(window->view()->digest, further);
    QFile::remove(file("a.metertwin"));
}

TEST_F(WindowFiles, ArrangementIsPartOfIt) {
    open();
    window->use_layout("engineer");
    work();
    save(file("a.metertwin"));
    const QByteArray state = window->saveState();
    window->use_layout("trainer");
    EXPECT_NE(window->saveState(), state);
    window->document().open(file("a.metertwin"));
    EXPECT_TRUE(until([&] { return window->saveState() == state; }));
}

TEST_F(WindowFiles, ScenariosAndRecordingsAreDropped) {
    open();
    runner->pause();
    drop(QStringLiteral(METERTWIN_SOURCE_DIR "/resources/scenarios/unbalance.toml"));
    EXPECT_TRUE(until([&] { return window->document().title() == "unbalance.toml"; }));
    EXPECT_TRUE(until([&] { return !(window->view()->installation == signals::Installation{}); }));
    QFile csv{file("feeder.csv")};
    ASSERT_TRUE(csv.open(QFile::WriteOnly));
    csv.write("time_s,VA_V,VB_V,VC_V,IA_A,IB_A,IC_A\n");
    for (int n = 0; n < 6'000; ++n) {  // 1 s at 6 kHz of 230 V, 40 A at 60 Hz
        const double turn = 2 * M_PI * n / 100.0;
        QByteArray line = QByteArray::number(n / 6'000.0, 'f', 7);
        for (const double peak : {230 * M_SQRT2, 40 * M_SQRT2})
            for (int phase = 0; phase < 3; ++phase)
                line += ',' + QByteArray::number(peak * std::sin(turn - phase * 2 * M_PI / 3));
        csv.write(line + '\n');
    }
    csv.close();
    drop(file("feeder.csv"));
    EXPECT_TRUE(until([&] { return window->document().title() == "feeder.csv"; }))
        << notice().toStdString();
    run_to(5 * kSecond);
    EXPECT_NEAR(static_cast<double>(window->view()->points.readings.voltage_ln_uv[0]) * 1e-6, 230,
                0.5);
    const std::uint64_t digest = window->view()->digest;
    edit();
    save(file("a.metertwin"));
    runner->look_at(0, 4 * kSecond);
    EXPECT_TRUE(until([&] { return window->view()->frame == 4 * kSecond; }));
    window->document().open(file("a.metertwin"));
    EXPECT_TRUE(until([&] { return window->document().title() == "a.metertwin"; }));
    runner->look_at(0, 5 * kSecond);
    EXPECT_TRUE(until([&] { return window->view()->digest == digest; }));
    // Another recording in its place is not taken for it.
    ASSERT_TRUE(csv.open(QFile::Append));
    csv.write("1.0,0,0,0,0,0,0\n");
    csv.close();
    drop(file("a.metertwin"));
    EXPECT_TRUE(until([&] { return notice().contains("is not the recording"); }));
}

TEST_F(WindowFiles, WhatCannotBeOpenedSaysSoAndChangesNothing) {
    open();
    const std::uint64_t there = work();
    QFile bad{file("bad.metertwin")};
    ASSERT_TRUE(bad.open(QFile::WriteOnly));
    bad.write("something else");
    bad.close();
    drop(file("bad.metertwin"));
    EXPECT_TRUE(until([&] { return notice().contains("it is no workspace of MeterTwin"); }));
    EXPECT_EQ(window->view()->digest, there);
    choose("notice_choice_0");
    EXPECT_TRUE(notice().isEmpty());
    window->document().save(file("no/such/folder/a.metertwin"));
    EXPECT_TRUE(until([&] { return notice().contains("cannot be written"); }));
    EXPECT_TRUE(window->isWindowModified());
}

// As on a small screen: the bar's Close is there beside a text of several lines.
TEST_F(WindowFiles, ALongReasonLeavesRoomForItsButton) {
    open();
    window->resize(1366, 768);
    const QString path = file("") + QString{600, QLatin1Char{'x'}} + QStringLiteral(".metertwin");
    window->document().open(path);
    EXPECT_TRUE(until([&] { return notice().contains(QString{600, QLatin1Char{'x'}}); }));
    auto& bar = child<widgets::NoticeBar>("notice_bar");
    QWidget* close = bar.widgetForAction(&child<QAction>("notice_choice_0"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return close->isVisible() && close->width() > 10; }));
    EXPECT_TRUE(
        window->rect().contains(QRect{close->mapTo(window.get(), QPoint{}), close->size()}));
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Space);
    EXPECT_TRUE(notice().isEmpty());
}

TEST_F(WindowFiles, RecentFilesAreRemembered) {
    QSettings settings{file("settings.ini"), QSettings::IniFormat};
    open();
    window->remember_in(settings);
    work();
    save(file("a.metertwin"));
    save(file("b.metertwin"));
    EXPECT_EQ(window->files().recent(), (QStringList{file("b.metertwin"), file("a.metertwin")}));
    TearDown();
    open();
    window->remember_in(settings);
    auto& menu = child<QMenu>("recent_files");
    ASSERT_EQ(menu.actions().size(), 4) << "two, a line, and Forget them";
    menu.actions().at(1)->trigger();
    EXPECT_TRUE(until([&] { return window->document().file() == file("a.metertwin"); }));
}

TEST_F(WindowFiles, ClosingWithUnsavedWorkKeepsIt) {
    open();
    window->recover_in(file("recovery"));
    const std::uint64_t there = work();
    TearDown();
    open();
    window->recover_in(file("recovery"));
    EXPECT_TRUE(notice().startsWith("Unsaved work of ")) << notice().toStdString();
    choose("notice_choice_0");
    EXPECT_TRUE(until([&] { return window->view()->digest == there; }));
    EXPECT_TRUE(until([&] { return window->isWindowModified(); })) << "it is in no file yet";
    save(file("kept.metertwin"));
    TearDown();
    open();
    window->recover_in(file("recovery"));
    EXPECT_TRUE(notice().isEmpty()) << "what was saved is not offered";
}

TEST_F(WindowFiles, WhatIsReplacedIsKeptToo) {
    open();
    window->recover_in(file("recovery"));
    const std::uint64_t there = work();
    window->document().start_anew();
    EXPECT_TRUE(until([&] { return notice().startsWith("The run before was not saved"); }));
    EXPECT_TRUE(until([&] { return window->view()->frame < 20 * kSecond; }));
    choose("notice_choice_0");
    EXPECT_TRUE(until([&] { return window->view()->digest == there; }));
}

// The window that dies: this program again, killed while its work is in no file.
TEST_F(WindowFiles, DISABLED_DiesWithUnsavedWork) {
    const QString where = qEnvironmentVariable(kCrash);
    ASSERT_FALSE(where.isEmpty());
    open();
    window->recover_in(where);
    const std::uint64_t there = work();
    QSignalSpy copied{window->recovery(), &Recovery::copied};
    ASSERT_TRUE(copied.count() > 0 || copied.wait(kPatience)) << "by itself";
    std::printf("digest %llu\n", static_cast<unsigned long long>(there));
    std::fflush(stdout);
    ::raise(SIGKILL);
}

TEST_F(WindowFiles, UnsavedWorkSurvivesAKill) {
    QProcess victim;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kCrash), folder.path());
    victim.setProcessEnvironment(environment);
    victim.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--gtest_also_run_disabled_tests"),
                  QStringLiteral("--gtest_filter=*DiesWithUnsavedWork")});
    ASSERT_TRUE(victim.waitForFinished(kPatience));
    EXPECT_EQ(victim.exitStatus(), QProcess::CrashExit);
    const QByteArray said = victim.readAllStandardOutput();
    const auto at = said.indexOf("digest ");
    ASSERT_GE(at, 0) << said.toStdString();
    const std::uint64_t there = said.mid(at + 7, said.indexOf('\n', at) - at - 7).toULongLong();
    open();
    window->recover_in(folder.path());
    EXPECT_TRUE(notice().startsWith("Unsaved work of ")) << "offered, without stopping anybody";
    QTest::qWait(0);  // laid out
    QDir{}.mkpath(QStringLiteral(METERTWIN_BINARY_DIR "/pictures"));
    window->grab().save(QStringLiteral(METERTWIN_BINARY_DIR "/pictures/recovery.png"));
    choose("notice_choice_0");
    EXPECT_TRUE(until([&] { return window->view()->digest == there; }));
    EXPECT_TRUE(notice().isEmpty());
    EXPECT_EQ(window->view()->frame, 20 * kSecond);
    EXPECT_EQ(window->view()->installation.current[2], 70);
    runner->look_at(0, 5 * kSecond);
    EXPECT_TRUE(until([&] { return window->view()->frame == 5 * kSecond; })) << "with its past";
}

}  // namespace
}  // namespace desktop
