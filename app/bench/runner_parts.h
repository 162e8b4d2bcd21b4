// Inside of runner.h, for its own files only.
#pragma once

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/bench/gateway.h"
#include "app/bench/history/time_machine.h"
#include "app/bench/line_server.h"
#include "app/bench/pacer.h"
#include "app/bench/publisher.h"
#include "app/bench/runner.h"
#include "app/ports/tcp_server.h"
#include "signals/scenario/words.h"

namespace bench {

using Clock = Pacer::Clock;

inline constexpr std::chrono::milliseconds kTurn{
    2};  // longest run without looking at ports and requests
inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

struct Runner::Parts {
    explicit Parts(std::vector<std::unique_ptr<Rig>> owned);

    [[nodiscard]] std::int64_t frame() const { return meters.front()->frame(); }
    void advance(std::int64_t frames);
    void run();
    void apply(const std::function<void()>& request);
    void schedule();
    void turn();
    void reach_target();
    void set_pace(double speed, bool paused);
    [[nodiscard]] TimeView time_view() const;
    void look(int branch, std::int64_t frame);
    void make_look();
    void look_turn();
    void look_at_now();
    bool go_on();
    void finish();
    std::string open(std::unique_ptr<ports::Port> port, RateCheck check);
    void open(Tree tree, MakeInput make_input);
    void watch(std::size_t meter);
    bool close(const std::string& address);

    std::vector<std::unique_ptr<Rig>> meters;
    std::atomic<std::size_t> count;  // of them, for any thread
    asio::io_context io;
    asio::executor_work_guard<asio::io_context::executor_type> keep{io.get_executor()};
    asio::steady_timer wake{io};
    Pacer pacer;
    bool paused = false;
    bool scheduled = false;  // turn() is going to be called
    std::int64_t target = kNever;
    std::string failure;
    signals::Words words = signals::english;
    LineServer line;
    Gateway gateway;
    std::vector<std::unique_ptr<ports::TcpServer>> servers;
    TimeMachine time;
    std::int64_t doings = 0;
    bool look_scheduled = false;   // look_turn() is going to be called
    bool ran_before_look = false;  // and runs on when nobody looks any more
    Publisher publisher;
    std::thread thread;

    std::mutex mutex;  // guards `waiting_for` and `done`
    std::condition_variable changed;
    std::int64_t waiting_for = kNever;  // of the newest run_until()
    bool done = false;                  // that frame was reached, or nothing runs any more
};

}  // namespace bench
