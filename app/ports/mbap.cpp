#include "app/ports/mbap.h"

#include <array>

namespace ports {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kPrefix = 6;  // transaction, protocol, length
constexpr std::size_t kHeader = 7;  // and the unit
constexpr std::size_t kLeastLength = 2;
constexpr std::size_t kMostLength = 1 + kMaxPdu;

constexpr std::uint8_t kUnitItself = 0;
constexpr std::uint8_t kUnitItselfToo = 255;
constexpr std::uint8_t kTargetDoesNotRespond = 0x0B;

std::size_t word_at(Bytes bytes, std::size_t at) {
    return static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
}

std::size_t execute(Bytes frame, Device& device, std::span<std::uint8_t> answer) {
    const std::uint8_t unit = frame[kPrefix];
    const bool ours = unit == kUnitItself || unit == kUnitItselfToo || unit == device.address();
    const Bytes pdu = frame.subspan(kHeader);
    const std::size_t size = ours ? device.request(pdu, answer) : 0;
    if (size != 0) return size;
    answer[0] = pdu[0] | 0x80;
    answer[1] = kTargetDoesNotRespond;
    return 2;
}

void answer_frame(Bytes frame, Device& device, std::vector<std::uint8_t>& out) {
    const bool is_modbus = word_at(frame, 2) == 0;
    if (!is_modbus) return;
    std::array<std::uint8_t, kMaxPdu> pdu{};
    const std::size_t size = execute(frame, device, pdu);
    const std::size_t length = 1 + size;
    const auto high = static_cast<std::uint8_t>(length >> 8);
    const auto low = static_cast<std::uint8_t>(length);
    out.insert(out.end(), {frame[0], frame[1], 0, 0, high, low, frame[kPrefix]});
    out.insert(out.end(), pdu.begin(), pdu.begin() + static_cast<std::ptrdiff_t>(size));
}

}  // namespace

bool Mbap::take(Bytes piece, Clock::time_point, Device& device, std::vector<std::uint8_t>& out) {
    rest_.insert(rest_.end(), piece.begin(), piece.end());
    Bytes left = rest_;
    while (left.size() >= kPrefix) {
        const std::size_t length = word_at(left, 4);
        if (length < kLeastLength || length > kMostLength) return false;
        if (left.size() < kPrefix + length) break;
        answer_frame(left.first(kPrefix + length), device, out);
        left = left.subspan(kPrefix + length);
    }
    rest_.erase(rest_.begin(), rest_.end() - static_cast<std::ptrdiff_t>(left.size()));
    return true;
}

}  // namespace ports
