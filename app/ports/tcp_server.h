// Modbus over TCP: listens, and serves several clients at once, each with its own framing.
//
//   client ⇄ TcpConnection ── TcpFraming ──► Device::serve ──► the meter
//
// Unlike a Port (port.h) this is a gateway: requests do not share the meter's two-wire line, so
// clients neither collide nor wait for characters; each is executed as a whole, between two frames
// of the meter. All calls happen on the thread that runs the io_context.
#pragma once

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>

#include "app/ports/device.h"
#include "app/ports/tcp_framing.h"
#include "app/ports/tcp_limits.h"
#include "app/ports/tcp_listen.h"

namespace ports {

class TcpConnection;

class TcpServer {
 public:
    // Takes the address at once: throws std::system_error naming it, when it is in use, forbidden
    // or not of this machine. `device` must outlive the server.
    TcpServer(asio::io_context& io, const asio::ip::tcp::endpoint& where, Protocol protocol,
              Device& device, const TcpLimits& limits = {});
    ~TcpServer();  // closes every connection

    TcpServer(const TcpServer&) = delete;
    TcpServer& operator=(const TcpServer&) = delete;

    // Clients that came before it have waited.
    void start();
    // Closes every connection and frees the address. To be destroyed by a task that is posted after
    // this call.
    void close();
    // What a person gives to a client: host and the port that is really open.
    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] std::size_t clients() const { return connections_.size(); }

 private:
    void welcome(asio::ip::tcp::socket socket);

    Accepting accepting_;
    Protocol protocol_;
    Device& device_;
    TcpLimits limits_;
    std::string address_;
    std::uint32_t accepted_ = 0;  // connections so far
    std::set<std::shared_ptr<TcpConnection>> connections_;
};

}  // namespace ports
