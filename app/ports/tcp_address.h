// Where a TCP port listens, as a person writes it: [HOST:]PORT.
//
//   1502            127.0.0.1, nobody but programs on this machine
//   [::1]:1502      the same in IPv6; localhost:1502 is 127.0.0.1
//   192.0.2.7:1502  one address of this machine
//   0.0.0.0:1502    every address, [::]:1502 in IPv6: anybody who reaches this machine
//
// PORT is 0..65535; for 0 the system picks one. Other names are not looked up.
#pragma once

#include <asio/ip/tcp.hpp>
#include <string>

namespace ports {

// Throws std::invalid_argument with the text and what is allowed.
[[nodiscard]] asio::ip::tcp::endpoint parse_tcp_address(const std::string& text);
[[nodiscard]] std::string to_text(const asio::ip::tcp::endpoint& endpoint);

}  // namespace ports
