// The line in the real world: stamps what ports deliver with the line clock, wakes the bus when
// something happens on it, hands what it delivers to the ports.
//
// The line clock counts 32768 Hz ticks of the wall, whatever the metering clock does: a client is
// served in its own real time at any speed, and by a paused meter as well (docs/design.md, two
// clocks). It starts where the oldest meter's own line clock stands and never runs behind one (a
// restored meter may be older than this program). A wake-up that comes late moves nothing: what
// happens on the bus keeps its own instants. Owner's thread only.
#pragma once

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "app/bench/rig.h"
#include "app/line/answer_filter.h"
#include "app/line/ledger.h"
#include "app/line/uart_format.h"
#include "app/ports/port.h"

namespace line {
class Bus;
}

namespace bench {

class RigStation;

class LineServer {
 public:
    LineServer(asio::io_context& io, std::span<const std::unique_ptr<Rig>> meters);
    ~LineServer();

    // Other meters are on the line from now on; the old ones still have to be there. Ports, clients
    // and what listens stay as they are.
    void seat(std::span<const std::unique_ptr<Rig>> meters);
    // `any_format`: whatever the client's rate is, it is right.
    void add(std::unique_ptr<ports::Port> port, bool any_format = false);
    // Closes the port with this address; nullptr when there is none. To be destroyed by a task that
    // is posted after this call (ports/port.h).
    std::unique_ptr<ports::Port> close(const std::string& address);
    // To be called after anything that may have moved a meter's line deadline.
    void rearm();
    [[nodiscard]] meter::Instant now();
    // The first meter's settings, which are those of the ports. Any thread.
    [[nodiscard]] line::UartFormat format() const;
    void add_tap(std::shared_ptr<line::Tap> tap);
    void set_filter(std::shared_ptr<line::AnswerFilter> filter);
    [[nodiscard]] line::Bus& bus() { return *bus_; }
    [[nodiscard]] const line::Load& load() const;

 private:
    void follow_settings();
    [[nodiscard]] std::int64_t newest_tick() const;
    [[nodiscard]] std::chrono::steady_clock::time_point wall_of(meter::Instant instant) const;

    std::span<const std::unique_ptr<Rig>> meters_;
    std::unique_ptr<line::Bus> bus_;
    std::vector<std::unique_ptr<RigStation>> stations_;
    std::vector<std::unique_ptr<ports::Port>> ports_;  // as on the bus; nullptr: closed
    asio::steady_timer timer_;
    std::chrono::steady_clock::time_point start_;
    std::int64_t base_ticks_;   // of the line clock at start_
    mutable std::mutex mutex_;  // guards what is below
    meter::LineConfig line_;    // what the ports have been told
};

}  // namespace bench
