// A real serial device (/dev/ttyUSB0): the meter's own UART at last.
//
// The device is set to the meter's rate and parity, and again when they change at the panel
// (configure()). Its wire is real: characters have taken their time when they come, and an answer
// is handed over as a whole when it begins. Parity and stop bits are checked by the UART; the
// kernel drops what is damaged, and with a character missing a frame's CRC is wrong.
//
// The device is opened for us alone (TIOCEXCL). When it goes away (an adapter that is unplugged) it
// is looked for again every second.
#pragma once

#include <array>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/steady_timer.hpp>
#include <string>

#include "app/ports/port.h"

namespace ports {

class Serial final : public Port {
 public:
    // Throws std::system_error naming the path when it cannot be opened or is no terminal.
    Serial(asio::io_context& io, std::string path, const line::UartFormat& format);

    void start(Received received) override;
    void send(std::span<const std::uint8_t> bytes, bool damaged) override;
    void close() override;
    void configure(const line::UartFormat& format) override;
    [[nodiscard]] bool own_wire() const override { return true; }
    [[nodiscard]] const std::string& address() const override { return path_; }

 private:
    void open();
    void read_next();
    void lost();

    std::string path_;
    line::UartFormat format_;
    asio::posix::stream_descriptor device_;
    asio::steady_timer retry_;
    Received received_;
    bool closed_ = false;
    std::array<std::uint8_t, 512> buffer_{};
};

}  // namespace ports
