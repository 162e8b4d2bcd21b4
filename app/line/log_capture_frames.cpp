#include "app/line/log_capture_frames.h"

#include <fmt/format.h>

namespace line {
namespace {

constexpr std::size_t kMostMbap = 260;

std::string text_of(const Endpoint& end) {
    return fmt::format("{}.{}.{}.{}:{}", end.address >> 24, end.address >> 16 & 255,
                       end.address >> 8 & 255, end.address & 255, end.port);
}

// Length of the frame that `bytes` begin with; nothing while it is not whole. What cannot be the
// head of one is given as it is.
std::size_t frame_size(Bytes bytes) {
    if (bytes.size() < kMbapPrefix) return 0;
    const std::size_t size = 6U + word_at(bytes, 4);
    if (word_at(bytes, 2) != 0 || size < kMbapPrefix + 1 || size > kMostMbap) return bytes.size();
    return size <= bytes.size() ? size : 0;
}

}  // namespace

void CaptureFrames::take(const Packet& packet, std::int64_t ticks) {
    const bool request = packet.to.port == tcp_port_;
    if (!packet.tcp || packet.payload.empty()) return;
    if (!request && packet.from.port != tcp_port_) return;
    if (!first_) first_ = ticks;
    Stream& stream = streams_[{packet.from, packet.to}];
    const auto size = static_cast<std::uint32_t>(packet.payload.size());
    if (stream.next && static_cast<std::int32_t>(packet.sequence - *stream.next) < 0) return;
    if (stream.next && packet.sequence != *stream.next) stream.rest.clear();
    stream.next = packet.sequence + size;
    stream.rest.insert(stream.rest.end(), packet.payload.begin(), packet.payload.end());
    Bytes left = stream.rest;
    while (const std::size_t whole = frame_size(left)) {
        give(packet, request, ticks, left.first(whole));
        left = left.subspan(whole);
    }
    stream.rest.assign(left.begin(), left.end());
}

void CaptureFrames::give(const Packet& packet, bool request, std::int64_t ticks, Bytes bytes) {
    const Endpoint& server = request ? packet.to : packet.from;
    const Endpoint& client = request ? packet.from : packet.to;
    Traffic traffic;
    traffic.begin = traffic.end = {ticks - *first_};
    traffic.client = {text_of(server), number_of(server, client)};
    traffic.direction = request ? Direction::request : Direction::answer;
    traffic.framing = Framing::mbap;
    traffic.bytes.assign(bytes.begin(), bytes.end());
    heard_(traffic);
}

std::uint32_t CaptureFrames::number_of(const Endpoint& server, const Endpoint& client) {
    auto& known = clients_[server];
    return known.try_emplace(client, static_cast<std::uint32_t>(known.size() + 1)).first->second;
}

}  // namespace line
