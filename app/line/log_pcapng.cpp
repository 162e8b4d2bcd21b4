#include "app/line/log_pcapng.h"

#include <fmt/format.h>

#include "app/line/decode_text.h"

namespace line {
namespace {

using namespace pcapng;

// A block being put together, least significant byte first.
class Block {
 public:
    explicit Block(std::uint32_t type) : type_(type) {}

    Block& u16(std::uint32_t value) { return put(value, 2); }
    Block& u32(std::uint32_t value) { return put(value, 4); }
    Block& bytes(Bytes bytes) {
        body_.append(bytes.begin(), bytes.end());
        body_.resize((body_.size() + 3) / 4 * 4);
        return *this;
    }
    Block& option(std::uint16_t code, std::string_view text) {
        u16(code).u16(static_cast<std::uint32_t>(text.size()));
        return bytes({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    }
    Block& option(std::uint16_t code, std::uint32_t value) { return u16(code).u16(4).u32(value); }
    Block& end_of_options() { return u32(0); }

    void write(std::ostream& out) const {
        const auto size = static_cast<std::uint32_t>(body_.size() + 12);
        Block around(0);
        around.u32(type_).u32(size);
        out << around.body_ << body_ << Block(0).u32(size).body_;
    }

 private:
    Block& put(std::uint32_t value, int size) {
        for (int i = 0; i < size; ++i, value >>= 8) body_ += static_cast<char>(value & 0xFF);
        return *this;
    }

    std::uint32_t type_;
    std::string body_;
};

std::uint32_t flags_of(const Record& record) {
    std::uint32_t flags = record.traffic.direction == Direction::request ? kInbound : kOutbound;
    if (record.decoded.trouble == Trouble::bad_crc) flags |= kCrcError;
    if (record.decoded.trouble == Trouble::truncated) flags |= kTooShort;
    if (record.traffic.collided) flags |= kSymbolError;
    return flags;
}

}  // namespace

PcapngWriter::PcapngWriter(std::ostream& out, std::int64_t unix_start)
    : out_(out), unix_start_(unix_start) {
    Block(kSection)
        .u32(kByteOrder)
        .u16(1)
        .u16(0)
        .u32(0xFFFF'FFFF)  // of unknown length, 64 bits
        .u32(0xFFFF'FFFF)
        .option(kComment,
                "Modbus line log. Addresses are synthetic. To decode RTU frames: "
                "tshark -o mbrtu.udp.port:503")
        .option(kApplication, "MeterTwin")
        .end_of_options()
        .write(out_);
}

std::uint32_t PcapngWriter::interface_of(const Record& record) {
    const Traffic& traffic = record.traffic;
    const auto next = static_cast<std::uint32_t>(interfaces_.size());
    const auto [place, fresh] =
        interfaces_.try_emplace({traffic.client.port, traffic.framing}, next);
    if (fresh) {
        const char ticks = static_cast<char>(kTicks);
        Block(kInterface)
            .u16(kEthernet)
            .u16(0)
            .u32(0)
            .option(kName, traffic.client.port)
            .option(kDescription, traffic.framing == Framing::rtu ? "Modbus RTU" : "Modbus/TCP")
            .option(kResolution, std::string_view(&ticks, 1))
            .end_of_options()
            .write(out_);
    }
    return place->second;
}

void PcapngWriter::add(const Record& record) {
    const Traffic& traffic = record.traffic;
    const std::uint32_t interface = interface_of(record);
    const Endpoint server = server_endpoint(interface, traffic.framing);
    const Endpoint client = client_endpoint(traffic.client.number);
    const bool request = record.is_request();
    const std::vector<std::uint8_t> packet = packets_.build(
        request ? client : server, request ? server : client, traffic.framing, traffic.bytes);
    const auto stamp =
        static_cast<std::uint64_t>(unix_start_ * meter::kCrystalHz + traffic.begin.ticks);
    const auto size = static_cast<std::uint32_t>(packet.size());
    Block block(kEnhancedPacket);
    block.u32(interface)
        .u32(static_cast<std::uint32_t>(stamp >> 32))
        .u32(static_cast<std::uint32_t>(stamp))
        .u32(size)
        .u32(size)
        .bytes(packet)
        .option(kFlags, flags_of(record));
    for (const std::string& words : {describe(record), trouble_text(record)})
        if (!words.empty()) block.option(kComment, words);
    block.option(kComment, fmt::format("line clock {}..{}", traffic.begin.ticks, traffic.end.ticks))
        .end_of_options()
        .write(out_);
}

}  // namespace line
