// What the window costs, in processor time and memory: measured by hand, since figures depend on
// the machine (tests/bench/window_cost.py calls it). Nothing is judged here but that it works.
#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "tests/e2e/window_fixture.h"
#include "widgets/phasor/phasor_dial.h"

namespace desktop {
namespace {

double milliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double resident_megabytes() {
    QFile statm{QStringLiteral("/proc/self/statm")};
    if (!statm.open(QIODevice::ReadOnly)) return 0.0;
    return statm.readAll().split(' ').at(1).toDouble() * 4096 / 1e6;
}

class WindowCost : public test::WindowTest {};

// Every move of the mouse is one frame: the installation goes to the bench, comes back on a view,
// and everything that shows it is drawn.
TEST_F(WindowCost, DISABLED_Drag) {
    open();
    run_to(20 * kSecond);
    runner->set_speed(1.0);
    runner->resume();
    auto& dial = child<widgets::PhasorDial>("phasor_dial");
    const auto geometry = dial.geometry_now();
    const QPointF from = geometry.tip(widgets::Quantity::current, dial.dial().current[0]);
    QTest::mousePress(&dial, Qt::LeftButton, {}, from.toPoint());
    int frames = 0;
    const auto count = QObject::connect(window.get(), &MainWindow::shown, [&] { ++frames; });
    const double process = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    const double window_thread = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    QElapsedTimer wall;
    wall.start();
    for (int move = 0; wall.elapsed() < 5'000; ++move) {
        const double turn = move * 0.05;
        QTest::mouseMove(&dial, (from + QPointF{8 * std::cos(turn), 8 * std::sin(turn)}).toPoint());
        QTest::qWait(8);
    }
    const auto seconds = static_cast<double>(wall.elapsed()) * 1e-3;
    QObject::disconnect(count);
    QTest::mouseRelease(&dial, Qt::LeftButton, {}, from.toPoint());
    std::printf(
        "dragging: %.0f frames/s; processor %.1f ms a frame in the window, %.1f ms in all\n",
        frames / seconds, (milliseconds(CLOCK_THREAD_CPUTIME_ID) - window_thread) / frames,
        (milliseconds(CLOCK_PROCESS_CPUTIME_ID) - process) / frames);
    EXPECT_GT(frames, 0);
}

TEST_F(WindowCost, DISABLED_ADay) {
    open();
    run_to(3'600 * kSecond);
    const double hour = resident_megabytes();
    const double before = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    runner->run_until(86'400 * kSecond);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return window->view()->frame == 86'400 * kSecond; }, 20 * 60'000));
    std::printf(
        "a day at full speed: %.1f MB after an hour, %.1f MB after 24 (%+.1f MB); "
        "processor %.1f s\n",
        hour, resident_megabytes(), resident_megabytes() - hour,
        (milliseconds(CLOCK_PROCESS_CPUTIME_ID) - before) * 1e-3);
}

}  // namespace
}  // namespace desktop
