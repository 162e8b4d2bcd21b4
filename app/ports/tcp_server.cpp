#include "app/ports/tcp_server.h"

#include <utility>

#include "app/ports/mbap.h"
#include "app/ports/rtu_stream.h"
#include "app/ports/tcp_address.h"
#include "app/ports/tcp_connection.h"

namespace ports {
std::unique_ptr<TcpFraming> make_framing(Protocol protocol) {
    if (protocol == Protocol::mbap) return std::make_unique<Mbap>();
    return std::make_unique<RtuStream>();
}

TcpServer::TcpServer(asio::io_context& io, const asio::ip::tcp::endpoint& where, Protocol protocol,
                     Device& device, const TcpLimits& limits)
    : accepting_(io, where),
      protocol_(protocol),
      device_(device),
      limits_(limits),
      address_(to_text(accepting_.where())) {}

TcpServer::~TcpServer() { close(); }

void TcpServer::close() {
    accepting_.close();
    for (const auto& connection : connections_) connection->close();
    connections_.clear();
}

void TcpServer::start() {
    accepting_.start([this](asio::ip::tcp::socket socket) { welcome(std::move(socket)); });
}

void TcpServer::welcome(asio::ip::tcp::socket socket) {
    if (connections_.size() >= limits_.clients || !accepting_.open()) return;
    auto connection =
        std::make_shared<TcpConnection>(std::move(socket), make_framing(protocol_),
                                        line::Client{address_, ++accepted_}, device_, limits_.idle);
    connections_.insert(connection);
    connection->start([this](const auto& closed) { connections_.erase(closed); });
}

}  // namespace ports
