#include "app/ports/pty.h"

#include <fcntl.h>
#include <sys/inotify.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "app/ports/link.h"
#include "app/ports/phrases.h"
#include "app/ports/terminal.h"
#include "signals/scenario/system_text.h"

namespace ports {
namespace {

int checked(int result, const char* what) {
    if (result < 0) throw signals::SystemError(errno, signals::Sentence::of(kPort.pty, what));
    return result;
}

int open_master() {
    const int fd = checked(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC), "/dev/ptmx");
    if (::grantpt(fd) != 0 || ::unlockpt(fd) != 0) {
        const int error = errno;
        ::close(fd);
        errno = error;
        checked(-1, "unlockpt");
    }
    return fd;
}

std::string name_of(int master) {
    std::array<char, 64> name{};
    checked(::ptsname_r(master, name.data(), name.size()) == 0 ? 0 : -1, "ptsname");
    return name.data();
}

}  // namespace

Pty::Pty(asio::io_context& io, const std::optional<std::string>& link,
         const line::UartFormat& format)
    : master_(io, open_master()),
      slave_(io),
      opens_(io),
      terminal_(name_of(master_.native_handle())) {
    const int slave = checked(::open(terminal_.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC),
                              terminal_.c_str());
    slave_.assign(slave);
    set_raw(slave, format, terminal_.c_str());
    hold_terminal(slave);
    const int notify = checked(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC), "inotify");
    opens_.assign(notify);
    checked(::inotify_add_watch(notify, terminal_.c_str(), IN_OPEN | IN_CLOSE), terminal_.c_str());
    if (!link) return;
    make_link(*link, terminal_);
    link_ = *link;
}

Pty::~Pty() {
    if (!link_.empty()) remove_link(link_, terminal_);
}

void Pty::close() {
    if (!link_.empty()) remove_link(std::exchange(link_, {}), terminal_);
    asio::error_code ignored;
    for (asio::posix::stream_descriptor* each : {&master_, &slave_, &opens_}) each->close(ignored);
}

void Pty::start(Received received) {
    received_ = std::move(received);
    read_next();
    watch_next();
}

void Pty::send(std::span<const std::uint8_t> bytes, bool) {
    asio::error_code full;
    master_.non_blocking(true, full);
    master_.write_some(asio::buffer(bytes.data(), bytes.size()), full);
}

void Pty::read_next() {
    master_.async_read_some(asio::buffer(buffer_), [this](asio::error_code error, std::size_t n) {
        if (error) return;
        received_(*this, std::span(buffer_).first(n), seen_format(slave_.native_handle()));
        read_next();
    });
}

void Pty::watch_next() {
    opens_.async_read_some(asio::buffer(events_), [this](asio::error_code error, std::size_t n) {
        if (error) return;
        seen(n);
        watch_next();
    });
}

// Events are of one file, so none has a name. The kernel may merge equal ones: the count can be too
// low, never too high.
void Pty::seen(std::size_t size) {
    for (std::size_t at = 0; at + sizeof(inotify_event) <= size; at += sizeof(inotify_event)) {
        inotify_event event{};
        std::memcpy(&event, events_.data() + at, sizeof(event));
        if ((event.mask & IN_CLOSE) != 0) clients_ = std::max(clients_ - 1, 0);
        if ((event.mask & IN_OPEN) == 0) continue;
        if (clients_++ == 0) ::tcflush(slave_.native_handle(), TCIFLUSH);
    }
}

}  // namespace ports
