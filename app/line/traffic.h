// What passes on a meter's line or through a gateway, as a listener with a clock hears it.
//
//   master ── request ──► bus ── answer ──► master
//                          │
//                          └─► Tap::heard(Traffic), once for every stretch of bytes that one
//                              sender put on the wire without a pause of t3.5
//
// Taps listen and change nothing. Everything happens on the thread that owns the line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/time.h"

namespace line {

enum class Direction : std::uint8_t { request, answer };
enum class Framing : std::uint8_t { rtu, mbap };  // RTU with its CRC; Modbus/TCP with its header

// Who spoke, or was answered: a port's address as a person reads it, and which of its clients.
struct Client {
    std::string port;          // "/tmp/meter", "127.0.0.1:1502"
    std::uint32_t number = 0;  // of the connection on that port, from 1; 0: the port has one client

    bool operator==(const Client&) const = default;
};

struct Traffic {
    meter::Instant begin{};  // line clock: start bit of the first character
    meter::Instant end{};    // stop bit of the last; the same as begin where there is no wire time
    Client client;
    Direction direction = Direction::request;
    Framing framing = Framing::rtu;
    std::vector<std::uint8_t> bytes;     // as they were on the wire, damage included
    bool collided = false;               // another sender spoke meanwhile: bytes are garbled
    std::optional<std::size_t> meter{};  // who answers: its place on the bus, from 0
    std::string remark{};                // what is odd about it, in words; empty: nothing
};

class Tap {
 public:
    virtual void heard(const Traffic& traffic) = 0;

 protected:
    ~Tap() = default;
};

}  // namespace line
