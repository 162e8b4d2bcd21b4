#include "app/ports/rfc2217.h"

#include <array>
#include <asio/buffer.hpp>
#include <asio/steady_timer.hpp>
#include <asio/write.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "app/ports/com_port.h"
#include "app/ports/tcp_address.h"
#include "app/ports/telnet.h"

namespace ports {
namespace {

using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostWaiting = 65'536;
constexpr const char* kSignature = "MeterTwin";

line::SeenFormat seen(const line::UartFormat& format) {
    return {format.baud, format.data_bits, format.parity, format.stop_half_bits};
}

}  // namespace

class Rfc2217::Session : public std::enable_shared_from_this<Session> {
 public:
    using Data = std::function<void(std::span<const std::uint8_t>, const line::SeenFormat&)>;

    Session(tcp::socket socket, const line::UartFormat& format, std::chrono::milliseconds idle,
            Data data)
        : socket_(std::move(socket)),
          timer_(socket_.get_executor()),
          idle_(idle),
          data_(std::move(data)),
          telnet_([this](std::span<const std::uint8_t> command) { port_.command(command, out_); }),
          port_(format, kSignature) {
        asio::error_code ignored;
        socket_.set_option(tcp::no_delay(true), ignored);
    }

    void start() {
        watch_idle();
        read_next();
    }
    void close() {
        asio::error_code ignored;
        timer_.cancel();
        socket_.close(ignored);
    }
    [[nodiscard]] bool open() const { return socket_.is_open(); }

    void send(std::span<const std::uint8_t> bytes, bool damaged) {
        if (damaged) port_.tell_line_state(ComPort::kFramingError | ComPort::kParityError, out_);
        if (held_.size() + bytes.size() <= kMostWaiting)
            held_.insert(held_.end(), bytes.begin(), bytes.end());
        flush();
    }

 private:
    void read_next() {
        socket_.async_read_some(asio::buffer(in_), [self = shared_from_this()](
                                                       asio::error_code error, std::size_t size) {
            error ? self->close() : self->received(size);
        });
    }
    void received(std::size_t size) {
        heard_ = Clock::now();
        const bool agreed = telnet_.com_port();
        std::vector<std::uint8_t> data;
        telnet_.take(std::span(in_).first(size), data, out_);
        if (!agreed && telnet_.com_port()) port_.tell_modem_state(out_);
        if ((port_.take_purge() & 1) != 0) held_.clear();
        if (!data.empty())
            data_(data, telnet_.com_port() ? seen(port_.format()) : line::SeenFormat{});
        flush();
        if (open()) read_next();
    }
    // Data that is not fetched waits in held_, which is bounded; questions whose answers are not
    // fetched are no use.
    void flush() {
        if (out_.size() > kMostWaiting) return close();
        if (writing_ || !open()) return;
        if (!port_.suspended()) {
            Telnet::escape(held_, out_);
            held_.clear();
        }
        if (out_.empty()) return;
        writing_ = true;
        sending_ = std::exchange(out_, {});
        asio::async_write(socket_, asio::buffer(sending_),
                          [self = shared_from_this()](asio::error_code error, std::size_t) {
                              self->writing_ = false;
                              error ? self->close() : self->flush();
                          });
    }
    void watch_idle() {
        timer_.expires_at(heard_ + idle_);
        timer_.async_wait([self = shared_from_this()](asio::error_code error) {
            if (error || !self->open()) return;
            Clock::now() >= self->heard_ + self->idle_ ? self->close() : self->watch_idle();
        });
    }

    tcp::socket socket_;
    asio::steady_timer timer_;
    std::chrono::milliseconds idle_;
    Data data_;
    Telnet telnet_;
    ComPort port_;
    Clock::time_point heard_ = Clock::now();
    bool writing_ = false;
    std::vector<std::uint8_t> held_;     // data for the client, not escaped yet
    std::vector<std::uint8_t> out_;      // leaves with the next write
    std::vector<std::uint8_t> sending_;  // on its way
    std::array<std::uint8_t, 1'024> in_{};
};

Rfc2217::Rfc2217(asio::io_context& io, const tcp::endpoint& where, std::chrono::milliseconds idle)
    : accepting_(io, where), idle_(idle), address_(to_text(accepting_.where())) {}

Rfc2217::~Rfc2217() { close(); }

void Rfc2217::close() {
    accepting_.close();
    if (session_) session_->close();
}

void Rfc2217::start(Received received) {
    received_ = std::move(received);
    accepting_.start([this](tcp::socket socket) { welcome(std::move(socket)); });
}

void Rfc2217::send(std::span<const std::uint8_t> bytes, bool damaged) {
    if (connected()) session_->send(bytes, damaged);
}

bool Rfc2217::connected() const { return session_ && session_->open(); }

void Rfc2217::welcome(tcp::socket socket) {
    if (connected() || !accepting_.open()) return;
    session_ = std::make_shared<Session>(
        std::move(socket), format_, idle_,
        [this](std::span<const std::uint8_t> bytes, const line::SeenFormat& format) {
            received_(*this, bytes, format);
        });
    session_->start();
}

}  // namespace ports
