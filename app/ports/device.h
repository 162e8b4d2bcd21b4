// What a gateway port (tcp_server.h) asks of what is behind it: a whole request, a whole answer.
//
// All calls happen on the thread that runs the port's io_context.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>
#include <vector>

#include "app/line/answer_filter.h"
#include "app/line/traffic.h"

namespace ports {

inline constexpr std::size_t kMaxPdu = 253;  // function code included

struct Request {
    const line::Client& client;
    line::Framing framing;
    std::uint8_t unit;                    // or address; what it means is the device's to say
    std::span<const std::uint8_t> frame;  // as it came, whole
    std::span<const std::uint8_t> pdu;    // of it, 1..kMaxPdu bytes
};

// What goes back to a client: bytes at once, and perhaps pieces after pauses. What is sent behind a
// piece that waits waits as well: answers keep their order.
class Reply {
 public:
    [[nodiscard]] bool empty() const { return now.empty() && later.empty(); }
    void send(std::span<const std::uint8_t> bytes) {
        std::vector<std::uint8_t>& end = later.empty() ? now : later.back().bytes;
        end.insert(end.end(), bytes.begin(), bytes.end());
    }
    void send(line::AnswerPiece piece) {
        if (piece.pause.count <= 0) return send(std::span<const std::uint8_t>(piece.bytes));
        later.push_back(std::move(piece));
    }

    std::vector<std::uint8_t> now;
    std::deque<line::AnswerPiece> later;
};

class Device {
 public:
    // Executes a request and puts what goes back, framed like it, into `reply`; nothing when it
    // stays silent.
    virtual void serve(const Request& request, Reply& reply) = 0;

 protected:
    ~Device() = default;
};

// A PDU framed as the answer to `request`, appended to `out`.
void frame_answer(const Request& request, std::span<const std::uint8_t> pdu,
                  std::vector<std::uint8_t>& out);

}  // namespace ports
