#include "app/ports/rtu_stream.h"

#include "app/line/request_frames.h"
#include "core/modbus/framer.h"

namespace ports {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kOverhead = 3;  // address and CRC around a PDU

// Length of the request that `bytes` begin with; 0 when there is none, or not all of it.
std::size_t whole_request(Bytes bytes) {
    const std::size_t size = line::first_request(bytes);
    if (size != 0) return size;
    return line::is_frame(bytes) ? bytes.size() : 0;
}

}  // namespace

bool RtuStream::take(Bytes piece, Clock::time_point now, const line::Client& client, Device& device,
                     Reply& reply) {
    if (now - heard_ > kRtuPatience || line::is_frame(piece)) rest_.clear();
    heard_ = now;
    rest_.insert(rest_.end(), piece.begin(), piece.end());
    Bytes left = rest_;
    while (const std::size_t size = whole_request(left)) {
        const Bytes frame = left.first(size);
        device.serve(
            {client, line::Framing::rtu, frame[0], frame, frame.subspan(1, size - kOverhead)},
            reply);
        left = left.subspan(size);
    }
    if (left.size() > meter::modbus::kMaxFrame) left = {};
    rest_.erase(rest_.begin(), rest_.end() - static_cast<std::ptrdiff_t>(left.size()));
    return true;
}

}  // namespace ports
