// Characters that one sender puts on the wire, one right after the other.
#pragma once

#include <cstdint>
#include <vector>

#include "app/line/uart_format.h"
#include "app/line/wire_time.h"

namespace line {

struct Run {
    WireInstant begin{};  // of the first start bit
    UartFormat format{};
    std::vector<std::uint8_t> bytes;

    // When the first `count` characters have passed.
    [[nodiscard]] WireInstant end_of(std::size_t count) const {
        return begin + characters(static_cast<std::int64_t>(count), format);
    }
    [[nodiscard]] WireInstant end() const { return end_of(bytes.size()); }
};

}  // namespace line
