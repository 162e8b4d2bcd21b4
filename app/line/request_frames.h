// Requests in a stream of RTU bytes that has lost its silences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace line {

// 4..256 bytes with their CRC right.
[[nodiscard]] bool is_frame(std::span<const std::uint8_t> bytes);

// Length of the request that `bytes` begin with, when its function is known and its CRC right; 0
// when there is none, or not all of it.
[[nodiscard]] std::size_t first_request(std::span<const std::uint8_t> bytes);

}  // namespace line
