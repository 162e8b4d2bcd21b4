#include "core/modbus/framer.h"

#include <algorithm>

#include "core/modbus/crc.h"

namespace meter::modbus {

void Framer::configure(const LineTiming& timing) {
    timing_ = timing;
    clear();
}

void Framer::receive(std::uint8_t byte, Instant now) {
    now = idle() ? now : std::max(now, last_);
    if (!idle() && !lenient() && now - last_ > timing_.most_apart) spoiled_ = true;
    if (waiting_) piece_ = size_;
    waiting_ = false;
    last_ = now;
    if (size_ < bytes_.size()) {
        bytes_[size_++] = byte;
    } else {
        spoiled_ = true;
    }
}

std::span<const std::uint8_t> Framer::ended(Instant now) {
    if (idle() || now - last_ < timing_.frame_end) return {};
    const std::span<const std::uint8_t> frame = judged();
    if (!frame.empty()) return frame;
    waiting_ = lenient() && !spoiled_ && now - last_ < kPatience;
    if (!waiting_) clear();
    return {};
}

std::span<const std::uint8_t> Framer::received() const {
    if (spoiled_) return {};
    return std::span{bytes_}.first(std::min<std::size_t>(size_, bytes_.size()));
}

// The frame in what has been received: all of it, or the last piece of it alone.
std::span<const std::uint8_t> Framer::judged() const {
    const std::span<const std::uint8_t> all = received();
    if (all.size() >= kMinFrame && crc_matches(all)) return all;
    const std::span<const std::uint8_t> last =
        all.subspan(std::min<std::size_t>(piece_, all.size()));
    return last.size() >= kMinFrame && crc_matches(last) ? last : std::span<const std::uint8_t>{};
}

void Framer::clear() {
    bytes_.fill(0);
    size_ = 0;
    piece_ = 0;
    last_ = {};
    spoiled_ = false;
    waiting_ = false;
}

std::optional<Instant> Framer::deadline() const {
    if (idle()) return std::nullopt;
    return last_ + (waiting_ ? kPatience : timing_.frame_end);
}

}  // namespace meter::modbus
