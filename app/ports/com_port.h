// COM port control (RFC 2217): the serial port that a client believes it has.
//
// Answers every command of a client with what is so afterwards, as the RFC asks: a value that
// cannot be is answered by the present one. What the client sets is what its UART is, and the line
// hears it so: another rate or parity than the meter's is silence or garbage there.
//
//   command            client  server  value
//   signature               0     100  text; ours is told when the client's is empty
//   baud rate               1     101  4 bytes, 50..4000000 bit/s; 0 asks
//   data size               2     102  5..8; 0 asks
//   parity                  3     103  1 none 2 odd 3 even 4 mark 5 space; 0 asks
//   stop size               4     104  1 one, 2 two, 3 one and a half; 0 asks
//   control                 5     105  flow control (none), break, DTR, RTS; questions
//   line state              -     106  errors under the client's mask: 3 framing, 2 parity
//   modem state             -     107  CTS, DSR and carrier are on
//   flow suspend, resume  8, 9         no data to the client between them
//   line state mask        10     110
//   modem state mask       11     111
//   purge                  12     112  1 what was received, 2 what waits to be sent, 3 both
//
// Not modelled: flow control other than none is answered by none; modem outflow control likewise;
// a break is remembered and told, and does nothing to the line.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/line/uart_format.h"

namespace ports {

class ComPort {
 public:
    // Bits of line state.
    static constexpr std::uint8_t kFramingError = 0x08;
    static constexpr std::uint8_t kParityError = 0x04;

    ComPort(const line::UartFormat& format, std::string signature)
        : format_(format), signature_(std::move(signature)) {}

    // A command as between IAC SB 44 and IAC SE; its answer is appended to `back`. Commands that
    // are unknown or too short are passed over.
    void command(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& back);
    // Tells of the modem's lines, and of errors under the client's mask.
    void tell_modem_state(std::vector<std::uint8_t>& back) const;
    void tell_line_state(std::uint8_t bits, std::vector<std::uint8_t>& back) const;

    [[nodiscard]] const line::UartFormat& format() const { return format_; }
    [[nodiscard]] bool suspended() const { return suspended_; }
    // What the client wants forgotten since this was asked last: bit 0 what is on its way to it,
    // bit 1 what it has sent.
    [[nodiscard]] std::uint8_t take_purge();

 private:
    struct Command;
    static std::span<const Command> commands();

    void signature(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void baud(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void data_size(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void parity(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void stop_size(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void control(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void suspend(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void resume(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void line_mask(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void modem_mask(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);
    void purge(std::span<const std::uint8_t> value, std::vector<std::uint8_t>& back);

    line::UartFormat format_;
    std::string signature_;
    bool break_ = false;
    bool dtr_ = true;
    bool rts_ = true;
    bool suspended_ = false;
    std::uint8_t line_mask_ = 0;      // RFC 2217: nothing until it is asked for
    std::uint8_t modem_mask_ = 0xFF;  // and everything
    std::uint8_t purge_ = 0;
};

}  // namespace ports
