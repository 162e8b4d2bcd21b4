#include "app/cli/control/control_server.h"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <asio/buffer.hpp>
#include <asio/read_until.hpp>
#include <asio/write.hpp>
#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

namespace cli {
namespace {

using asio::local::stream_protocol;

[[noreturn]] void refuse(int error, const std::string& path) {
    throw std::system_error(error, std::generic_category(),
                            fmt::format("cannot listen on the control socket {}", path));
}

// True for a socket that nobody listens on.
bool is_left_behind(asio::io_context& io, const std::string& path) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0 || !S_ISSOCK(found.st_mode)) return false;
    stream_protocol::socket probe(io);
    asio::error_code error;
    probe.connect(stream_protocol::endpoint(path), error);
    return error == asio::error::connection_refused;
}

stream_protocol::endpoint endpoint_of(const std::string& path) {
    try {
        return {path};
    } catch (const std::system_error& error) {  // longer than a socket's name may be
        refuse(error.code().value(), path);
    }
}

// What ends an answer, last.
std::string text_of(const Reply& reply) {
    return reply.ok ? reply.text + "ok\n" : "error " + reply.text;
}

}  // namespace

struct ControlServer::Client {
    explicit Client(Socket accepted) : socket(std::move(accepted)) {}
    Socket socket;
    std::atomic<bool> finished = false;
    std::thread thread;
};

ControlServer::ControlServer(Console& console, std::string path)
    : console_(console), path_(std::move(path)) {
    listen();
    thread_ = std::thread([this] { accept(); });
}

ControlServer::~ControlServer() {
    console_.close();
    // close() alone does not wake a thread that waits in accept() or recv(); shutdown() does.
    ::shutdown(acceptor_.native_handle(), SHUT_RDWR);
    thread_.join();
    for (const auto& client : clients_) {
        ::shutdown(client->socket.native_handle(), SHUT_RDWR);
        client->thread.join();
    }
    ::unlink(path_.c_str());
}

void ControlServer::listen() {
    const stream_protocol::endpoint where = endpoint_of(path_);
    if (is_left_behind(io_, path_)) ::unlink(path_.c_str());
    asio::error_code error;
    acceptor_.open(stream_protocol(), error);
    if (error) refuse(error.value(), path_);
    const mode_t before = ::umask(0177);
    acceptor_.bind(where, error);
    ::umask(before);
    if (!error) acceptor_.listen(stream_protocol::acceptor::max_listen_connections, error);
    if (error) refuse(error.value(), path_);
}

void ControlServer::accept() {
    for (;;) {
        asio::error_code error;
        Socket socket = acceptor_.accept(error);
        if (error) return;
        const std::lock_guard lock(mutex_);
        drop_finished();
        if (clients_.size() >= kControlClients) {
            asio::write(socket, asio::buffer(std::string("error too many clients\n")), error);
            continue;
        }
        Client& client = *clients_.emplace_back(std::make_unique<Client>(std::move(socket)));
        client.thread = std::thread([this, &client] { serve(client); });
    }
}

void ControlServer::serve(Client& client) {
    std::string waiting;
    asio::error_code error;
    while (!error) {
        const std::size_t size = asio::read_until(
            client.socket, asio::dynamic_buffer(waiting, kLongestCommand), '\n', error);
        if (error == asio::error::not_found) {
            asio::write(client.socket,
                        asio::buffer(
                            fmt::format("error a command has {} bytes at most\n", kLongestCommand)),
                        error);
            break;
        }
        if (error) break;
        const std::string answer =
            text_of(console_.execute(std::string_view(waiting).substr(0, size)));
        waiting.erase(0, size);
        asio::write(client.socket, asio::buffer(answer), error);
    }
    ::shutdown(client.socket.native_handle(), SHUT_RDWR);
    client.finished = true;
}

void ControlServer::drop_finished() {
    for (auto one = clients_.begin(); one != clients_.end();) {
        if (!(*one)->finished) {
            ++one;
            continue;
        }
        (*one)->thread.join();
        one = clients_.erase(one);
    }
}

}  // namespace cli
