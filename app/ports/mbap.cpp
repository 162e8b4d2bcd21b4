#include "app/ports/mbap.h"

namespace ports {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kPrefix = 6;  // transaction, protocol, length
constexpr std::size_t kHeader = 7;  // and the unit
constexpr std::size_t kLeastLength = 2;
constexpr std::size_t kMostLength = 1 + kMaxPdu;

std::size_t word_at(Bytes bytes, std::size_t at) {
    return static_cast<std::size_t>(bytes[at] << 8 | bytes[at + 1]);
}

}  // namespace

bool Mbap::take(Bytes piece, Clock::time_point, const line::Client& client, Device& device,
                Reply& reply) {
    rest_.insert(rest_.end(), piece.begin(), piece.end());
    Bytes left = rest_;
    while (left.size() >= kPrefix) {
        const std::size_t length = word_at(left, 4);
        if (length < kLeastLength || length > kMostLength) return false;
        if (left.size() < kPrefix + length) break;
        const Bytes frame = left.first(kPrefix + length);
        const bool is_modbus = word_at(frame, 2) == 0;
        if (is_modbus)
            device.serve(
                {client, line::Framing::mbap, frame[kPrefix], frame, frame.subspan(kHeader)},
                reply);
        left = left.subspan(kPrefix + length);
    }
    rest_.erase(rest_.begin(), rest_.end() - static_cast<std::ptrdiff_t>(left.size()));
    return true;
}

}  // namespace ports
