#include "app/ports/serial.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <exception>
#include <utility>

#include "app/ports/phrases.h"
#include "app/ports/terminal.h"
#include "signals/scenario/system_text.h"

namespace ports {
namespace {

constexpr std::chrono::seconds kRetry{1};

}  // namespace

Serial::Serial(asio::io_context& io, std::string path, const line::UartFormat& format)
    : path_(std::move(path)), format_(format), device_(io), retry_(io) {
    open();
}

void Serial::open() {
    const int fd = ::open(path_.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) throw signals::SystemError(errno, signals::Sentence::of(kPort.serial, path_));
    device_.assign(fd);
    set_raw(fd, format_, path_.c_str());
    ::ioctl(fd, TIOCEXCL);
}

void Serial::start(Received received) {
    received_ = std::move(received);
    read_next();
}

void Serial::send(std::span<const std::uint8_t> bytes, bool) {
    if (!device_.is_open()) return;
    asio::error_code full;
    device_.non_blocking(true, full);
    device_.write_some(asio::buffer(bytes.data(), bytes.size()), full);
}

void Serial::close() {
    closed_ = true;
    asio::error_code ignored;
    device_.close(ignored);
    retry_.cancel();
}

void Serial::configure(const line::UartFormat& format) {
    format_ = format;
    if (device_.is_open()) set_raw(device_.native_handle(), format_, path_.c_str());
}

void Serial::read_next() {
    device_.async_read_some(asio::buffer(buffer_), [this](asio::error_code error, std::size_t n) {
        if (error == asio::error::operation_aborted) return;
        if (error) return lost();
        received_(*this, std::span(buffer_).first(n), {});
        read_next();
    });
}

void Serial::lost() {
    if (closed_) return;
    asio::error_code ignored;
    device_.close(ignored);
    retry_.expires_after(kRetry);
    retry_.async_wait([this](asio::error_code error) {
        if (error || closed_) return;
        try {
            open();
            read_next();
        } catch (const std::exception&) {
            lost();
        }
    });
}

}  // namespace ports
