// What a TCP port puts up with.
#pragma once

#include <chrono>
#include <cstddef>

namespace ports {

struct TcpLimits {
    std::size_t clients = 64;                       // one more is closed as soon as it is accepted
    std::chrono::milliseconds idle{5 * 60 * 1000};  // a client silent for longer is closed
};

}  // namespace ports
