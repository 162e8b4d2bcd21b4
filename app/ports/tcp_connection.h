// One client of a TCP port: bytes in, through a framing, answers out, in order.
//
// Nothing more is read while answers wait to leave, so a client that sends and never fetches costs
// one piece of memory and is closed as idle; one whose answer is delayed waits, and nobody else.
#pragma once

#include <array>
#include <asio/ip/tcp.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>

#include "app/ports/device.h"
#include "app/ports/tcp_framing.h"

namespace ports {

class TcpConnection : public std::enable_shared_from_this<TcpConnection> {
 public:
    using Closed = std::function<void(const std::shared_ptr<TcpConnection>& self)>;

    // `device` must outlive the connection, or close() be called before its end.
    TcpConnection(asio::ip::tcp::socket socket, std::unique_ptr<TcpFraming> framing,
                  line::Client client, Device& device, std::chrono::milliseconds idle);

    // Serves until the client closes, is silent for the idle time, or sends nonsense; calls
    // `closed` then.
    void start(Closed closed);
    // Ends it from this side; `closed` is not called any more.
    void close();

 private:
    void read_next();
    void received(std::size_t size);
    void send_next();
    void send_after(meter::Ticks pause);
    void watch_idle();
    void end();

    asio::ip::tcp::socket socket_;
    asio::steady_timer timer_;
    asio::steady_timer pause_;  // before the next piece of an answer
    std::unique_ptr<TcpFraming> framing_;
    line::Client client_;
    Device& device_;
    std::chrono::milliseconds idle_;
    TcpFraming::Clock::time_point heard_;
    Closed closed_;
    std::array<std::uint8_t, 2'048> in_{};
    Reply out_;
};

}  // namespace ports
