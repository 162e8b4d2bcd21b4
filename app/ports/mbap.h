// Modbus/TCP; the rules are in tcp_framing.h.
#pragma once

#include "app/ports/tcp_framing.h"

namespace ports {

class Mbap final : public TcpFraming {
 public:
    [[nodiscard]] bool take(std::span<const std::uint8_t> piece, Clock::time_point now,
                            Device& device, std::vector<std::uint8_t>& out) override;

 private:
    std::vector<std::uint8_t> rest_;  // the beginning of a frame
};

}  // namespace ports
