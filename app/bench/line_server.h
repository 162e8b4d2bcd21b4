// The meter's line in the real world: stamps what ports deliver with the line clock, wakes the
// meter at its deadlines, hands its answers to the ports.
//
// The line clock counts 32768 Hz ticks of the wall, whatever the metering clock does: a client is
// served in its own real time at any speed, and by a paused meter as well (docs/design.md, two
// clocks). It starts where the meter's own line clock stands and never runs behind it (a restored
// meter may be older than this program).
//
// All ports share one two-wire line with one meter on it; an answer goes to the port that was
// heard last. Owner's thread only.
#pragma once

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <span>
#include <vector>

#include "app/bench/rig.h"
#include "app/ports/port.h"

namespace bench {

class LineServer {
 public:
    LineServer(asio::io_context& io, Rig& rig);

    void add(std::unique_ptr<ports::Port> port);
    // To be called after anything that may have moved the meter's line deadline.
    void rearm();

 private:
    void received(ports::Port& from, std::span<const std::uint8_t> bytes);
    void deadline_reached();
    [[nodiscard]] meter::Instant now();
    [[nodiscard]] std::chrono::steady_clock::time_point wall_of(meter::Instant instant) const;

    Rig& rig_;
    asio::steady_timer timer_;
    std::vector<std::unique_ptr<ports::Port>> ports_;
    ports::Port* heard_last_ = nullptr;
    std::chrono::steady_clock::time_point start_;
    std::int64_t base_ticks_;  // of the line clock at start_
};

}  // namespace bench
