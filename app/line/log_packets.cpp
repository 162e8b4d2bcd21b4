#include "app/line/log_packets.h"

#include <algorithm>

namespace line {
namespace {

using Buffer = std::vector<std::uint8_t>;

constexpr std::uint32_t kServers = 0xC613'0000;  // 198.19.0.0
constexpr std::uint32_t kClients = 0xC612'0000;  // 198.18.0.0
constexpr std::uint32_t kHosts = 65'535;
constexpr std::uint16_t kFirstClientPort = 49'152;
constexpr std::uint8_t kTcp = 6;
constexpr std::uint8_t kUdp = 17;
constexpr std::size_t kIpHeader = 20;
constexpr std::size_t kTcpHeader = 20;
constexpr std::size_t kUdpHeader = 8;
constexpr std::uint16_t kIpv4 = 0x0800;
constexpr std::uint16_t kPushAck = 0x5018;  // header of five words, PSH and ACK

void put16(Buffer& out, std::uint32_t value) {
    out.push_back(static_cast<std::uint8_t>(value >> 8));
    out.push_back(static_cast<std::uint8_t>(value));
}

void put32(Buffer& out, std::uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xFFFF);
}

void set16(Buffer& out, std::size_t at, std::uint16_t value) {
    out[at] = static_cast<std::uint8_t>(value >> 8);
    out[at + 1] = static_cast<std::uint8_t>(value);
}

// RFC 1071 over the bytes from `start`, an odd one padded, plus what is already summed.
std::uint16_t checksum(const Buffer& bytes, std::size_t start, std::uint32_t sum = 0) {
    for (std::size_t at = start; at < bytes.size(); at += 2)
        sum += static_cast<std::uint32_t>(bytes[at] << 8) |
               (at + 1 < bytes.size() ? bytes[at + 1] : 0U);
    while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

void put_ethernet(Buffer& out, const Endpoint& from, const Endpoint& to) {
    for (const Endpoint* end : {&to, &from}) {
        put16(out, 0x0200);  // locally administered
        put32(out, end->address);
    }
    put16(out, kIpv4);
}

void put_ip(Buffer& out, const Endpoint& from, const Endpoint& to, std::uint8_t protocol,
            std::size_t size, std::uint16_t identification) {
    const std::size_t start = out.size();
    put16(out, 0x4500);
    put16(out, static_cast<std::uint32_t>(kIpHeader + size));
    put16(out, identification);
    put16(out, 0x4000);  // don't fragment
    put16(out, 0x4000U | protocol);
    put16(out, 0);
    put32(out, from.address);
    put32(out, to.address);
    set16(out, start + 10, checksum(out, start));
}

// Of the pseudo header.
std::uint32_t pseudo_sum(const Endpoint& from, const Endpoint& to, std::uint8_t protocol,
                         std::size_t size) {
    return (from.address >> 16) + (from.address & 0xFFFF) + (to.address >> 16) +
           (to.address & 0xFFFF) + protocol + static_cast<std::uint32_t>(size);
}

std::uint32_t long_at(Bytes bytes, std::size_t at) {
    return static_cast<std::uint32_t>(word_at(bytes, at)) << 16 | word_at(bytes, at + 2);
}

std::optional<Bytes> ip_part(std::uint16_t link_type, Bytes bytes) {
    if (link_type == kRawIp) return bytes;
    const std::size_t type_at = link_type == kEthernet ? 12 : 14;
    if (link_type != kEthernet && link_type != kLinuxCooked) return std::nullopt;
    if (bytes.size() < type_at + 2 || word_at(bytes, type_at) != kIpv4) return std::nullopt;
    return bytes.subspan(type_at + 2);
}

bool parse_transport(std::uint8_t protocol, Bytes rest, Packet& packet) {
    const std::size_t least = protocol == kTcp ? kTcpHeader : kUdpHeader;
    if ((protocol != kTcp && protocol != kUdp) || rest.size() < least) return false;
    packet.tcp = protocol == kTcp;
    packet.from.port = word_at(rest, 0);
    packet.to.port = word_at(rest, 2);
    std::size_t header = kUdpHeader;
    if (packet.tcp) {
        packet.sequence = long_at(rest, 4);
        header = 4U * (rest[12] >> 4);
    }
    if (header < least || header > rest.size()) return false;
    packet.payload = rest.subspan(header);
    return true;
}

}  // namespace

Endpoint server_endpoint(std::uint32_t port_index, Framing framing) {
    return {kServers + 1 + port_index % kHosts, framing == Framing::mbap ? kTcpPort : kUdpPort};
}

Endpoint client_endpoint(std::uint32_t number) {
    return {kClients + 1 + number % kHosts,
            static_cast<std::uint16_t>(kFirstClientPort + number / kHosts % 16'384)};
}

std::optional<std::uint32_t> client_number(const Endpoint& endpoint) {
    const std::uint32_t host = endpoint.address - kClients;
    if (host < 1 || host > kHosts || endpoint.port < kFirstClientPort) return std::nullopt;
    return (endpoint.port - kFirstClientPort) * kHosts + host - 1;
}

std::vector<std::uint8_t> PacketBuilder::build(const Endpoint& from, const Endpoint& to,
                                               Framing framing, Bytes payload) {
    const bool tcp = framing == Framing::mbap;
    const std::uint8_t protocol = tcp ? kTcp : kUdp;
    const std::size_t size = (tcp ? kTcpHeader : kUdpHeader) + payload.size();
    Buffer out;
    put_ethernet(out, from, to);
    put_ip(out, from, to, protocol, size, ++identification_);
    const std::size_t start = out.size();
    put16(out, from.port);
    put16(out, to.port);
    if (tcp) {
        std::uint32_t& sent = sent_[{from, to}];
        put32(out, 1 + sent);
        put32(out, 1 + sent_[{to, from}]);
        put16(out, kPushAck);
        put16(out, 0xFFFF);  // window
        sent += static_cast<std::uint32_t>(payload.size());
    } else {
        put16(out, static_cast<std::uint32_t>(size));
    }
    const std::size_t sum_at = out.size();
    put16(out, 0);
    if (tcp) put16(out, 0);  // urgent pointer
    out.insert(out.end(), payload.begin(), payload.end());
    const std::uint16_t sum = checksum(out, start, pseudo_sum(from, to, protocol, size));
    set16(out, sum_at, sum == 0 && !tcp ? 0xFFFF : sum);
    return out;
}

std::optional<Packet> parse_packet(std::uint16_t link_type, Bytes bytes) {
    const auto ip = ip_part(link_type, bytes);
    if (!ip || ip->size() < kIpHeader || (*ip)[0] >> 4 != 4) return std::nullopt;
    const std::size_t header = 4U * ((*ip)[0] & 0x0FU);
    const std::size_t total = word_at(*ip, 2);
    if (header < kIpHeader || total < header || total > ip->size()) return std::nullopt;
    Packet packet;
    packet.from.address = long_at(*ip, 12);
    packet.to.address = long_at(*ip, 16);
    const Bytes rest = ip->subspan(header, total - header);
    if (!parse_transport((*ip)[9], rest, packet)) return std::nullopt;
    return packet;
}

}  // namespace line
