#include "signals/capture/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "signals/capture/phrases.h"
#include "signals/capture/recording.h"

namespace signals {
namespace {

constexpr std::size_t kBuffer = std::size_t{256} << 10;
constexpr std::size_t kLook = std::size_t{64} << 10;
constexpr std::string_view kBom = "\xEF\xBB\xBF";

}  // namespace

LineReader::LineReader(Bytes bytes, LineKind kind)
    : bytes_(std::move(bytes)), kind_(kind), buffer_(kBuffer) {
    const std::string head = head_of(*bytes_, kLook);
    const bool cr_only =
        head.find('\n') == std::string::npos && head.find('\r') != std::string::npos;
    end_ = cr_only ? '\r' : '\n';
    if (head.starts_with(kBom)) seek(kBom.size());
}

void LineReader::seek(std::uint64_t offset) {
    begin_ = filled_ = 0;
    offset_ = offset;
    ended_ = false;
}

// More bytes behind what is left of the buffer; false when there are none.
bool LineReader::refill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
        filled_ -= begin_;
        begin_ = 0;
    }
    if (filled_ == buffer_.size()) buffer_.resize(std::min(2 * buffer_.size(), kLongestLine + 2));
    const std::size_t got = bytes_->read(offset_ + filled_, std::span{buffer_}.subspan(filled_));
    filled_ += got;
    return got > 0;
}

void LineReader::cut_at_ctrl_z(std::string_view& line) {
    const std::size_t stop = line.find('\x1A');
    if (kind_ == LineKind::mixed || stop == std::string_view::npos) return;
    line = line.substr(0, stop);
    ended_ = true;
}

bool LineReader::next(std::string_view& line, const std::string& file) {
    std::size_t searched = 0;
    while (!ended_) {
        const std::string_view there{buffer_.data() + begin_, filled_ - begin_};
        const std::size_t found = there.find(end_, searched);
        const bool too_long = found == std::string_view::npos && there.size() > kLongestLine;
        if (too_long && kind_ == LineKind::text) {
            throw CaptureError({file, 0, 0}, Sentence::of(kCapture.long_line));
        }
        searched = there.size();
        if (found == std::string_view::npos && !too_long && refill()) continue;
        // refill() may have moved the buffer.
        line = std::string_view{buffer_.data() + begin_, std::min(found, searched)};
        const std::size_t taken = line.size() + (found == std::string_view::npos ? 0 : 1);
        if (taken == 0) break;
        begin_ += taken;
        offset_ += taken;
        cut_at_ctrl_z(line);
        if (ended_ && line.empty()) break;
        if (line.ends_with('\r')) line.remove_suffix(1);
        return true;
    }
    return false;
}

}  // namespace signals
