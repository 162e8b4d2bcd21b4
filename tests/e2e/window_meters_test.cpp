// A bus in a real window: which meter the docks are about is chosen; a run of another number of
// meters asks for another window.
#include <gtest/gtest.h>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "app/bench/history/history.h"
#include "app/bench/workspace/workspace_file.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/keypad/keypad.h"
#include "widgets/meter_face/meter_face.h"
#include "widgets/notice/notice_bar.h"

namespace desktop {
namespace {

class WindowMeters : public test::WindowTest {
 protected:
    void SetUp() override {
        ASSERT_TRUE(folder.isValid());
        bus = folder.filePath(QStringLiteral("bus.metertwin"));
    }
    // Three meters, addresses 3, 4, 5, with 30, 40, 50 A, after 10 s.
    void save_bus() {
        std::vector<std::unique_ptr<bench::Rig>> rigs;
        for (const int n : {3, 4, 5}) {
            signals::Scenario what;
            what.installation.current = {n * 10.0, n * 10.0, n * 10.0};
            rigs.push_back(std::make_unique<bench::Rig>(what));
            meter::Config config = rigs.back()->meter().points().config;
            config.line.address = static_cast<std::uint8_t>(n);
            ASSERT_EQ(rigs.back()->configure(config), meter::ConfigError::none);
        }
        bench::History history{rigs};
        for (const auto& rig : rigs) rig->advance(10 * kSecond);
        history.advanced();
        bench::Workspace workspace;
        workspace.history = history.tree();
        bench::write_workspace(workspace, bus.toStdString());
    }
    void open_window(std::size_t meters) {
        std::vector<std::unique_ptr<bench::Rig>> rigs;
        while (rigs.size() < meters)
            rigs.push_back(std::make_unique<bench::Rig>(signals::Scenario{}));
        open_runner(std::make_unique<bench::Runner>(std::move(rigs)));
    }
    // What screen is on the glass: its word and its unit, without the number and the heart's beat.
    [[nodiscard]] QString screen() const {
        const QString glass = window->lcd_text();
        return glass.section(QLatin1Char{'|'}, 1, 1) + glass.section(QLatin1Char{'|'}, 3);
    }
    [[nodiscard]] double current() const { return window->view()->installation.current[0]; }

    QTemporaryDir folder;
    QString bus;
};

TEST_F(WindowMeters, TheDocksAreAboutTheOneThatIsChosen) {
    save_bus();
    open_window(3);
    window->document().open(bus);
    EXPECT_TRUE(until([&] { return window->document().file() == bus; }));
    auto& chooser = child<QComboBox>("meter_chooser");
    EXPECT_TRUE(until([&] { return current() == 30; }));
    EXPECT_TRUE(until([&] { return chooser.itemText(2) == "Meter 3: address 5"; }));
    const std::size_t before = window->events().events().size();
    chooser.setCurrentIndex(1);
    Q_EMIT chooser.activated(1);
    EXPECT_TRUE(until([&] { return current() == 40; }));
    EXPECT_EQ(window->view()->points.config.line.address, 4);
    EXPECT_EQ(window->events().events().size(), before) << "that is no event of either";
    QDir{}.mkpath(QStringLiteral(METERTWIN_BINARY_DIR "/pictures"));
    window->grab().save(QStringLiteral(METERTWIN_BINARY_DIR "/pictures/meters.png"));
    run_to(12 * kSecond);
    EXPECT_EQ(current(), 40);
    // A key is for the meter on show, and the past is everybody's.
    const QString first = screen();
    auto& keys = child<widgets::MeterFace>("meter_face").keypad();
    Q_EMIT keys.key_changed(meter::Key::next, true);
    runner->step(kSecond / 4);
    Q_EMIT keys.key_changed(meter::Key::next, false);
    runner->step(kSecond / 4);
    EXPECT_TRUE(until([&] { return screen() != first; }));
    Q_EMIT chooser.activated(2);
    EXPECT_TRUE(until([&] { return current() == 50; }));
    EXPECT_EQ(screen(), first) << "nobody has pressed a key of this one";
    runner->look_at(0, 5 * kSecond);
    EXPECT_TRUE(until([&] { return window->view()->frame == 5 * kSecond; }));
    EXPECT_EQ(current(), 50);
}

TEST_F(WindowMeters, AnotherNumberOfMetersAsksForAnotherWindow) {
    save_bus();
    open_window(1);
    EXPECT_EQ(window->findChild<QComboBox*>(QStringLiteral("meter_chooser")), nullptr);
    window->document().open(bus);
    EXPECT_TRUE(until([&] {
        return child<widgets::NoticeBar>("notice_bar")
            .text()
            .contains("a run of 3 meters, this window has 1. metertwin-cli run --workspace");
    }));
    std::optional<Beginning> wanted;
    window->document().reopen = [&](const Beginning& next) { wanted = next; };
    window->document().open(bus);
    EXPECT_TRUE(until([&] { return wanted.has_value(); }));
    EXPECT_EQ(wanted->file, bus);
    EXPECT_EQ(wanted->meters, 3U);
    EXPECT_FALSE(wanted->recovered);
    wanted.reset();
    window->document().recover(bus);
    EXPECT_TRUE(until([&] { return wanted.has_value(); }));
    EXPECT_TRUE(wanted->recovered);
    TearDown();
    open_window(3);
    wanted.reset();
    window->document().reopen = [&](const Beginning& next) { wanted = next; };
    window->document().start_anew();
    ASSERT_TRUE(wanted.has_value());
    EXPECT_EQ(wanted->meters, 1U) << "a new run has one";
    EXPECT_TRUE(wanted->file.isEmpty());
}

TEST_F(WindowMeters, ARecoveredBusIsItsWindowsOwn) {
    save_bus();
    const QString left = folder.filePath(QStringLiteral("left"));
    QDir{}.mkpath(left);
    const QString copy = left + QStringLiteral("/1-1.metertwin");
    ASSERT_TRUE(QFile::copy(bus, copy));
    open_window(3);
    window->recover_in(left);
    EXPECT_TRUE(child<widgets::NoticeBar>("notice_bar").text().contains("Unsaved work"));
    window->recovery()->recover(copy);
    EXPECT_TRUE(until([&] { return current() == 30 && window->document().is_modified(); }));
    EXPECT_TRUE(until([&] { return !QFile::exists(copy); })) << "it is this window's copy now";
    EXPECT_EQ(child<widgets::NoticeBar>("notice_bar").text(), "");
}

}  // namespace
}  // namespace desktop
