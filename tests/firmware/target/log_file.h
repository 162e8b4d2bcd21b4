// Reads a log file event by event, in pieces of kBufferBytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "tests/firmware/event_log.h"

namespace firmware {

class LogFile {
 public:
    // False when there is no such file.
    bool open(const char* path);
    // Takes the header; false when it is not that of a log of this version.
    bool header();
    // The next event, valid until the following call. Nothing when what follows in the file is no
    // whole event.
    std::optional<Event> next();

 private:
    static constexpr std::size_t kBufferBytes = std::size_t{256} * 1024;
    static_assert(kBufferBytes > 4 * kMaxEventBytes);

    [[nodiscard]] std::span<const std::uint8_t> unread() const;
    void refill();

    std::array<std::uint8_t, kBufferBytes> buffer_{};
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::int32_t file_ = 0;  // after open()
};

}  // namespace firmware
