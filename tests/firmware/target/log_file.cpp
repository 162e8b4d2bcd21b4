#include "tests/firmware/target/log_file.h"

#include <algorithm>

#include "tests/firmware/target/semihosting.h"

namespace firmware {

bool LogFile::open(const char* path) {
    file_ = semihosting::open_to_read(path);
    return file_ >= 0;
}

bool LogFile::header() {
    refill();
    if (!is_log_header(unread())) return false;
    begin_ += kLogHeaderBytes;
    return true;
}

std::optional<Event> LogFile::next() {
    if (unread().size() < kMaxEventBytes) refill();
    const std::optional<Event> event = first_event(unread());
    if (event) begin_ += event->bytes();
    return event;
}

std::span<const std::uint8_t> LogFile::unread() const {
    return std::span{buffer_}.subspan(begin_, end_ - begin_);
}

void LogFile::refill() {
    std::copy(buffer_.begin() + begin_, buffer_.begin() + end_, buffer_.begin());
    end_ -= begin_;
    begin_ = 0;
    end_ += semihosting::read(file_, std::span{buffer_}.subspan(end_));
}

}  // namespace firmware
