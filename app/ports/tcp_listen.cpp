#include "app/ports/tcp_listen.h"

#include <asio/ip/v6_only.hpp>
#include <chrono>
#include <utility>

#include "app/ports/phrases.h"
#include "app/ports/tcp_address.h"
#include "signals/scenario/system_text.h"

namespace ports {
namespace {

using asio::ip::tcp;

// When the system has no more descriptors, until it is asked again.
constexpr std::chrono::milliseconds kRetry{100};

void checked(const asio::error_code& error, const tcp::endpoint& where) {
    if (!error) return;
    throw signals::SystemError(error.value(), signals::Sentence::of(kPort.listen, to_text(where)));
}

}  // namespace

tcp::acceptor listen(asio::io_context& io, const tcp::endpoint& where) {
    tcp::acceptor acceptor(io);
    asio::error_code error;
    acceptor.open(where.protocol(), error);
    checked(error, where);
    // Lets a program that was ended take its address again; one that is in use stays so.
    acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    checked(error, where);
    if (where.address().is_v6()) acceptor.set_option(asio::ip::v6_only(true), error);
    checked(error, where);
    acceptor.bind(where, error);
    checked(error, where);
    acceptor.listen(tcp::acceptor::max_listen_connections, error);
    checked(error, where);
    return acceptor;
}

void Accepting::start(Welcome welcome) {
    welcome_ = std::move(welcome);
    next();
}

void Accepting::close() {
    asio::error_code ignored;
    acceptor_.close(ignored);
    retry_.cancel();
}

void Accepting::next() {
    acceptor_.async_accept([this](asio::error_code error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || !open()) return;
        if (error) return later();
        welcome_(std::move(socket));
        next();
    });
}

void Accepting::later() {
    retry_.expires_after(kRetry);
    retry_.async_wait([this](asio::error_code error) {
        if (!error && open()) next();
    });
}

}  // namespace ports
