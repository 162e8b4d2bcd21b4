// Lines of a text of any length, in a buffer of bounded size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/byte_source.h"

namespace signals {

// A line longer than this is no table of samples: 999 999 channels of 16 characters.
inline constexpr std::size_t kLongestLine = std::size_t{16} << 20;

// `text`: a Ctrl-Z ends it, and an overlong line is an error. `mixed` (text around binary
// sections): a Ctrl-Z is a character, and an overlong line comes in pieces.
enum class LineKind : std::uint8_t { text, mixed };

class LineReader {
 public:
    // Line ends are LF, CRLF, or CR alone when the first 64 KiB have no LF. A UTF-8 byte order mark
    // is skipped.
    explicit LineReader(Bytes bytes, LineKind kind = LineKind::text);

    // The next line without its end, valid until the next call; false at the end of the text.
    // CaptureError (with `file`): longer than kLongestLine.
    bool next(std::string_view& line, const std::string& file);

    // Where the line that next() will give begins.
    [[nodiscard]] std::uint64_t offset() const { return offset_; }
    void seek(std::uint64_t offset);
    [[nodiscard]] char line_end() const { return end_; }

 private:
    bool refill();
    void cut_at_ctrl_z(std::string_view& line);

    Bytes bytes_;
    LineKind kind_;
    char end_ = '\n';
    std::vector<char> buffer_;
    std::size_t begin_ = 0;  // of the next line in buffer_
    std::size_t filled_ = 0;
    std::uint64_t offset_ = 0;  // of buffer_[begin_] in the text
    bool ended_ = false;
};

}  // namespace signals
