// A serial port over TCP with its settings (RFC 2217): pyserial's rfc2217://, or a terminal server.
//
//   client ⇄ TCP ⇄ Telnet (telnet.h) ⇄ data ──────────► the line
//                      └── ComPort (com_port.h) ── format ──┘
//
// It is a port on the line like a pty, and the only one that shows a client's parity and data size:
// with another setting than the meter's there is silence, as on RS-485. What a client sets lasts
// for its connection; the next one begins with the meter's own settings.
//
// A serial port has one user: while one is connected, others are closed as soon as they are
// accepted. One that is silent for the idle time is closed. Bytes that the client does not fetch
// are dropped once 64 KiB wait.
#pragma once

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "app/ports/port.h"
#include "app/ports/tcp_listen.h"

namespace ports {

class Rfc2217 final : public Port {
 public:
    // Takes the address at once: throws std::system_error naming it, as TcpServer.
    Rfc2217(asio::io_context& io, const asio::ip::tcp::endpoint& where,
            std::chrono::milliseconds idle);
    ~Rfc2217() override;

    Rfc2217(const Rfc2217&) = delete;
    Rfc2217& operator=(const Rfc2217&) = delete;

    void start(Received received) override;
    void send(std::span<const std::uint8_t> bytes, bool damaged) override;
    void close() override;
    // What a client begins with.
    void configure(const line::UartFormat& format) override { format_ = format; }
    [[nodiscard]] const std::string& address() const override { return address_; }
    [[nodiscard]] bool connected() const;

 private:
    class Session;

    void welcome(asio::ip::tcp::socket socket);

    Accepting accepting_;
    std::chrono::milliseconds idle_;
    std::string address_;
    line::UartFormat format_;
    Received received_;
    std::shared_ptr<Session> session_;
};

}  // namespace ports
