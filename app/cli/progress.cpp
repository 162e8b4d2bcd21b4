#include "app/cli/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace cli {

using std::chrono::steady_clock;

Progress::Progress(std::string what)
    : what_(std::move(what)),
      terminal_(::isatty(STDERR_FILENO) == 1),
      next_(steady_clock::now() + std::chrono::seconds{1}) {}

void Progress::show(double share) {
    if (!terminal_ || steady_clock::now() < next_) return;
    next_ = steady_clock::now() + std::chrono::milliseconds{200};
    fmt::print(stderr, "\r{}: {:.0f} % ", what_, 100.0 * share);
    std::fflush(stderr);
    shown_ = true;
}

void Progress::end() {
    if (shown_) fmt::print(stderr, "\r{:60}\r", "");
    shown_ = false;
}

}  // namespace cli
