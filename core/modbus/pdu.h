// Function codes of the meter: a table of code and handler (meter.md 1.4).
//
// Order of checks (metrology.md 4.2): function known (01), length, quantity and byte count (03),
// address range (02), execution (02 or 03 by the bank). A broadcast takes the same way and its
// answer is thrown away: writes have happened, reads have changed nothing.
//
// While the reset system runs, a whole request of any function but the two of identity.h is
// answered by exception 04, whatever it asks for (inferred; no guide tells).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/modbus/exception.h"
#include "core/registers/bank.h"

namespace meter::modbus {

inline constexpr std::size_t kMaxPdu = 253;  // function code included

// A PDU being put together. What does not fit is cut off; no answer of the table comes near.
class PduWriter {
 public:
    constexpr explicit PduWriter(std::span<std::uint8_t> out) : out_(out) {}
    constexpr void byte(std::uint8_t value) {
        if (size_ < out_.size()) out_[size_++] = value;
    }
    constexpr void word(std::uint16_t value) {
        byte(static_cast<std::uint8_t>(value >> 8));
        byte(static_cast<std::uint8_t>(value));
    }
    constexpr void restart() { size_ = 0; }
    [[nodiscard]] constexpr std::size_t size() const { return size_; }

 private:
    std::span<std::uint8_t> out_;
    std::size_t size_ = 0;
};

struct Function {
    static constexpr std::int16_t kAnyType = -1;

    std::uint8_t code;
    std::int16_t type;     // what the first byte after the code has to be: the MEI type of 2B
    std::uint8_t body;     // bytes after the function code in a request,
    bool counted;          // plus as many as the last of them says
    bool in_reset_system;  // the reset system knows it as well
    // `body` has the right length. Writes the answer after its function code.
    Exception (*execute)(Bank& bank, std::span<const std::uint8_t> body, PduWriter& answer);
};

[[nodiscard]] std::span<const Function> functions();

// How long the request PDU that starts with these bytes is; 0 while too few of them are known,
// or when the function is unknown.
[[nodiscard]] std::size_t request_size(std::span<const std::uint8_t> pdu);

// Executes a request PDU (1..253 bytes) and writes the answer, normal or exception, into
// `answer` (kMaxPdu bytes). Returns its size; 0 for a broadcast, which is never answered.
std::size_t execute(Bank& bank, std::span<const std::uint8_t> request, bool broadcast,
                    std::span<std::uint8_t> answer);

}  // namespace meter::modbus
