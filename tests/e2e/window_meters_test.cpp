// A bus in a real window: which meter the docks are about is chosen, and what each of them has
// stays while another one is looked at. Runs of one meter and of several take each other's place.
#include <gtest/gtest.h>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <cmath>

#include "app/bench/history/history.h"
#include "app/bench/workspace/workspace_file.h"
#include "app/desktop/panes/trend_pane.h"
#include "app/poll/link.h"
#include "core/registers/table.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/keypad/keypad.h"
#include "widgets/meter_face/meter_face.h"
#include "widgets/notice/notice_bar.h"
#include "widgets/scope/scope_controls.h"
#include "widgets/scope/scope_widget.h"
#include "widgets/trend/trend_plot.h"

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
    QString notice() { return child<widgets::NoticeBar>("notice_bar").text(); }
    void open_file(const QString& file) {
        QSignalSpy opened{&window->document(), &Document::opened};
        window->document().open(file);
        ASSERT_TRUE(opened.count() > 0 || opened.wait(kPatience)) << notice().toStdString();
    }
    void choose(int meter) { Q_EMIT child<QComboBox>("meter_chooser").activated(meter); }
    // Of the meter on show, all phases.
    void edit_current(double amperes) {
        child<QDoubleSpinBox>("current_a").setValue(amperes);
        EXPECT_TRUE(until([&] { return current() == amperes; }));
    }
    void show_ports() {
        child<QDockWidget>("line_dock").show();
        child<QDockWidget>("line_dock").raise();
        child<QTabWidget>("line_tabs").setCurrentIndex(1);
        ASSERT_TRUE(QTest::qWaitFor([&] { return child<QListWidget>("ports").isVisible(); }));
    }
    // By the kind's place in the list.
    void open_port(int kind, const QString& where) {
        child<QComboBox>("port_kind").setCurrentIndex(kind);
        child<QLineEdit>("port_where").setText(where);
        child<QToolButton>("port_open").click();
        EXPECT_EQ(child<QLabel>("port_message").text(), "");
    }
    QString newest_port() {
        auto& list = child<QListWidget>("ports");
        return list.item(list.count() - 1)->data(Qt::UserRole).toString();
    }
    static polling::LinkSettings target(const QString& url, int address) {
        const QString whole = url + QStringLiteral("?address=%1").arg(address);
        return {polling::parse_url(whole.toStdString()), std::chrono::seconds(3), 0, 3};
    }

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
    EXPECT_EQ(window->events().events().back().text, "Meter 2: Next down");
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

// A single meter, a bus, a single meter: one window, one line, the same ports and clients.
TEST_F(WindowMeters, PortsStayWhateverIsOpened) {
    save_bus();
    open_window(1);
    show_ports();
    open_port(0, QStringLiteral("0"));
    const QString tcp = newest_port();
    open_port(4, folder.filePath(QStringLiteral("link")));
    const QString link = newest_port();
    polling::Link over_tcp{target("tcp://" + tcp, 1)};
    EXPECT_EQ(over_tcp.read({130, 1}).front(), 40);
    EXPECT_FALSE(child<QComboBox>("meter_chooser").isVisible());
    const auto expect_all = [&](int address) {
        EXPECT_EQ(child<QListWidget>("ports").count(), 3);
        for (const QString& url : {port, link, "tcp://" + tcp}) {
            polling::Link client{target(url, address)};
            EXPECT_EQ(client.read({130, 1}).front(), 40) << url.toStdString();
        }
        EXPECT_EQ(notice(), "") << "nothing is lost, so nothing is said";
    };
    open_file(bus);
    EXPECT_TRUE(until([&] { return child<QComboBox>("meter_chooser").count() == 3; }));
    EXPECT_TRUE(until([&] { return child<QComboBox>("meter_chooser").isVisible(); }));
    for (const int address : {3, 4, 5}) expect_all(address);
    choose(2);
    EXPECT_TRUE(until([&] { return current() == 50; }));
    const QString scenario = folder.filePath(QStringLiteral("one.toml"));
    QFile text{scenario};
    ASSERT_TRUE(text.open(QFile::WriteOnly));
    text.write("[installation]\ncurrent = [70, 70, 70]\n");
    text.close();
    open_file(scenario);
    EXPECT_TRUE(until([&] { return current() == 70; }));
    EXPECT_EQ(window->view()->meter, 0U);
    EXPECT_TRUE(until([&] { return !child<QComboBox>("meter_chooser").isVisible(); }));
    expect_all(1);
    EXPECT_EQ(over_tcp.read({130, 1}).front(), 40) << "the same client, not cut off";
    open_file(bus);
    EXPECT_TRUE(until([&] { return current() == 30; }));
    window->document().start_anew();
    EXPECT_TRUE(until([&] { return window->view()->meters == 1; }));
    expect_all(1);
}

