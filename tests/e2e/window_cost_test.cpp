// What the window costs. Time is measured by hand, since it depends on the machine
// (tests/bench/window_cost.py calls what is disabled here); bytes that it keeps do not.
#include <gtest/gtest.h>
#include <malloc.h>

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

// Allocated and not given back, in bytes.
std::int64_t heap() {
    const struct mallinfo2 info = mallinfo2();
    return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
}

class WindowCost : public test::WindowTest {
 protected:
    static constexpr std::int64_t kHour = 3'600 * kSecond;
    static constexpr int kDayPatience = 20 * 60'000;  // ms
    // What comes and goes: views on their way, pictures of letters, blocks that a thread keeps at
    // hand.
    static constexpr std::int64_t kNoise = 100'000;

    void run_on_to(std::int64_t frame) {
        runner->run_until(frame);
        ASSERT_TRUE(QTest::qWaitFor([&] { return window->view()->frame == frame; }, kDayPatience));
    }
};

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

// By then everything bounded has come to its bound (bench/pyramid.h, bench/history/tree.h).
TEST_F(WindowCost, FourHoursTakeNoMoreThanOne) {
    open();
    run_to(kHour / 2);  // so that it has been paused before
    run_to(kHour);
    const std::int64_t hour = heap();
    run_on_to(4 * kHour);
    EXPECT_LT(heap() - hour, kNoise);
}

TEST_F(WindowCost, DISABLED_ADay) {
    open();
    run_to(kHour / 2);
    run_to(kHour);
    const std::int64_t hour = heap();
    const double resident = resident_megabytes();
    const double before = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    run_on_to(24 * kHour);
    const std::int64_t grown = heap() - hour;
    std::printf(
        "a day at full speed: %.1f MB after an hour, %.1f MB after 24 (%+.1f MB, %+.3f MB of them "
        "allocated); processor %.1f s\n",
        resident, resident_megabytes(), resident_megabytes() - resident,
        static_cast<double>(grown) * 1e-6,
        (milliseconds(CLOCK_PROCESS_CPUTIME_ID) - before) * 1e-3);
    EXPECT_LT(grown, kNoise);
    EXPECT_LT(resident_megabytes() - resident, 0.5);
}

}  // namespace
}  // namespace desktop
