// Modbus frames out of the packets of somebody's network capture (log_pcapng_reader.h).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "app/line/log_packets.h"
#include "app/line/traffic.h"

namespace line {

class CaptureFrames {
 public:
    CaptureFrames(const std::function<void(const Traffic&)>& heard, std::uint16_t tcp_port)
        : heard_(heard), tcp_port_(tcp_port) {}

    // `ticks` since 1970.
    void take(const Packet& packet, std::int64_t ticks);

 private:
    struct Stream {
        std::optional<std::uint32_t> next;  // sequence number
        std::vector<std::uint8_t> rest;     // the beginning of a frame
    };

    void give(const Packet& packet, bool request, std::int64_t ticks, Bytes bytes);
    std::uint32_t number_of(const Endpoint& server, const Endpoint& client);

    const std::function<void(const Traffic&)>& heard_;
    std::uint16_t tcp_port_;
    std::optional<std::int64_t> first_;
    std::map<std::pair<Endpoint, Endpoint>, Stream> streams_;
    std::map<Endpoint, std::map<Endpoint, std::uint32_t>> clients_;  // of each server
};

}  // namespace line
