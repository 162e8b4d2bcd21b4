// What a gateway port (tcp_server.h) asks a Modbus device for: a whole request, a whole answer.
//
// All calls happen on the thread that runs the port's io_context.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace ports {

inline constexpr std::size_t kMaxPdu = 253;  // function code included

class Device {
 public:
    // Its present address on the line, 1..247.
    [[nodiscard]] virtual std::uint8_t address() const = 0;
    // Executes a request PDU of 1..kMaxPdu bytes. Returns the size of the answer in `answer`
    // (kMaxPdu bytes); 0 when the device is dead.
    virtual std::size_t request(std::span<const std::uint8_t> pdu,
                                std::span<std::uint8_t> answer) = 0;

 protected:
    ~Device() = default;
};

}  // namespace ports
