// One client of a TCP port: bytes in, through a framing, answers out, in order.
//
// Nothing more is read while answers wait to leave, so a client that sends and never fetches costs
// one piece of memory and is closed as idle.
#pragma once

#include <array>
#include <asio/ip/tcp.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "app/ports/device.h"
#include "app/ports/tcp_framing.h"

namespace ports {

class TcpConnection : public std::enable_shared_from_this<TcpConnection> {
 public:
    using Closed = std::function<void(const std::shared_ptr<TcpConnection>& self)>;

    // `device` must outlive the connection, or close() be called before its end.
    TcpConnection(asio::ip::tcp::socket socket, std::unique_ptr<TcpFraming> framing, Device& device,
                  std::chrono::milliseconds idle);

    // Serves until the client closes, is silent for the idle time, or sends nonsense; calls
    // `closed` then.
    void start(Closed closed);
    // Ends it from this side; `closed` is not called any more.
    void close();

 private:
    void read_next();
    void received(std::size_t size);
    void watch_idle();
    void end();

    asio::ip::tcp::socket socket_;
    asio::steady_timer timer_;
    std::unique_ptr<TcpFraming> framing_;
    Device& device_;
    std::chrono::milliseconds idle_;
    TcpFraming::Clock::time_point heard_;
    Closed closed_;
    std::array<std::uint8_t, 2'048> in_{};
    std::vector<std::uint8_t> out_;
};

}  // namespace ports
