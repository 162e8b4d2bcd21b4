// Around the bytes of a file that this program reads back: what it is, its version, size and
// digest.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace bench {

// What stands before a body: `magic`, then version, size and digest, eight bytes each.
struct Envelope {
    std::uint64_t version = 0;
    std::uint64_t size = 0;    // of the body in bytes, as written
    std::uint64_t digest = 0;  // of the body, as written
    std::span<const std::uint8_t> body;
};

[[nodiscard]] std::uint64_t digest_of(std::span<const std::uint8_t> bytes);

[[nodiscard]] std::vector<std::uint8_t> enveloped(std::string_view magic, std::uint64_t version,
                                                  std::span<const std::uint8_t> body);

[[nodiscard]] bool begins_with(std::span<const std::uint8_t> file, std::string_view magic);

// Checks nothing but that there are so many bytes. Throws std::invalid_argument when there are not;
// `file` begins with `magic`.
[[nodiscard]] Envelope envelope_of(std::string_view magic, std::span<const std::uint8_t> file);

}  // namespace bench
