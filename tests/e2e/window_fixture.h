// A meter that runs and its window, on a real display (xvfb-run) or, without one, on none.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QTest>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "app/bench/runner.h"
#include "app/desktop/main_window.h"

namespace desktop::test {

class WindowTest : public testing::Test {
 public:
    static constexpr std::int64_t kSecond = 2'521;  // frames
    static constexpr int kPatience = 30'000;        // ms until a test gives up

    static void SetUpTestSuite() {
        if (QApplication::instance() != nullptr) return;
        if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
        static int count = 1;
        static char name[] = "test-window";
        static char* arguments[] = {name, nullptr};
        [[maybe_unused]] static const auto* application = new QApplication{count, arguments};
        QApplication::setStyle(QStringLiteral("Fusion"));
    }

 protected:
    void open(const signals::Scenario& scenario = {}) {
        open_runner(std::make_unique<bench::Runner>(std::make_unique<bench::Rig>(scenario)));
    }
    void open_runner(std::unique_ptr<bench::Runner> meters) {
        runner = std::move(meters);
        port = QString::fromStdString(runner->open_pty());
        window = std::make_unique<MainWindow>(*runner, port);
        window->show();
        runner->start();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }
    void TearDown() override {
        if (runner) runner->stop();
        window.reset();
        runner.reset();
    }

    // Turns the event loop until `condition` holds for the view on show.
    testing::AssertionResult until(const std::function<bool()>& condition) {
        if (QTest::qWaitFor([&] { return window->view() && condition(); }, kPatience)) {
            return testing::AssertionSuccess();
        }
        return testing::AssertionFailure() << "not within " << kPatience << " ms; the glass shows "
                                           << window->lcd_text().toStdString();
    }
    // Runs to an exact frame as fast as it goes and shows it; the meter is paused then.
    void run_to(std::int64_t frame) {
        runner->set_speed(std::numeric_limits<double>::infinity());
        runner->run_until(frame);
        EXPECT_TRUE(
            until([&] { return window->view()->frame == frame && window->view()->paused; }));
    }
    template <class Widget>
    Widget& child(const char* name) {
        auto* widget = window->findChild<Widget*>(QString::fromLatin1(name));
        EXPECT_NE(widget, nullptr) << name;
        return *widget;
    }

    std::unique_ptr<bench::Runner> runner;
    std::unique_ptr<MainWindow> window;
    QString port;
};

}  // namespace desktop::test
