// Pictures of every dock and of the whole window for the documents. Always taken and looked at by
// counting colours; kept in docs/images with METERTWIN_UPDATE_PICTURE=1
// (cmake --build build/dev --target window-picture).
#include <gtest/gtest.h>
#include <QImage>

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QScrollBar>
#include <QSet>
#include <QTabWidget>
#include <QTableView>

#include "app/desktop/dock_table.h"
#include "app/desktop/layouts.h"
#include "app/poll/link.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/meter_face/meter_face.h"
#include "widgets/scope/scope_widget.h"

namespace desktop {
namespace {

class WindowPicture : public test::WindowTest {
 protected:
    void SetUp() override {
        signals::Scenario scenario;
        scenario.installation.current = {120, 104, 133};
        scenario.installation.angle = {30, 24, 36};
        scenario.installation.harmonics = {
            {5, 3, 18, 0, 180}, {7, 2, 11, 0, 180}, {11, 1, 6, 0, 0}};
        open(scenario);
        run_to(60 * kSecond);
        runner->set_speed(1.0);
        runner->resume();
    }
    void keep(const QPixmap& picture, const QString& name) {
        const bool update = !qEnvironmentVariableIsEmpty("METERTWIN_UPDATE_PICTURE");
        const QString folder = update ? QStringLiteral(METERTWIN_SOURCE_DIR "/docs/images/")
                                      : QStringLiteral(METERTWIN_BINARY_DIR "/");
        ASSERT_TRUE(picture.save(folder + name + QStringLiteral(".png"), "PNG", 0));
        const QImage image = picture.toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
        EXPECT_GT(colours.size(), 20) << name.toStdString() << ": nothing is drawn";
    }
    void live() {
        const std::int64_t frame = window->view()->frame;
        EXPECT_TRUE(until([&] { return window->view()->frame > frame + kSecond; }));
    }
};

TEST_F(WindowPicture, OfEveryDock) {
    for (const DockRow& row : dock_table()) {
        auto& dock = child<QDockWidget>(row.name);
        dock.show();
        dock.raise();
        live();
        if (row.name != std::string_view{"line_dock"} && row.name != std::string_view{"poll_dock"})
            keep(dock.grab(), QString::fromLatin1(row.name));
    }
}

// With something to see: requests of a master, ports, faults.
TEST_F(WindowPicture, OfTheLinesTabs) {
    auto& dock = child<QDockWidget>("line_dock");
    dock.show();
    dock.raise();
    auto& tabs = child<QTabWidget>("line_tabs");
    polling::Link link({polling::parse_url(port.toStdString()), std::chrono::seconds(3), 0, 3});
    for (const polling::Block block : {polling::Block{130, 2}, {261, 2}, {19, 3}, {10, 3}})
        EXPECT_FALSE(link.read(block).empty());
    live();
    keep(dock.grab(), QStringLiteral("line_dock"));
    tabs.setCurrentIndex(1);
    Q_EMIT child<QLineEdit>("port_where").returnPressed();
    live();
    keep(dock.grab(), QStringLiteral("line_ports"));
    tabs.setCurrentIndex(2);
    for (const char* fault : {"no-answer:every=3", "bad-crc:probability=0.1"}) {
        child<QLineEdit>("fault_text").setText(QString::fromLatin1(fault));
        Q_EMIT child<QLineEdit>("fault_text").returnPressed();
    }
    live();
    keep(dock.grab(), QStringLiteral("line_faults"));
}

TEST_F(WindowPicture, OfAPoll) {
    auto& dock = child<QDockWidget>("poll_dock");
    dock.show();
    dock.raise();
    child<QLineEdit>("poll_points").setText(QStringLiteral("f_kw_total f_pf_total f_v_* f_i_*"));
    Q_EMIT child<QLineEdit>("poll_points").returnPressed();
    const auto& state = child<QLabel>("poll_state");
    EXPECT_TRUE(until([&] {
        return state.text().startsWith(QStringLiteral("Polls: 2,")) &&
               state.height() >= state.heightForWidth(state.width());
    })) << "two polls, and all that is said of them is seen";
    keep(dock.grab(), QStringLiteral("poll_dock"));
}

TEST_F(WindowPicture, OfTheInstallationsTabs) {
    auto& tabs = child<QTabWidget>("installation_tabs");
    const char* const names[]{"phases", "harmonics", "wiring"};
    for (int i = 0; i < tabs.count(); ++i) {
        tabs.setCurrentIndex(i);
        live();
        keep(tabs.grab(), QStringLiteral("installation_%1").arg(QString::fromLatin1(names[i])));
    }
}

// Light and dark; the light one of the first layout is the README's.
TEST_F(WindowPicture, OfEveryLayout) {
    const QPalette light = QApplication::palette(), dark{QColor{0x2b, 0x2f, 0x36}};
    for (const Layout& layout : layouts()) {
        window->use_layout(layout.name);
        child<widgets::ScopeWidget>("scope").show_cursors(std::string_view{layout.name} ==
                                                          "engineer");
        const QString name = &layout == &layouts().front()
                                 ? QStringLiteral("window")
                                 : QStringLiteral("window_") + QString::fromLatin1(layout.name);
        live();
        keep(window->grab(), name);
        QApplication::setPalette(dark);
        live();
        keep(window->grab(), name + QStringLiteral("_dark"));
        QApplication::setPalette(light);
    }
}

TEST_F(WindowPicture, OfTheDeviceAtEveryScale) {
    auto& face = child<widgets::MeterFace>("meter_face");
    for (const int percent : {100, 150, 200}) {
        QPixmap picture{face.size() * percent / 100};
        picture.setDevicePixelRatio(percent / 100.0);
        face.render(&picture);
        keep(picture, QStringLiteral("device_%1").arg(percent));
    }
}

// Whoever reads a number needs all of its digits.
TEST_F(WindowPicture, CutsNoReading) {
    for (const Layout& layout : layouts()) {
        window->use_layout(layout.name);
        live();
        const auto& table = child<QTableView>("readings");
        if (!table.isVisible()) continue;
        EXPECT_EQ(table.horizontalScrollBar()->maximum(), 0) << layout.name;
        const QFontMetrics metrics = table.fontMetrics();
        for (int row = 0; row < table.model()->rowCount(); ++row)
            for (int column = 0; column < table.model()->columnCount(); ++column) {
                const QString text = table.model()->index(row, column).data().toString();
                EXPECT_GE(table.columnWidth(column), metrics.horizontalAdvance(text))
                    << layout.name << ": " << text.toStdString();
            }
    }
}

}  // namespace
}  // namespace desktop
