// One question to a meter and its answer, over libmodbus: a serial line, Modbus/TCP, RTU over TCP.
//
// RTU over TCP is libmodbus's RTU on a socket that its TCP part has connected: the library has no
// such back end of its own, but takes a descriptor from outside.
//
// No retries here, see link.h. Each function blocks until the answer, at most for the time-out and
// what the bytes of an answer take. Not for two threads at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "app/poll/blocks.h"
#include "app/poll/failure.h"
#include "app/poll/identity.h"
#include "app/poll/target.h"

namespace polling {

class Master {
 public:
    // `timeout`: until an answer begins. Between two of its bytes 100 ms may pass.
    Master(const Target& target, std::chrono::milliseconds timeout);
    ~Master();
    Master(const Master&) = delete;
    Master& operator=(const Master&) = delete;

    // All of them throw Failure. Connects when it is not; does nothing when it is.
    void connect();
    void disconnect();
    // Throws away what still comes in after a failure, so that a late answer is not taken for the
    // next one. A TCP connection is closed instead: the next request opens a new one.
    void recover();

    // function 3 or 4.
    [[nodiscard]] std::vector<std::uint16_t> read(int function, const Block& block);
    void write(std::uint16_t number, std::uint16_t value);                   // function 06
    void write(std::uint16_t first, std::span<const std::uint16_t> values);  // function 10
    [[nodiscard]] ReportId report_id();                                      // function 11
    [[nodiscard]] DeviceIdentification identification();                     // function 2B/0E

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace polling
