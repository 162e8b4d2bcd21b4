#include "app/ports/tcp_server.h"

#include <fmt/core.h>

#include <asio/ip/v6_only.hpp>
#include <system_error>
#include <utility>

#include "app/ports/mbap.h"
#include "app/ports/rtu_stream.h"
#include "app/ports/tcp_address.h"
#include "app/ports/tcp_connection.h"

namespace ports {
namespace {

using asio::ip::tcp;

// When the system has no more descriptors, until it is asked again.
constexpr std::chrono::milliseconds kRetry{100};

void checked(const asio::error_code& error, const tcp::endpoint& where) {
    if (!error) return;
    throw std::system_error(error.value(), std::system_category(),
                            fmt::format("cannot listen on {}", to_text(where)));
}

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

}  // namespace

std::unique_ptr<TcpFraming> make_framing(Protocol protocol) {
    if (protocol == Protocol::mbap) return std::make_unique<Mbap>();
    return std::make_unique<RtuStream>();
}

TcpServer::TcpServer(asio::io_context& io, const tcp::endpoint& where, Protocol protocol,
                     Device& device, const TcpLimits& limits)
    : acceptor_(listen(io, where)),
      retry_(io),
      protocol_(protocol),
      device_(device),
      limits_(limits),
      address_(to_text(acceptor_.local_endpoint())) {}

TcpServer::~TcpServer() {
    for (const auto& connection : connections_) connection->close();
}

void TcpServer::start() { accept_next(); }

void TcpServer::accept_next() {
    acceptor_.async_accept([this](asio::error_code error, tcp::socket socket) {
        if (error == asio::error::operation_aborted) return;
        if (error) return accept_later();
        welcome(std::move(socket));
        accept_next();
    });
}

void TcpServer::accept_later() {
    retry_.expires_after(kRetry);
    retry_.async_wait([this](asio::error_code error) {
        if (!error) accept_next();
    });
}

void TcpServer::welcome(tcp::socket socket) {
    if (connections_.size() >= limits_.clients) return;
    auto connection =
        std::make_shared<TcpConnection>(std::move(socket), make_framing(protocol_),
                                        line::Client{address_, ++accepted_}, device_, limits_.idle);
    connections_.insert(connection);
    connection->start([this](const auto& closed) { connections_.erase(closed); });
}

}  // namespace ports
