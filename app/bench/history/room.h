// Whether a history has room for one more branch, and what is in its way when it has not.
#pragma once

#include <cstddef>
#include <cstdint>

#include "signals/scenario/sentence.h"

namespace bench {

struct Room {
    enum class Bound : std::uint8_t { none, branches, bytes };

    Bound bound = Bound::none;
    std::size_t branches = 0;  // there are
    std::size_t most = 0;      // branches, or bytes of snapshots, that there may be; none: unused

    [[nodiscard]] bool full() const { return bound != Bound::none; }
};

// "there are 256 branches, the most there may be"; of a history that is full.
[[nodiscard]] signals::Sentence why_full(const Room& room);

}  // namespace bench