// The window is gone, the ports with it: the one that goes on with its work opens them again and
// says what cannot be had.
TEST_F(WindowMeters, PortsOfALostWindowComeBackWithItsWork) {
    save_bus();
    const QString left = folder.filePath(QStringLiteral("left"));
    open_window(1);
    window->recover_in(left);
    show_ports();
    open_port(0, QStringLiteral("0"));
    const QString free = newest_port();
    open_port(1, QStringLiteral("0"));
    const QString taken = newest_port();
    open_port(4, folder.filePath(QStringLiteral("link")));
    const QString link = newest_port();
    open_file(bus);
    EXPECT_TRUE(until([&] { return current() == 30; }));
    runner->key(1, meter::Key::next, true);
    EXPECT_TRUE(until([&] { return window->document().is_modified(); }));
    TearDown();
    bench::Runner other{std::make_unique<bench::Rig>(signals::Scenario{})};
    other.open_tcp(ports::Protocol::mbap, taken.toStdString());
    open_window(1);
    window->recover_in(left);
    child<QAction>("notice_choice_0").trigger();
    EXPECT_TRUE(until([&] { return window->view()->meters == 3; }));
    EXPECT_TRUE(until([&] { return notice().contains(taken + " is not open any more"); }))
        << notice().toStdString();
    EXPECT_FALSE(notice().contains(free));
    EXPECT_FALSE(notice().contains(link));
    EXPECT_EQ(child<QListWidget>("ports").count(), 3) << "the window's own and two";
    for (const QString& url : {"tcp://" + free, link}) {
        polling::Link client{target(url, 4)};
        EXPECT_EQ(client.read({130, 1}).front(), 40) << url.toStdString();
    }
    QSignalSpy saved{&window->document(), &Document::saved};
    window->document().save(bus);
    ASSERT_TRUE(saved.count() > 0 || saved.wait(kPatience));
    EXPECT_FALSE(bench::read_workspace(bus.toStdString()).extras.contains("ports"))
        << "a file that is given away opens no port";
}

// Each meter's edits are undone for themselves, at its present.
TEST_F(WindowMeters, EachHasAnUndoOfItsOwn) {
    save_bus();
    open_window(3);
    open_file(bus);
    EXPECT_TRUE(until([&] { return current() == 30; }));
    edit_current(31);
    edit_current(32);
    choose(1);
    EXPECT_TRUE(until([&] { return current() == 40; }));
    EXPECT_EQ(window->undo().count(), 0);
    EXPECT_FALSE(child<QAction>("undo").isEnabled());
    edit_current(41);
    // What the other one has is not touched, whether the dock can be seen or not.
    child<QDockWidget>("editor_dock").hide();
    choose(0);
    EXPECT_TRUE(until([&] { return current() == 32; }));
    EXPECT_EQ(window->undo().count(), 2);
    run_to(11 * kSecond);
    child<QAction>("undo").trigger();
    EXPECT_TRUE(until([&] { return current() == 31; }));
    choose(1);
    EXPECT_TRUE(until([&] { return current() == 41; }));
    child<QAction>("undo").trigger();
    EXPECT_TRUE(until([&] { return current() == 40; }));
    EXPECT_FALSE(child<QAction>("undo").isEnabled());
    choose(0);
    EXPECT_TRUE(until([&] { return current() == 31; }));
    child<QAction>("redo").trigger();
    EXPECT_TRUE(until([&] { return current() == 32; }));
    choose(1);
    EXPECT_TRUE(until([&] { return current() == 40; }));
    child<QAction>("redo").trigger();
    EXPECT_TRUE(until([&] { return current() == 41; }));
    runner->look_at(0, 5 * kSecond);
    EXPECT_TRUE(until([&] { return window->view()->frame == 5 * kSecond && current() == 40; }))
        << "the past stays";
    // From there on they are on another branch, all of them.
    runner->step(kSecond);
    EXPECT_TRUE(until([&] { return window->view()->time.present == 1; }));
    for (int meter = 0; meter < 3; ++meter) {
        choose(meter);
        EXPECT_TRUE(until([&] { return int(window->view()->meter) == meter; }));
        EXPECT_EQ(window->undo().count(), 0) << meter;
    }
}

