// A place where a foreign master can reach the meter's line, such as a pty. TCP clients do not
// share the line: tcp_server.h.
//
//   client ⇄ kernel ⇄ Port ── received ──► the runner, which stamps the bytes with the line clock
//                       └◄── send ──────── the meter's answers
//
// A port carries bytes and knows nothing of Modbus. All calls, and the callback, happen on the
// thread that runs the port's io_context.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace ports {

class Port {
 public:
    using Received = std::function<void(Port& from, std::span<const std::uint8_t> bytes)>;

    virtual ~Port() = default;

    // Begins to listen. `received` is called for every piece the kernel hands over; how the
    // pieces are cut means nothing.
    virtual void start(Received received) = 0;
    // Never blocks. Bytes that nobody fetches are dropped once the kernel's buffer is full, as
    // they would be on copper.
    virtual void send(std::span<const std::uint8_t> bytes) = 0;
    // What a person gives to a client.
    [[nodiscard]] virtual const std::string& address() const = 0;
};

}  // namespace ports
