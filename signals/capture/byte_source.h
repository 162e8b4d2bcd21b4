// Bytes of any length, read in pieces: a file, a piece of one, or memory.
//
// Files are read by pread into the caller's buffer and never mapped: what a process has mapped
// counts as its memory, and a record of many gigabytes must not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace signals {

class ByteSource {
 public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    // Fills `out` with the bytes from `at` on; fewer only where the source ends. Throws
    // CaptureError when the file cannot be read.
    virtual std::size_t read(std::uint64_t at, std::span<char> out) = 0;
};
using Bytes = std::shared_ptr<ByteSource>;

// A file that stays open as long as the source lives. CaptureError: missing, a directory, or not to
// be read.
Bytes open_bytes(const std::filesystem::path& path);

// Bytes in memory: for tests, and for readers of what came over another way.
Bytes memory_bytes(std::string bytes);

// The `size` bytes of `whole` from `at` on (cut off where `whole` ends).
Bytes slice_bytes(Bytes whole, std::uint64_t at, std::uint64_t size);

// UTF-16 text as one byte per character, '?' for what is above U+00FF, without its byte order mark;
// `whole` itself when it does not begin with such a mark.
Bytes narrow_bytes(Bytes whole);

// Up to `most` bytes from the start.
std::string head_of(ByteSource& bytes, std::size_t most);

}  // namespace signals
