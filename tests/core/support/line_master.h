// A master on the line of a whole meter: sends a request, waits, takes the answer off the board.
#pragma once

#include "core/meter.h"
#include "tests/core/modbus/frames.h"
#include "tests/core/support/board.h"

namespace meter::test {

class LineMaster {
 public:
    LineMaster(Meter& meter, MemoryBoard& board) : meter_(meter), board_(board) {}

    // The PDU that came back; empty when none did. `address` 0 is a broadcast.
    modbus::Bytes ask(const modbus::Bytes& pdu, std::uint8_t address = 1) {
        board_.sent.clear();
        now_ = now_ + seconds(1);
        for (const std::uint8_t byte : modbus::with_crc(modbus::operator+({address}, pdu)))
            meter_.line_byte(byte, now_ = now_ + Ticks{19});
        while (const auto at = meter_.line_deadline()) meter_.line_advance(now_ = *at);
        if (board_.sent.empty()) return {};
        const bool good =
            board_.sent[0] == address &&
            modbus::with_crc({board_.sent.begin(), board_.sent.end() - 2}) == board_.sent;
        return good ? modbus::Bytes{board_.sent.begin() + 1, board_.sent.end() - 2}
                    : modbus::Bytes{};
    }

 private:
    Meter& meter_;
    MemoryBoard& board_;
    Instant now_{};
};

// Requests by register number, base 1; function 03 or 04, 06, 10.
inline modbus::Bytes words(std::uint8_t function, std::initializer_list<int> all) {
    modbus::Bytes out{function};
    for (const int word : all) {
        out.push_back(static_cast<std::uint8_t>(word >> 8));
        out.push_back(static_cast<std::uint8_t>(word));
    }
    return out;
}
inline modbus::Bytes read_request(int number, int count, std::uint8_t function = 3) {
    return words(function, {number - 1, count});
}
inline modbus::Bytes write_request(int number, int value) { return words(6, {number - 1, value}); }
inline modbus::Bytes write_request(int number, const std::vector<int>& values) {
    const auto count = static_cast<int>(values.size());
    modbus::Bytes out = words(0x10, {number - 1, count});
    out.push_back(static_cast<std::uint8_t>(2 * count));
    for (const int value : values) {
        out.push_back(static_cast<std::uint8_t>(value >> 8));
        out.push_back(static_cast<std::uint8_t>(value));
    }
    return out;
}

}  // namespace meter::test
