// The Modbus RTU slave of the meter.
//
//   bytes ──► Framer ──► address ──► function table ──► Bank
//                                          │
//   Board::line_transmit ◄── turnaround ◄──┘
//
// A request ends by silence (framer.h); kTurnaround later its answer leaves through
// Board::line_transmit, from inside advance(). Wrong CRC, noise and other addresses are passed
// over in silence. Address 0 is a broadcast: writes are executed, nothing is ever answered
// (metrology.md 4.1; inferred for this meter, meter.md 1.4). A frame that begins while an
// answer waits to leave is dropped: the master has not waited.
//
// On a lenient line a request that is whole by its length and CRC also ends when a further byte
// follows without silence: an operating system may deliver two requests in one piece.
//
// Time comes in as arguments and never runs backwards.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "core/board.h"
#include "core/modbus/framer.h"
#include "core/registers/bank.h"
#include "core/registers/config.h"
#include "core/time.h"

namespace meter::modbus {

class Slave {
 public:
    // From the end of the request's silence to the answer. Inferred: no figure is published.
    static constexpr Ticks kTurnaround = ticks_rounded_up(2'000);

    // `bank` and `board` must outlive the slave. Lenient is right wherever the bytes come from
    // an operating system; strict where they are stamped by a UART.
    Slave(Bank& bank, Board& board, LineTolerance tolerance = LineTolerance::lenient)
        : bank_(bank), board_(board), framer_(tolerance) {}

    // Address and rate from now on. An answer already waiting leaves as it is; a half-received
    // request is dropped when anything has changed. Setting the UART is the caller's business.
    void configure(const LineConfig& line);

    // What configure() has said last.
    [[nodiscard]] const LineConfig& line() const { return line_; }
    // An answer waits to leave.
    [[nodiscard]] bool answering() const { return answer_size_ != 0; }

    // Power-up: whatever was being received or answered is forgotten.
    void reset() {
        framer_.clear();
        answer_size_ = 0;
    }

    // A byte whose stop bit ended at `now`.
    void receive(std::uint8_t byte, Instant now);
    // A character with wrong parity or without a stop bit, which would have ended at `now`: what is
    // being received is no frame any more (metrology.md 4.1, NOK).
    void receive_damaged(Instant now);
    // The line clock has reached `now`. To be called at deadline() at the latest; more often
    // changes nothing. Board::line_transmit is called from here and from nowhere else but
    // receive().
    void advance(Instant now);
    // The next end of silence, or the moment the answer leaves; nothing when idle.
    [[nodiscard]] std::optional<Instant> deadline() const;

    // An idle slave has no memory of past traffic.
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("line", line_);
        visit("framer", framer_);
        visit("answer", answer_);
        visit("answer_size", answer_size_);
        visit("answer_at", answer_at_);
    }

 private:
    void handle(std::span<const std::uint8_t> frame, Instant end);
    std::size_t answer_to(std::span<const std::uint8_t> frame);
    void send();

    Bank& bank_;
    Board& board_;
    LineConfig line_{};
    Framer framer_;
    std::array<std::uint8_t, kMaxFrame> answer_{};
    std::uint16_t answer_size_ = 0;  // 0: none waits
    Instant answer_at_{};
};

}  // namespace meter::modbus
