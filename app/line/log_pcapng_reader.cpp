#include "app/line/log_pcapng_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>

#include "app/line/log_capture_frames.h"
#include "app/line/log_pcapng.h"

namespace line {
namespace {

using namespace pcapng;

constexpr std::uint32_t kMostBlock = 16U << 20U;
constexpr std::uint32_t kLeastBlock = 12;

// Reads numbers of either byte order.
class Fields {
 public:
    Fields(Bytes bytes, bool big_endian) : bytes_(bytes), big_(big_endian) {}

    [[nodiscard]] std::size_t left() const { return bytes_.size(); }
    std::uint32_t number(std::size_t size) {
        if (left() < size) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const std::size_t shift = 8 * (big_ ? size - 1 - i : i);
            value |= static_cast<std::uint32_t>(bytes_[i]) << shift;
        }
        bytes_ = bytes_.subspan(size);
        return value;
    }
    Bytes bytes(std::size_t size) {
        const Bytes out = bytes_.first(std::min(size, left()));
        bytes_ = bytes_.subspan(std::min((size + 3) / 4 * 4, left()));
        return out;
    }
    // Calls `take(code, value)` for each option to the end of them.
    template <class Take>
    void options(Take take) {
        while (left() >= 4) {
            const auto code = static_cast<std::uint16_t>(number(2));
            const std::size_t size = number(2);
            if (code == 0) return;
            take(code, bytes(size));
        }
    }
    [[nodiscard]] bool big() const { return big_; }

