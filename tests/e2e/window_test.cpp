// What a person meets: a window that opens on a live meter, answers keys, mouse and a Modbus
// master.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <QLocale>
#include <algorithm>

#include <QAbstractButton>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QToolButton>
#include <array>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/panel/panel.h"
#include "tests/e2e/window_fixture.h"

namespace desktop {
namespace {

class Window : public test::WindowTest {
 protected:
    // Presses a key and waits until the glass shows something else.
    std::string after(const std::function<void()>& press) {
        const QString before = window->lcd_text();
        press();
        EXPECT_TRUE(until([&] { return window->lcd_text() != before; }));
        return window->lcd_text().toStdString();
    }
    std::string after_key(int qt_key) {
        return after([&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key(qt_key)); });
    }
    std::string after_click(const char* button) {
        return after([&] { QTest::mouseClick(&child<QAbstractButton>(button), Qt::LeftButton); });
    }
};

void expect_golden(const std::string& name, const std::string& text) {
    const std::string path = METERTWIN_SOURCE_DIR "/tests/e2e/golden/" + name;
    if (!qEnvironmentVariableIsEmpty("METERTWIN_UPDATE_GOLDEN")) {
        std::ofstream{path} << text;
        return;
    }
    std::ifstream file{path};
    std::ostringstream golden;
    golden << file.rdbuf();
    EXPECT_EQ(golden.str(), text) << "golden file " << path
                                  << "; METERTWIN_UPDATE_GOLDEN=1 rewrites it";
}

// The totals and the phase screens of the healthy installation, at an exact frame.
TEST_F(Window, KeysWalkTheScreens) {
    open();
    run_to(20 * kSecond);
    std::string trace = window->lcd_text().toStdString() + '\n';
    for (int row = 0; row < meter::kRows; ++row) {
        trace += after_key(Qt::Key_Plus) + '\n';
        if (row < 7) trace += after_key(Qt::Key_Right) + '\n';
    }
    trace += after_click("key_minus") + '\n';
    trace += after_click("key_minus") + '\n';
    trace += after_click("key_plus") + '\n';
    trace += after_click("key_plus") + '\n';
    trace += after_click("key_next") + '\n';
    trace += after_click("key_back") + '\n';
    trace += after_key(Qt::Key_Minus) + '\n';
    trace += after_key(Qt::Key_Equal) + '\n';
    trace += after_key(Qt::Key_Right) + '\n';
    trace += after_key(Qt::Key_Left) + '\n';
    expect_golden("window_walk.txt", trace);
}

TEST_F(Window, StartsWithTheLampTest) {
    open();
    ASSERT_TRUE(until([&] { return window->view()->frame > 0; }));
    EXPECT_TRUE(window->view()->lcd.lit(meter::Annunciator::lock)) << "all segments for 2 s";
    EXPECT_FALSE(window->view()->paused);
}

// The frames of the request and of the answer, worked out with the CRC of the Modbus specification.
TEST_F(Window, ListensWithoutAClick) {
    open();
    EXPECT_EQ(child<QLineEdit>("path").text(), port);
    const int line = ::open(port.toStdString().c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK);
    ASSERT_GE(line, 0) << port.toStdString();
    constexpr std::array<std::uint8_t, 8> kReadSystemType{0x01, 0x03, 0x00, 0x81,
                                                          0x00, 0x01, 0xD4, 0x22};
    const std::vector<std::uint8_t> expected{0x01, 0x03, 0x02, 0x00, 0x28, 0xB8, 0x5A};
    ASSERT_EQ(::write(line, kReadSystemType.data(), kReadSystemType.size()), 8);
    std::vector<std::uint8_t> answer;
    EXPECT_TRUE(until([&] {
        std::array<std::uint8_t, 64> bytes{};
        const ssize_t n = ::read(line, bytes.data(), bytes.size());
        if (n > 0) answer.insert(answer.end(), bytes.begin(), bytes.begin() + n);
        return answer.size() >= expected.size();
    }));
    ::close(line);
    EXPECT_EQ(answer, expected);
}

TEST_F(Window, EditingTheInstallationChangesTheReadings) {
    open();
    run_to(5 * kSecond);
    auto& volts = child<QDoubleSpinBox>("voltage_a");
    volts.setFocus();
    volts.selectAll();
    QTest::keyClicks(&volts, QLocale{}.toString(240.0, 'f', 1));
    QTest::keyClick(&volts, Qt::Key_Return);
    run_to(15 * kSecond);
    EXPECT_EQ(window->view()->installation.voltage, (std::array<double, 3>{240, 240, 240}));
    for (const std::int64_t uv : window->view()->points.readings.voltage_ln_uv) {
        EXPECT_NEAR(static_cast<double>(uv), 240e6, 240e6 * 0.001);
    }
}

TEST_F(Window, StepsExactlyOneWindow) {
    open();
    run_to(4 * kSecond);
    child<QToolButton>("step").click();
    EXPECT_TRUE(until([&] { return window->view()->frame == 4 * kSecond + 2'520; }));
    EXPECT_TRUE(until([&] { return window->view()->paused; }));
}

TEST_F(Window, FitsASmallScreenAndCanBeReachedByTab) {
    open();
    EXPECT_LE(window->frameGeometry().width(), 1'366);
    EXPECT_LE(window->frameGeometry().height(), 768);
    std::vector<QString> reached;
    QWidget* const first = QApplication::focusWidget();
    ASSERT_NE(first, nullptr) << "the keypad has the focus";
    for (int i = 0; i < 600; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.push_back(QApplication::focusWidget()->objectName());
        if (QApplication::focusWidget() == first) break;
    }
    for (const char* name : {"key_back", "key_next", "path", "pause", "speed", "voltage_a",
                             "frequency", "balanced", "readings"}) {
        EXPECT_NE(std::find(reached.begin(), reached.end(), QString::fromLatin1(name)),
                  reached.end())
            << name;
    }
}

}  // namespace
}  // namespace desktop
