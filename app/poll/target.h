// Whom to poll, as a person writes it: a URL.
//
//   rtu:///dev/ttyUSB0?baud=19200&parity=none&address=1   a serial line
//   /dev/ttyUSB0?baud=9600                                the same, from a path alone
//   tcp://host:502?unit=1                                 Modbus/TCP
//   rtutcp://host:1503?address=1                          RTU frames over TCP
//
//   key             values                                     default   for
//   address, unit   1..247; over TCP also 0 and 255            1         all (two names of one
//   thing) baud            1200 2400 4800 9600 19200 38400 57600      19200     rtu
//                   115200
//   parity          none even odd                              none      rtu
//   stop            1 2                                        1         rtu
//
// Defaults are the meter's own (meter.md 1.4), not those of the Modbus standard (8E1). A host is a
// name, an IPv4 address or an IPv6 address in brackets; without a port it is 502. In a device's
// path %XX stands for a byte, so %3F for a question mark.
#pragma once

#include <cstdint>
#include <string>

#include "core/registers/config.h"
#include "signals/scenario/sentence.h"

namespace polling {

enum class Transport : std::uint8_t { rtu, tcp, rtu_over_tcp };

struct Target {
    Transport transport = Transport::rtu;
    std::string device;  // rtu
    std::uint32_t baud = 19'200;
    meter::Parity parity = meter::Parity::none;
    int stop_bits = 1;
    std::string host;  // the others
    std::uint16_t port = 502;
    int unit = 1;  // slave address or unit identifier

    bool operator==(const Target&) const = default;
};

// Throws std::invalid_argument with the text, what is wrong and what is allowed, in the language of
// `words`.
[[nodiscard]] Target parse_url(const std::string& text, signals::Words words);
[[nodiscard]] inline Target parse_url(const std::string& text) {
    return parse_url(text, signals::english);
}

// A URL that parse_url() reads back to an equal target.
[[nodiscard]] std::string to_url(const Target& target);

// For people: "/dev/ttyUSB0 (19200 8N1, address 1)", "tcp 192.0.2.7:502 (unit 1)".
[[nodiscard]] signals::Sentence describe(const Target& target);

}  // namespace polling
