// Frames of a line as Ethernet packets, so that a public decoder can read them, and back.
//
//   mbap   TCP to port 502, sequence numbers and checksums as on a real wire
//   rtu    a UDP datagram per frame to port 503, so that a damaged frame spoils no stream
//
// Addresses are synthetic, from the block for testing (198.18.0.0/15, RFC 2544), and the same for
// the same port and client throughout a file:
//   the port that was opened as n-th: 198.19.x.y with n = 256 x + y, from 1
//   its client number c: 198.18.x.y with 1 + c mod 65535 = 256 x + y, and its port number is
//   49152 + c / 65535
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "app/line/frame.h"

namespace line {

inline constexpr std::uint16_t kTcpPort = 502;  // registered for Modbus/TCP
inline constexpr std::uint16_t kUdpPort = 503;  // ours, for RTU frames

struct Endpoint {
    std::uint32_t address = 0;  // IPv4, host order
    std::uint16_t port = 0;
    auto operator<=>(const Endpoint&) const = default;
};

Endpoint server_endpoint(std::uint32_t port_index, Framing framing);
Endpoint client_endpoint(std::uint32_t client_number);
// The number behind such an endpoint; nothing for another's.
std::optional<std::uint32_t> client_number(const Endpoint& endpoint);

struct Packet {
    Endpoint from;
    Endpoint to;
    bool tcp = true;
    std::uint32_t sequence = 0;  // tcp: of the first byte of the payload
    Bytes payload;
};

// Ethernet packets of conversations that start when first heard of.
class PacketBuilder {
 public:
    std::vector<std::uint8_t> build(const Endpoint& from, const Endpoint& to, Framing framing,
                                    Bytes payload);

 private:
    std::map<std::pair<Endpoint, Endpoint>, std::uint32_t> sent_;  // bytes, by direction
    std::uint16_t identification_ = 0;
};

// Link types of pcapng that are understood.
inline constexpr std::uint16_t kEthernet = 1;
inline constexpr std::uint16_t kRawIp = 101;
inline constexpr std::uint16_t kLinuxCooked = 113;

// The TCP or UDP packet over IPv4 in `bytes`; nothing when it is none, or is cut short.
std::optional<Packet> parse_packet(std::uint16_t link_type, Bytes bytes);

}  // namespace line
