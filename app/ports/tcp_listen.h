// Listening on a TCP address, for the servers of this folder.
#pragma once

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/steady_timer.hpp>
#include <functional>

namespace ports {

// Throws std::system_error naming the address when it is in use, forbidden or not of this machine.
[[nodiscard]] asio::ip::tcp::acceptor listen(asio::io_context& io,
                                             const asio::ip::tcp::endpoint& where);

// Accepts clients one after another.
class Accepting {
 public:
    using Welcome = std::function<void(asio::ip::tcp::socket socket)>;

    Accepting(asio::io_context& io, const asio::ip::tcp::endpoint& where)
        : acceptor_(listen(io, where)), retry_(io) {}

    // Clients that came before it have waited.
    void start(Welcome welcome);
    // No further client is accepted, and the address is free. A handler under way may still hand
    // over one: destroy it by a task that is posted after this call.
    void close();
    [[nodiscard]] bool open() const { return acceptor_.is_open(); }
    [[nodiscard]] asio::ip::tcp::endpoint where() const { return acceptor_.local_endpoint(); }

 private:
    void next();
    void later();

    asio::ip::tcp::acceptor acceptor_;
    asio::steady_timer retry_;
    Welcome welcome_;
};

}  // namespace ports
