// Takes pictures of the meters for the other threads, at most 60 a second, and rings a bell.
//
// One meter is watched and gets its picture each time: 63 at 60 a second would cost more than the
// meters themselves. The others get theirs when the runner stops or comes to a target.
#pragma once

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/bench/rig.h"
#include "app/bench/view.h"

namespace bench {

class Publisher {
 public:
    static constexpr std::chrono::microseconds kPeriod{16'667};
    static constexpr std::chrono::milliseconds kIdlePeriod{100};
    static constexpr std::chrono::milliseconds kLively{500};

    // What the picture says of the runner itself.
    struct Pace {
        double speed = 1.0;
        bool paused = false;
        std::string failure;
        line::Load load;
        TimeView time;
    };

    // `shown` gives the meters: those that run, or as they were at the moment that is looked at.
    Publisher(asio::io_context& io, std::size_t meters,
              std::function<const Rig&(std::size_t)> shown, std::function<Pace()> pace);

    // Owner's thread: somebody has asked for something; a picture follows as soon as the rate
    // allows, and for kLively so do those after it: whoever drags sees it move.
    void touch();
    // Owner's thread: time has passed. A picture follows at once when glass or contacts show
    // something else, otherwise at kIdlePeriod: nobody reads a number faster.
    void time_passed();
    // Owner's thread, or any while there is none: a picture of the watched meter now, whatever the
    // rate; of every meter.
    void publish();
    void publish_all();
    void watch(std::size_t meter);
    // There are so many meters from now on, all others than before; the place on show stays, or is
    // the first where there is none such any more. publish_all() has to follow.
    void seat(std::size_t meters);

    // Any thread. nullptr: there is no such meter.
    [[nodiscard]] std::shared_ptr<const View> view(std::size_t meter) const;
    [[nodiscard]] std::shared_ptr<const View> view() const;  // of the watched meter
    void on_view(std::function<void()> callback);

 private:
    using Clock = std::chrono::steady_clock;
    struct Sample {
        Clock::time_point wall;
        std::int64_t frame;
    };

    void publish_at(Clock::time_point due);
    [[nodiscard]] bool looks_different() const;
    [[nodiscard]] double realtime_factor(Sample now);
    void take(std::size_t meter, double factor);
    void ring();

    std::function<const Rig&(std::size_t)> shown_;
    std::function<Pace()> pace_;
    asio::steady_timer timer_;
    Clock::time_point armed_ = Clock::time_point::max();  // for when; max: it is not
    Clock::time_point lively_until_{};
    Clock::time_point last_{};
    std::deque<Sample> history_;  // of the last second, oldest first

    mutable std::mutex mutex_;  // guards what is below
    std::size_t watched_ = 0;
    std::vector<std::shared_ptr<const View>> views_;
    std::function<void()> callback_;
};

}  // namespace bench
