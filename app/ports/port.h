// A place where a foreign master can reach the meter's line, such as a pty. TCP clients do not
// share the line: tcp_server.h.
//
//   client ⇄ kernel ⇄ Port ── received ──► the runner, which stamps the bytes with the line clock
//                       └◄── send ──────── the meter's answers
//
// A port carries bytes, and what it can tell of its client's UART, and knows nothing of Modbus. All
// calls, and the callback, happen on the
// thread that runs the port's io_context.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "app/line/uart_format.h"

namespace ports {

class Port {
 public:
    using Received = std::function<void(Port& from, std::span<const std::uint8_t> bytes,
                                        const line::SeenFormat& format)>;

    virtual ~Port() = default;

    // Begins to listen. `received` is called for every piece the kernel hands over; how the
    // pieces are cut means nothing.
    virtual void start(Received received) = 0;
    // Never blocks. Bytes that nobody fetches are dropped once the kernel's buffer is full, as
    // they would be on copper.
    // `damaged`: the client's UART saw wrong parity or a missing stop bit among them.
    virtual void send(std::span<const std::uint8_t> bytes, bool damaged) = 0;
    // Stops listening and gives up what the kernel holds for it. Handlers under way may still call
    // `received` once; the port is destroyed by a task that is posted after this call.
    virtual void close() = 0;
    // The meter's own settings, at first and when they have changed at its panel.
    virtual void configure(const line::UartFormat& format) = 0;
    // Whether characters take their time outside: a real serial line.
    [[nodiscard]] virtual bool own_wire() const { return false; }
    // What a person gives to a client.
    [[nodiscard]] virtual const std::string& address() const = 0;
};

}  // namespace ports
