#include "app/ports/rtu_stream.h"

#include <array>

#include "core/modbus/crc.h"
#include "core/modbus/framer.h"
#include "core/modbus/pdu.h"

namespace ports {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint8_t kBroadcast = 0;
constexpr std::size_t kOverhead = 3;  // address and CRC around a PDU

bool is_frame(Bytes bytes) {
    return bytes.size() >= meter::modbus::kMinFrame && bytes.size() <= meter::modbus::kMaxFrame &&
           meter::modbus::crc_matches(bytes);
}

// Length of the request that `bytes` begin with; 0 when there is none, or not all of it.
std::size_t whole_request(Bytes bytes) {
    if (bytes.size() < meter::modbus::kMinFrame) return 0;
    const std::size_t size = meter::modbus::request_size(bytes.subspan(1)) + kOverhead;
    if (size > kOverhead && size <= bytes.size() && is_frame(bytes.first(size))) return size;
    return is_frame(bytes) ? bytes.size() : 0;
}

void answer_frame(Bytes frame, Device& device, std::vector<std::uint8_t>& out) {
    const std::uint8_t address = frame[0];
    if (address != kBroadcast && address != device.address()) return;
    std::array<std::uint8_t, kMaxPdu> pdu{};
    const std::size_t size = device.request(frame.subspan(1, frame.size() - kOverhead), pdu);
    if (size == 0 || address == kBroadcast) return;
    const std::size_t start = out.size();
    out.push_back(address);
    out.insert(out.end(), pdu.begin(), pdu.begin() + static_cast<std::ptrdiff_t>(size));
    const std::uint16_t crc = meter::modbus::crc16(Bytes{out}.subspan(start));
    out.push_back(static_cast<std::uint8_t>(crc));
    out.push_back(static_cast<std::uint8_t>(crc >> 8));
}

}  // namespace

bool RtuStream::take(Bytes piece, Clock::time_point now, Device& device,
                     std::vector<std::uint8_t>& out) {
    if (now - heard_ > kRtuPatience || is_frame(piece)) rest_.clear();
    heard_ = now;
    rest_.insert(rest_.end(), piece.begin(), piece.end());
    Bytes left = rest_;
    while (const std::size_t size = whole_request(left)) {
        answer_frame(left.first(size), device, out);
        left = left.subspan(size);
    }
    if (left.size() > meter::modbus::kMaxFrame) left = {};
    rest_.erase(rest_.begin(), rest_.end() - static_cast<std::ptrdiff_t>(left.size()));
    return true;
}

}  // namespace ports
