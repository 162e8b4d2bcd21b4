// What the core may ask of its board. The other half of the contract is core/meter.h.
//
// Every call is made from inside a Meter function, on the caller's thread, and
// must return at once; none may call back into the meter.
#pragma once

#include <cstdint>
#include <span>

#include "core/registers/config.h"
#include "core/time.h"

namespace meter {

class Board {
 public:
    // Puts an answer on the line. The board owns the wire time of the characters.
    // `frame` is valid during the call only; 1..256 bytes, CRC included.
    virtual void line_transmit(std::span<const std::uint8_t> frame) = 0;

    // A request for this meter, broadcasts included, has come in whole (address, PDU, CRC) and is
    // going to be executed when this returns 0. Anything else refuses it: the meter answers with
    // that exception code (a broadcast is never answered) and has not seen the request. Hardware
    // has no reason to; a host makes faults here (app/line/answer_filter.h).
    [[nodiscard]] virtual std::uint8_t line_request(std::span<const std::uint8_t>) { return 0; }

    // The line's settings have changed (also once at power-up): set the UART. Not called while
    // an answer waits to leave; characters already on their way leave as they began.
    virtual void line_configure(const LineConfig& line) = 0;

    // Gain of the current preamplifier, 1 or 8. Takes effect with the next frame converted.
    virtual void set_current_preamp(std::uint8_t gain) = 0;

    // Non-volatile memory: `nv_size()` bytes, erased state 0xFF, any byte writable at any time.
    // Bytes take effect one by one in ascending order, before the call returns. Power may fail
    // between any two and leave the one being written undefined (core/storage/journal.h).
    [[nodiscard]] virtual std::uint32_t nv_size() const = 0;
    virtual void nv_read(std::uint32_t offset, std::span<std::uint8_t> out) const = 0;
    virtual void nv_write(std::uint32_t offset, std::span<const std::uint8_t> bytes) = 0;

 protected:
    ~Board() = default;  // boards are not owned through this interface
};

}  // namespace meter
