#include "app/poll/poller.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "app/poll/schedule.h"

namespace polling {

struct Poller::Parts {
    using Clock = Schedule::Clock;

    PollSettings settings;
    Listener listener;
    Link link{settings.link};
    const Plan plan = plan_of(settings.rows);

    mutable std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    bool done = false;
    Statistics statistics;  // a copy of the link's, for other threads
    std::thread thread;

    // False when it is time to stop before.
    bool sleep_until(Clock::time_point due) {
        std::unique_lock lock(mutex);
        return !changed.wait_until(lock, due, [this] { return stopping; });
    }

    void count(const Sweep& sweep, std::int64_t missed, std::optional<Clock::time_point>& before,
               Clock::time_point started) {
        Statistics& s = link.statistics();
        ++s.polls;
        s.missed += missed;
        if (before)
            s.period_ms.add(std::chrono::duration<double, std::milli>(started - *before).count());
        before = started;
        {
            const std::lock_guard lock(mutex);
            statistics = s;
        }
        if (listener.swept) listener.swept(sweep);
        if (listener.counted) listener.counted(s);
    }

    void poll() {
        Schedule schedule(Clock::now(), settings.period);
        std::optional<Clock::time_point> before;
        for (std::int64_t n = 0; !settings.polls || n < *settings.polls; ++n) {
            if (!sleep_until(schedule.due())) return;
            const auto started = Clock::now();
            const Sweep result = sweep(link, plan);
            if (link.cancelled()) return;
            count(result, schedule.next(Clock::now()), before, started);
        }
    }

    void run() {
        try {
            poll();
        } catch (const std::exception& error) {
            if (listener.broken) listener.broken(error.what());
        }
        const std::lock_guard lock(mutex);
        done = true;
        changed.notify_all();
    }
};

Poller::Poller(PollSettings settings, Listener listener)
    : parts_(std::make_unique<Parts>(std::move(settings), std::move(listener))) {}

Poller::~Poller() { stop(); }

void Poller::start() {
    parts_->thread = std::thread([this] { parts_->run(); });
}

void Poller::stop() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->stopping = true;
    }
    parts_->link.cancel();
    parts_->changed.notify_all();
    if (parts_->thread.joinable()) parts_->thread.join();
}

bool Poller::wait_for(std::chrono::milliseconds at_most) {
    std::unique_lock lock(parts_->mutex);
    return parts_->changed.wait_for(lock, at_most, [this] { return parts_->done; });
}

Statistics Poller::statistics() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->statistics;
}

}  // namespace polling
