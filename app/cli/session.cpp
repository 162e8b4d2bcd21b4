#include "app/cli/session.h"

#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include "app/analysis/explanation.h"
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/quantities.h"

namespace cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience{700};  // a run shorter than this shows no progress

// One line on the terminal, rewritten; nothing when stderr is not a terminal.
class RunProgress {
 public:
    void show(const bench::View& view, double seconds) {
        if (!terminal_ || Clock::now() - start_ < kPatience) return;
        fmt::print(stderr,
                   "\r{:5.1f} %  {:.0f} of {:.0f} s simulated, {:.0f} times real time\x1b[K",
                   100.0 * view.simulated_seconds / seconds, view.simulated_seconds, seconds,
                   view.realtime_factor);
        shown_ = true;
    }
    void clear() const {
        if (shown_) fmt::print(stderr, "\r\x1b[K");
    }

 private:
    const bool terminal_ = ::isatty(STDERR_FILENO) != 0;
    const Clock::time_point start_ = Clock::now();
    bool shown_ = false;
};

// Whatever end a command at run time (control/console.h) sets to a part of the run.
void wait_for_interrupt(const bench::Runner& runner) {
    while (!interrupted()) {
        std::this_thread::sleep_for(kLookAtSignals);
        const std::string failure = runner.view()->failure;
        if (!failure.empty()) throw std::runtime_error(failure);
    }
}

// True when the end was reached, false when a signal came first.
bool wait_for_end(bench::Runner& runner, const Session& session) {
    if (!session.seconds) {
        wait_for_interrupt(runner);
        return false;
    }
    RunProgress progress;
    bool ended = false;
    while (!ended && !interrupted()) {
        ended = runner.wait_for(kLookAtSignals);
        progress.show(*runner.view(), *session.seconds);
    }
    progress.clear();
    return ended;
}

}  // namespace

int run_session(bench::Runner& runner, const Session& session, const Report& report) {
    const auto start = Clock::now();
    runner.set_speed(session.speed);
    if (session.seconds) runner.run_until(frames_in(*session.seconds));
    runner.start();
    const bool ended = wait_for_end(runner, session);
    const double wall = std::chrono::duration<double>(Clock::now() - start).count();
    runner.stop();
    if (!session.seconds) return kOk;
    if (!ended) {
        fmt::print(stderr, "metertwin-cli: interrupted after {:.3f} of {:.3f} s simulated\n",
                   runner.view()->simulated_seconds, *session.seconds);
        return kInterrupted;
    }
    try {
        fmt::print("{}", report(wall));
    } catch (const analysis::Cancelled&) {
        return without_results();
    }
    return kOk;
}

}  // namespace cli
