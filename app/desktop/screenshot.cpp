#include "app/desktop/screenshot.h"

#include <fmt/core.h>

#include <QApplication>
#include <QPixmap>
#include <QTimer>
#include <cstdio>
#include <limits>

#include "app/desktop/main_window.h"
#include "app/desktop/options.h"

namespace desktop {

namespace {

constexpr std::int64_t kSettledFrames = 25 * 2'521;  // 25 s: readings settled, panel powered up
constexpr int kLiveTime = 1'600;                     // ms at real time before the picture

}  // namespace

Screenshot::Screenshot(MainWindow& window, bench::Runner& runner, QString file)
    : QObject(&window), window_(window), runner_(runner), file_(std::move(file)) {
    runner_.set_speed(std::numeric_limits<double>::infinity());
    runner_.run_until(kSettledFrames);
    connect(&window_, &MainWindow::shown, this, &Screenshot::look);
}

void Screenshot::look() {
    if (settled_ || window_.view()->frame < kSettledFrames) return;
    settled_ = true;
    runner_.set_speed(1.0);
    runner_.resume();
    QTimer::singleShot(kLiveTime, this, &Screenshot::take);
}

void Screenshot::take() {
    if (window_.grab().save(file_)) {
        QApplication::exit(0);
        return;
    }
    fmt::print(stderr, "metertwin: cannot write the picture {}\n", file_.toStdString());
    QApplication::exit(kFailure);
}

}  // namespace desktop
