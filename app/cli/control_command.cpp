#include "app/cli/control_command.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/local/stream_protocol.hpp>
#include <asio/read_until.hpp>
#include <asio/write.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace cli {
namespace {

struct ControlOptions {
    std::string socket;
    std::vector<std::string> words;
};

class Connection {
 public:
    explicit Connection(const std::string& path) {
        try {
            socket_.connect(asio::local::stream_protocol::endpoint(path));
        } catch (const std::system_error& error) {
            throw std::system_error(
                error.code(), fmt::format("cannot reach a meter at the control socket {}", path));
        }
    }

    // Prints what the answer tells; false when it is an error.
    bool ask(const std::string& command) {
        asio::write(socket_, asio::buffer(command + "\n"));
        for (;;) {
            const std::string line = next_line();
            if (line == "ok\n") return true;
            if (line.starts_with("error ")) {
                fmt::print(stderr, "metertwin-cli: {}", line.substr(6));
                return false;
            }
            fmt::print("{}", line);
        }
    }

 private:
    std::string next_line() {
        const std::size_t size = asio::read_until(socket_, asio::dynamic_buffer(waiting_), '\n');
        std::string line = waiting_.substr(0, size);
        waiting_.erase(0, size);
        return line;
    }

    asio::io_context io_;
    asio::local::stream_protocol::socket socket_{io_};
    std::string waiting_;
};

// Ends at the first error, as a script does.
bool ask_each_line(Connection& meter, std::istream& in) {
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (!meter.ask(line)) return false;
        std::fflush(stdout);
    }
    return true;
}

int run(const ControlOptions& options) {
    Connection meter(options.socket);
    const bool ok = options.words.empty()
                        ? ask_each_line(meter, std::cin)
                        : meter.ask(fmt::format("{}", fmt::join(options.words, " ")));
    return ok ? kOk : kFailure;
}

}  // namespace

Action prepare_control(CLI::App& app) {
    auto options = std::make_shared<ControlOptions>();
    app.add_option("SOCKET", options->socket, "what `run --control` was given")->required();
    app.add_option("COMMAND", options->words,
                   "one command with its arguments; `help` lists them. Without one, a command a "
                   "line is read from standard input, up to the first that fails; # begins a "
                   "comment");
    app.footer(
        "Examples:\n"
        "  metertwin-cli run --pty /tmp/meter --control /tmp/meter.ctl &\n"
        "  metertwin-cli control /tmp/meter.ctl fault bad-crc:every=10\n"
        "  metertwin-cli control /tmp/meter.ctl set voltage=[277,0,277]\n"
        "  metertwin-cli control /tmp/meter.ctl @12 keys minus next*6\n"
        "  metertwin-cli control /tmp/meter.ctl look 10m\n"
        "  metertwin-cli control /tmp/meter.ctl rename-branch 2 one phase lost");
    return [options] { return run(*options); };
}

}  // namespace cli
