// Pictures of every dock and of the whole window for the documents. Always taken and looked at by
// counting colours; kept in docs/images with METERTWIN_UPDATE_PICTURE=1
// (cmake --build build/dev --target window-picture).
#include <gtest/gtest.h>
#include <QImage>

#include <QDockWidget>
#include <QPixmap>
#include <QSet>
#include <QStyle>
#include <QTabWidget>

#include "app/desktop/dock_table.h"
#include "app/desktop/layouts.h"
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
        ASSERT_TRUE(picture.toImage()
                        .convertToFormat(QImage::Format_Indexed8, Qt::AvoidDither)
                        .save(folder + name + QStringLiteral(".png"), "PNG", 0));
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
        keep(dock.grab(), QString::fromLatin1(row.name));
    }
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

TEST_F(WindowPicture, OfEveryLayout) {
    for (const Layout& layout : layouts()) {
        window->use_layout(layout.name);
        child<widgets::ScopeWidget>("scope").show_cursors(std::string_view{layout.name} ==
                                                          "engineer");
        live();
        const bool first = &layout == &layouts().front();  // the one of the README
        keep(window->grab(),
             first ? QStringLiteral("window")
                   : QStringLiteral("window_%1").arg(QString::fromLatin1(layout.name)));
    }
}

// 100, 150, 200 % on light and dark desktops.
TEST_F(WindowPicture, OfTheDeviceAtEveryScale) {
    auto& face = child<widgets::MeterFace>("meter_face");
    for (const int percent : {100, 150, 200}) {
        QPixmap picture{face.size() * percent / 100};
        picture.setDevicePixelRatio(percent / 100.0);
        face.render(&picture);
        keep(picture, QStringLiteral("device_%1").arg(percent));
    }
    QPalette dark{QColor{0x2b, 0x2f, 0x36}};
    QApplication::setPalette(dark);
    live();
    keep(window->grab(), QStringLiteral("window_dark"));
    QApplication::setPalette(QApplication::style()->standardPalette());
}

}  // namespace
}  // namespace desktop
