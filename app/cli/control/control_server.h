// Serves a console on a Unix-domain socket: one command a line, answered by lines of which the last
// is "ok" or "error TEXT". Any program that can write to a socket is a client:
//
//   echo status | socat - UNIX:/tmp/meter.ctl
//
// Only the user who runs the meter may connect (mode 0600). Clients are served side by side, each
// by a thread: a command that takes long keeps nobody else waiting.
#pragma once

#include <asio/io_context.hpp>
#include <asio/local/stream_protocol.hpp>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/cli/control/console.h"

namespace cli {

inline constexpr std::size_t kControlClients = 16;
inline constexpr std::size_t kLongestCommand = 4'096;  // bytes, line end included

class ControlServer {
 public:
    // A socket that a killed program left at `path` is replaced; anything else there is an error.
    // Throws std::system_error with the path in its text.
    ControlServer(Console& console, std::string path);
    // Closes all connections and removes the socket; commands under way give up.
    ~ControlServer();

    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

 private:
    using Socket = asio::local::stream_protocol::socket;
    struct Client;

    void listen();
    void accept();
    void serve(Client& client);
    void drop_finished();

    Console& console_;
    const std::string path_;
    asio::io_context io_;
    asio::local::stream_protocol::acceptor acceptor_{io_};
    std::mutex mutex_;  // guards clients_
    std::list<std::unique_ptr<Client>> clients_;
    std::thread thread_;
};

}  // namespace cli
