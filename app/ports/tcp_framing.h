// How Modbus frames travel in a TCP stream: cutting requests out of it.
//
// A framing holds what has arrived and is not whole yet, never more than one frame. Pieces of a
// stream are cut anywhere; several requests may come in one and are served in their order.
//
// mbap, Modbus/TCP: transaction, protocol 0, length, unit, PDU.
//   - A frame of another protocol is passed over. A length outside 2..254 (unit and PDU) leaves
//     nothing to find the next frame by: the connection has to be closed.
//
// rtu, RTU over TCP: address, PDU, CRC, as on the line. TCP has no silence to frame by:
//   - a request ends by its length, when its function is known and its CRC right; or where
//     the bytes at hand are a frame by their CRC;
//   - what has not become a frame within kRtuPatience is dropped; so is what came before a piece
//     that is a frame by itself, and what grows longer than a frame.
//
// Whom a unit or address means is the device's business (bench/gateway.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>

#include "app/ports/device.h"

namespace ports {

enum class Protocol : std::uint8_t { mbap, rtu };

inline constexpr std::chrono::milliseconds kRtuPatience{250};

class TcpFraming {
 public:
    using Clock = std::chrono::steady_clock;

    virtual ~TcpFraming() = default;

    // Takes a piece of `client` that arrived at `now` and has `device` serve every request that is
    // whole by now. False when the stream makes no sense any more.
    [[nodiscard]] virtual bool take(std::span<const std::uint8_t> piece, Clock::time_point now,
                                    const line::Client& client, Device& device, Reply& reply) = 0;
};

[[nodiscard]] std::unique_ptr<TcpFraming> make_framing(Protocol protocol);

}  // namespace ports
