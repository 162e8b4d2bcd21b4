// The line log as pcapng, for Wireshark, tshark and other public decoders.
//
//   tshark -r FILE -o mbrtu.udp.port:503
//
// decodes everything: Modbus/TCP without any option, RTU frames by that one (Wireshark knows no
// port for them by itself). Frames of four bytes (the request of function 11) are below the least
// that its RTU decoder accepts. How frames become packets: log_packets.h.
//
// Time stamps have the resolution of the line clock, 2^-15 s, and are exact. Each port is an
// interface (if_name). A packet carries comments: what it says in words, what is wrong with it,
// and its ticks ("line clock 40213..40340"); its flags tell the direction (inbound: to the meter)
// and damage: CRC error, too short, symbol error for a collision.
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <utility>

#include "app/line/log_packets.h"
#include "app/line/log_record.h"

namespace line {

class PcapngWriter final : public RecordSink {
 public:
    // `unix_start`: seconds since 1970 at tick 0 of the line clock. Writes the section header.
    // `out` must outlive the writer; whether it fails is the caller's to see.
    PcapngWriter(std::ostream& out, std::int64_t unix_start);
    void add(const Record& record) override;

 private:
    std::uint32_t interface_of(const Record& record);

    std::ostream& out_;
    std::int64_t unix_start_;
    std::map<std::pair<std::string, Framing>, std::uint32_t> interfaces_;
    PacketBuilder packets_;
};

// Of blocks and options (draft-ietf-opsawg-pcapng), for writer and reader.
namespace pcapng {
inline constexpr std::uint32_t kSection = 0x0A0D'0D0A;
inline constexpr std::uint32_t kByteOrder = 0x1A2B'3C4D;
inline constexpr std::uint32_t kInterface = 1;
inline constexpr std::uint32_t kEnhancedPacket = 6;
inline constexpr std::uint16_t kComment = 1;
inline constexpr std::uint16_t kFlags = 2;         // of a packet
inline constexpr std::uint16_t kName = 2;          // of an interface
inline constexpr std::uint16_t kDescription = 3;   // of an interface
inline constexpr std::uint16_t kApplication = 4;   // of a section
inline constexpr std::uint16_t kResolution = 9;    // of an interface
inline constexpr std::uint8_t kTicks = 0x80 | 15;  // 2^-15 s
inline constexpr std::uint32_t kInbound = 1;
inline constexpr std::uint32_t kOutbound = 2;
inline constexpr std::uint32_t kCrcError = 1U << 24;
inline constexpr std::uint32_t kTooShort = 1U << 26;
inline constexpr std::uint32_t kSymbolError = 1U << 31;
}  // namespace pcapng

}  // namespace line
