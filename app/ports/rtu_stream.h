// RTU over TCP; the rules are in tcp_framing.h.
#pragma once

#include <vector>

#include "app/ports/tcp_framing.h"

namespace ports {

class RtuStream final : public TcpFraming {
 public:
    [[nodiscard]] bool take(std::span<const std::uint8_t> piece, Clock::time_point now,
                            const line::Client& client, Device& device, Reply& reply) override;

 private:
    std::vector<std::uint8_t> rest_;  // no frame yet
    Clock::time_point heard_{};       // when its last piece came
};

}  // namespace ports
