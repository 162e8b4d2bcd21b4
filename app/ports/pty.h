// The line as a pseudo terminal: a client opens it like any serial port.
//
// What the kernel does and how it is answered (metrology.md 4.4):
//   - the slave side is put into raw mode, else ECHO returns every reply as a request and
//     0x0D, 0x11, 0x13 are altered;
//   - an own descriptor of the slave side stays open, so that a client that closes brings neither
//     EIO nor a busy POLLHUP: clients come and go, one after another;
//   - an answer that a client did not wait for would stay in the kernel and greet the next one:
//     it is thrown away when a client opens the terminal and no other has it open (seen by
//     inotify): whoever looks in must not cost the one at work its answer.
//
// The client's rate and stop bits are seen when it sends and told with its bytes; parity and 7-bit
// data a pty does not carry (clients.md). The terminal begins at the meter's own rate, so that a
// client that never sets one is understood; from then on it is the clients' own, and what one has
// left the next one finds, as on any serial port.
#pragma once

#include <array>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <optional>
#include <string>

#include "app/ports/port.h"

namespace ports {

class Pty final : public Port {
 public:
    // `link`, if given, becomes a symbolic link to the terminal. An existing symbolic link is
    // replaced when its target is gone or is a terminal below /dev/pts that nobody else serves
    // (what a killed program leaves behind); anything else at that path is an error.
    // Throws std::system_error whose text names the path.
    Pty(asio::io_context& io, const std::optional<std::string>& link,
        const line::UartFormat& format = {});
    ~Pty() override;  // removes the link if it is still ours

    Pty(const Pty&) = delete;
    Pty& operator=(const Pty&) = delete;

    void start(Received received) override;
    void send(std::span<const std::uint8_t> bytes, bool damaged) override;
    void close() override;
    // Changes nothing: the terminal's settings are its clients'.
    void configure(const line::UartFormat&) override {}
    // The link when there is one, else the terminal.
    [[nodiscard]] const std::string& address() const override {
        return link_.empty() ? terminal_ : link_;
    }
    [[nodiscard]] const std::string& terminal() const { return terminal_; }

 private:
    void read_next();
    void watch_next();
    void seen(std::size_t size);

    asio::posix::stream_descriptor master_;
    asio::posix::stream_descriptor slave_;  // held open, never read
    asio::posix::stream_descriptor opens_;  // inotify: a client has opened or closed the terminal
    int clients_ = 0;                       // that have it open
    std::string terminal_;
    std::string link_;
    Received received_;
    std::array<std::uint8_t, 512> buffer_{};
    alignas(8) std::array<char, 4096> events_{};
};

}  // namespace ports
