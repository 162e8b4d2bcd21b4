#include "app/ports/tcp_connection.h"

#include <asio/buffer.hpp>
#include <asio/write.hpp>
#include <span>
#include <utility>

namespace ports {

TcpConnection::TcpConnection(asio::ip::tcp::socket socket, std::unique_ptr<TcpFraming> framing,
                             line::Client client, Device& device, std::chrono::milliseconds idle)
    : socket_(std::move(socket)),
      timer_(socket_.get_executor()),
      pause_(socket_.get_executor()),
      framing_(std::move(framing)),
      client_(std::move(client)),
      device_(device),
      idle_(idle),
      heard_(TcpFraming::Clock::now()) {
    asio::error_code ignored;
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

void TcpConnection::start(Closed closed) {
    closed_ = std::move(closed);
    watch_idle();
    read_next();
}

void TcpConnection::close() {
    closed_ = nullptr;
    end();
}

void TcpConnection::end() {
    asio::error_code ignored;
    timer_.cancel();
    pause_.cancel();
    socket_.close(ignored);
    if (const Closed closed = std::exchange(closed_, nullptr)) closed(shared_from_this());
}

void TcpConnection::read_next() {
    socket_.async_read_some(asio::buffer(in_),
                            [self = shared_from_this()](asio::error_code error, std::size_t size) {
                                if (error == asio::error::operation_aborted) return;
                                error ? self->end() : self->received(size);
                            });
}

void TcpConnection::received(std::size_t size) {
    if (!socket_.is_open()) return;  // closed while the bytes were on their way to here
    heard_ = TcpFraming::Clock::now();
    const bool sense = framing_->take(std::span(in_).first(size), heard_, client_, device_, out_);
    if (!sense) return end();
    send_next();
}

// Until everything has left; then reads on.
void TcpConnection::send_next() {
    if (out_.empty()) return read_next();
    if (out_.now.empty()) return send_after(out_.later.front().pause);
    asio::async_write(socket_, asio::buffer(out_.now),
                      [self = shared_from_this()](asio::error_code error, std::size_t) {
                          if (error == asio::error::operation_aborted) return;
                          self->out_.now.clear();
                          error ? self->end() : self->send_next();
                      });
}

void TcpConnection::send_after(meter::Ticks pause) {
    using Crystal = std::chrono::duration<std::int64_t, std::ratio<1, meter::kCrystalHz>>;
    pause_.expires_after(
        std::chrono::ceil<std::chrono::steady_clock::duration>(Crystal{pause.count}));
    pause_.async_wait([self = shared_from_this()](asio::error_code error) {
        if (error || !self->socket_.is_open()) return;
        self->out_.now = std::move(self->out_.later.front().bytes);
        self->out_.later.pop_front();
        self->send_next();
    });
}

// A request does not touch the timer: it looks when it fires.
void TcpConnection::watch_idle() {
    timer_.expires_at(heard_ + idle_);
    timer_.async_wait([self = shared_from_this()](asio::error_code error) {
        if (error || !self->socket_.is_open()) return;
        const bool silent = TcpFraming::Clock::now() >= self->heard_ + self->idle_;
        silent ? self->end() : self->watch_idle();
    });
}

}  // namespace ports