// The same time axis, each its own curves, and what was when nobody looked is there.
TEST_F(WindowMeters, EachHasTrendsOfItsOwn) {
    save_bus();
    open_window(3);
    open_file(bus);
    EXPECT_TRUE(until([&] { return current() == 30; }));
    child<QDockWidget>("trend_dock").show();
    child<QDockWidget>("trend_dock").raise();
    auto& pane = *window->findChild<TrendPane*>();
    auto& plot = child<widgets::TrendPlot>("trend_plot");
    EXPECT_TRUE(QTest::qWaitFor([&] { return plot.isVisible(); }, kPatience));
    const auto at = [&](std::size_t curve, double second) {
        return widgets::trend_value(plot.curves().at(curve), second);
    };
    const int amperes = static_cast<int>(meter::find_register(std::string_view{"i_a"}) -
                                         meter::register_table().data());
    while (!pane.rows().empty()) pane.remove(pane.rows().front());
    pane.add(amperes);
    run_to(30 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(at(0, 28) - 30) < 1; }));
    choose(1);
    EXPECT_TRUE(until([&] { return current() == 40; }));
    EXPECT_EQ(pane.rows(), std::vector<int>{amperes}) << "the first time, what was on show";
    for (double second = 16; second < 28; ++second)
        EXPECT_NEAR(at(0, second), 40, 1) << "recorded while the other was on show: " << second;
    pane.add(0);
    EXPECT_EQ(pane.rows().size(), 2U);
    Q_EMIT plot.pan_requested(0.02);  // it stays where it is now
    const widgets::TimeWindow left = pane.time_window();
    run_to(50 * kSecond);
    choose(0);
    EXPECT_TRUE(until([&] { return current() == 30; }));
    EXPECT_EQ(pane.rows(), std::vector<int>{amperes});
    EXPECT_NEAR(pane.time_window().end(), 50, 0.1) << "this one follows";
    for (double second = 16; second < 48; ++second) EXPECT_NEAR(at(0, second), 30, 1) << second;
    choose(1);
    EXPECT_TRUE(until([&] { return current() == 40; }));
    EXPECT_EQ(pane.rows(), (std::vector<int>{amperes, 0}));
    EXPECT_EQ(pane.time_window().start, left.start);
    EXPECT_EQ(pane.time_window().span, left.span);
    // Back in time, too, and there as here each shows its own.
    runner->look_at(0, 25 * kSecond);
    EXPECT_TRUE(until([&] { return window->view()->time.there && window->view()->time.looking; }));
    EXPECT_NEAR(at(0, 20), 40, 1);
    choose(0);
    EXPECT_TRUE(until([&] { return current() == 30; }));
    EXPECT_EQ(pane.rows(), std::vector<int>{amperes});
    EXPECT_NEAR(at(0, 20), 30, 1);
    EXPECT_TRUE(std::isnan(at(0, 40)));
    runner->look_at_now();
    EXPECT_TRUE(until([&] { return !window->view()->time.looking; }));
    EXPECT_NEAR(at(0, 40), 30, 1);
    choose(1);
    EXPECT_TRUE(until([&] { return current() == 40; }));
    EXPECT_EQ(pane.time_window().start, left.start) << "as it was left, before the look";
}

// A picture that was held is not another meter's.
TEST_F(WindowMeters, TheScopeShowsTheOneThatIsChosen) {
    save_bus();
    open_window(3);
    open_file(bus);
    EXPECT_TRUE(until([&] { return current() == 30; }));
    child<QDockWidget>("scope_dock").show();
    child<QDockWidget>("scope_dock").raise();
    auto& screen = *window->findChild<widgets::ScopeWidget*>();
    const auto peak = [&] {  // of IA, in A
        float most = 0;
        for (const auto& trace : screen.picture().traces)
            if (trace.name == "IA")
                for (const float value : trace.most) most = std::max(most, value);
        return most;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return screen.isVisible(); }, kPatience));
    run_to(20 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(peak() - 30 * std::sqrt(2.0)) < 1; }));
    auto& controls = *window->findChild<widgets::ScopeControls*>();
    widgets::ScopeSettings settings = controls.settings();
    settings.span = 0.2;
    settings.running = false;
    controls.show_settings(settings);
    Q_EMIT controls.changed(settings);
    choose(1);
    EXPECT_TRUE(until([&] { return current() == 40; }));
    EXPECT_EQ(peak(), 0) << "nothing of this one is known yet";
    EXPECT_TRUE(controls.settings().running);
    EXPECT_EQ(controls.settings().span, 0.2);
    run_to(30 * kSecond);
    EXPECT_TRUE(until([&] { return std::abs(peak() - 40 * std::sqrt(2.0)) < 1; }));
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
