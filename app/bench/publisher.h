// Takes pictures of the rig for the other threads, at most 60 a second, and rings a bell.
#pragma once

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "app/bench/rig.h"
#include "app/bench/view.h"

namespace bench {

class Publisher {
 public:
    static constexpr std::chrono::microseconds kPeriod{16'667};

    // What the picture says of the runner itself.
    struct Pace {
        double speed = 1.0;
        bool paused = false;
        std::string failure;
    };

    Publisher(asio::io_context& io, const Rig& rig, std::function<Pace()> pace);

    // Owner's thread: something has changed; a picture follows as soon as the rate allows.
    void touch();
    // Owner's thread, or any while there is none: a picture now, whatever the rate.
    void publish();

    // Any thread.
    [[nodiscard]] std::shared_ptr<const View> view() const;
    void on_view(std::function<void()> callback);

 private:
    using Clock = std::chrono::steady_clock;
    struct Sample {
        Clock::time_point wall;
        std::int64_t frame;
    };

    [[nodiscard]] double realtime_factor(Sample now);

    const Rig& rig_;
    std::function<Pace()> pace_;
    asio::steady_timer timer_;
    bool armed_ = false;
    Clock::time_point last_{};
    std::deque<Sample> history_;  // of the last second, oldest first

    mutable std::mutex mutex_;  // guards the two below
    std::shared_ptr<const View> view_;
    std::function<void()> callback_;
};

}  // namespace bench