 private:
    Bytes bytes_;
    bool big_;
};

struct Interface {
    std::uint16_t link_type = 0;
    std::string name;
    std::uint8_t resolution = 6;  // 10^-6 s unless told
};

std::string text_of(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

// Ticks of a time stamp; the fraction that does not fit is dropped.
std::int64_t ticks_of(std::uint64_t stamp, std::uint8_t resolution) {
    if ((resolution & 0x80U) != 0) {
        const unsigned bits = std::min(resolution & 0x7FU, 62U);
        return static_cast<std::int64_t>(bits >= 15 ? stamp >> (bits - 15) : stamp << (15 - bits));
    }
    std::uint64_t unit = 1;
    for (int i = 0; i < std::min<int>(resolution, 12); ++i) unit *= 10;
    return static_cast<std::int64_t>(stamp / unit * meter::kCrystalHz +
                                     stamp % unit * meter::kCrystalHz / unit);
}

// "line clock 40213..40340"
std::optional<std::pair<std::int64_t, std::int64_t>> parse_clock(std::string_view text) {
    constexpr std::string_view kHead = "line clock ";
    if (!text.starts_with(kHead)) return std::nullopt;
    text.remove_prefix(kHead.size());
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    const char* last = text.data() + text.size();
    if (std::from_chars(text.data(), text.data() + dots, begin).ptr != text.data() + dots ||
        std::from_chars(text.data() + dots + 2, last, end).ptr != last)
        return std::nullopt;
    return std::pair{begin, end};
}

class Reader {
 public:
    Reader(std::istream& in, const std::string& name,
           const std::function<void(const Traffic&)>& heard, std::uint16_t tcp_port)
        : in_(in), name_(name), heard_(heard), cutter_(heard, tcp_port) {}

    void run() {
        while (next_block()) {
        }
        if (offset_ == 0) fail("the file is empty, allowed is pcapng");
    }

 private:
    [[noreturn]] void fail(const std::string& what) const {
        throw CaptureError(fmt::format("{}: byte {}: {}", name_, offset_, what));
    }

    std::vector<std::uint8_t> read(std::size_t size) {
        std::vector<std::uint8_t> bytes(size);
        in_.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
        bytes.resize(static_cast<std::size_t>(in_.gcount()));
        return bytes;
    }

    bool next_block() {
        std::vector<std::uint8_t> head = read(kLeastBlock);
        if (head.empty()) return false;
        if (head.size() < kLeastBlock) fail("the file ends inside a block");
        const bool section = Fields(head, true).number(4) == kSection;
        if (!section && offset_ == 0)
            fail(
                "this is no pcapng file (its first four bytes are not 0A 0D 0D 0A); editcap -F "
                "pcapng converts others");
        if (section) big_ = Fields(Bytes(head).subspan(8), true).number(4) == kByteOrder;
        Fields fields(head, big_);
        const std::uint32_t type = fields.number(4);
        const std::uint32_t size = fields.number(4);
        if (size < kLeastBlock || size > kMostBlock || size % 4 != 0)
            fail(fmt::format("a block of {} bytes, allowed is 12 to {} in steps of 4", size,
                             kMostBlock));
        std::vector<std::uint8_t> body(head.begin() + 8, head.end());
        const std::vector<std::uint8_t> rest = read(size - kLeastBlock);
        if (rest.size() != size - kLeastBlock) fail("the file ends inside a block");
        body.insert(body.end(), rest.begin(), rest.end());
        body.resize(size - kLeastBlock);  // without the size at its end
        if (section) interfaces_.clear();
        if (type == kInterface) take_interface(Fields(body, big_));
        if (type == kEnhancedPacket) take_packet(Fields(body, big_));
        offset_ += size;
        return true;
    }

    void take_interface(Fields fields) {
        Interface interface;
        interface.link_type = static_cast<std::uint16_t>(fields.number(2));
        (void)fields.number(2);
        (void)fields.number(4);
        fields.options([&](std::uint16_t code, Bytes value) {
            if (code == kName) interface.name = text_of(value);
            if (code == kResolution && !value.empty()) interface.resolution = value[0];
        });
        interfaces_.push_back(interface);
    }

    void take_packet(Fields fields) {
        const std::uint32_t index = fields.number(4);
        if (index >= interfaces_.size())
            fail(fmt::format("a packet of interface {}, there are {}", index, interfaces_.size()));
        const Interface& interface = interfaces_[index];
        std::uint64_t stamp = std::uint64_t{fields.number(4)} << 32;
        stamp |= fields.number(4);
        const std::size_t captured = fields.number(4);
        (void)fields.number(4);
        const Bytes packet = fields.bytes(captured);
        std::uint32_t flags = 0;
        std::optional<std::pair<std::int64_t, std::int64_t>> clock;
        fields.options([&](std::uint16_t code, Bytes value) {
            if (code == kFlags) flags = Fields(value, big_).number(4);
            if (code == kComment && !clock) clock = parse_clock(text_of(value));
        });
        const auto parsed = parse_packet(interface.link_type, packet);
        if (!parsed) return;
        if (clock)
            give_own(*parsed, interface, flags, *clock);
        else
            cutter_.take(*parsed, ticks_of(stamp, interface.resolution));
    }

    void give_own(const Packet& packet, const Interface& interface, std::uint32_t flags,
                  const std::pair<std::int64_t, std::int64_t>& clock) {
        const auto number = client_number(packet.from);
        Traffic traffic;
        traffic.begin = {clock.first};
        traffic.end = {clock.second};
        traffic.client = {interface.name, number ? *number : client_number(packet.to).value_or(0)};
        traffic.direction = (flags & kInbound) != 0 ? Direction::request : Direction::answer;
        traffic.framing = packet.tcp ? Framing::mbap : Framing::rtu;
        traffic.bytes.assign(packet.payload.begin(), packet.payload.end());
        traffic.collided = (flags & kSymbolError) != 0;
        heard_(traffic);
    }

    std::istream& in_;
    const std::string& name_;
    const std::function<void(const Traffic&)>& heard_;
    CaptureFrames cutter_;
    std::vector<Interface> interfaces_;
    std::uint64_t offset_ = 0;
    bool big_ = false;
};

}  // namespace

void read_pcapng(std::istream& in, const std::string& name,
                 const std::function<void(const Traffic&)>& heard, std::uint16_t tcp_port) {
    Reader(in, name, heard, tcp_port).run();
}

}  // namespace line
