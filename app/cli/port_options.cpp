#include "app/cli/port_options.h"

#include <fmt/core.h>

#include <chrono>
#include <cmath>
#include <optional>

#include "app/cli/checked_by.h"
#include "app/cli/quantities.h"
#include "app/line/uart_format.h"
#include "app/ports/tcp_address.h"

namespace cli {
namespace {

// "address 1"; "4 meters, addresses 1 2 3 7"
std::string whom(std::span<const meter::LineConfig> lines, const char* address, const char* many) {
    if (lines.size() == 1) return fmt::format("{} {}", address, lines[0].address);
    std::string text = fmt::format("{} meters, {}", lines.size(), many);
    for (const meter::LineConfig& line : lines) text += fmt::format(" {}", line.address);
    return text;
}

ports::TcpLimits limits_of(const PortOptions& options) {
    ports::TcpLimits limits;
    limits.clients = options.clients;
    if (!options.idle.empty())
        limits.idle = std::chrono::milliseconds(
            static_cast<std::int64_t>(std::ceil(parse_duration(options.idle) * 1e3)));
    return limits;
}

}  // namespace

bool PortOptions::any() const {
    return !pty.empty() || !serial.empty() || !tcp.empty() || !rtu_tcp.empty() || !rfc2217.empty();
}

void add_port_options(CLI::App& app, PortOptions& options) {
    app.add_option("--pty", options.pty,
                   "path of a link to the serial port of the meter. Without --for a port is opened "
                   "and printed anyway");
    app.add_flag("--any-baud", options.any_baud,
                 "on the pty, understand a client at any baud rate (for clients that never set "
                 "one); as on RS-485 the meter is silent to another rate than its own");
    app.add_option("--serial", options.serial,
                   "serve the line on a serial device, like /dev/ttyUSB0, set as the meter is");
    app.add_option("--tcp", options.tcp,
                   "serve Modbus/TCP at [HOST:]PORT. Without HOST only this machine reaches it; "
                   "0.0.0.0 is every address; port 0 lets the system choose")
        ->check(checked_by(ports::parse_tcp_address, "[HOST:]PORT"));
    app.add_option("--rtu-tcp", options.rtu_tcp, "serve RTU over TCP at [HOST:]PORT, likewise")
        ->check(checked_by(ports::parse_tcp_address, "[HOST:]PORT"));
    app.add_option("--rfc2217", options.rfc2217,
                   "serve the line as a serial port over TCP (RFC 2217) at [HOST:]PORT, likewise; "
                   "it shows a client's parity as well")
        ->check(checked_by(ports::parse_tcp_address, "[HOST:]PORT"));
    app.add_option("--tcp-clients", options.clients, "so many clients at most on a TCP port")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000}))
        ->capture_default_str();
    app.add_option("--tcp-idle", options.idle,
                   "a TCP client that is silent for so long is closed. Default: 5m")
        ->check(checked_by(parse_duration, "DURATION"));
}

void open_ports(bench::Runner& runner, const PortOptions& options, bool pty_anyway,
                std::span<const meter::LineConfig> lines, std::FILE* out) {
    const auto tell = [out](const std::string& address, const std::string& what) {
        fmt::print(out, "listening on {} ({})\n", address, what);
    };
    const ports::TcpLimits limits = limits_of(options);
    const std::string line = fmt::format("{}, {}", line::to_text(line::format_of(lines[0])),
                                         whom(lines, "address", "addresses"));
    if (!options.pty.empty() || pty_anyway)
        tell(runner.open_pty(
                 options.pty.empty() ? std::nullopt : std::optional(options.pty),
                 options.any_baud ? bench::RateCheck::lenient : bench::RateCheck::strict),
             line);
    if (!options.serial.empty()) tell(runner.open_serial(options.serial), line);
    if (!options.tcp.empty())
        tell(runner.open_tcp(ports::Protocol::mbap, options.tcp, limits),
             fmt::format("Modbus/TCP, {}", whom(lines, "unit", "units")));
    if (!options.rtu_tcp.empty())
        tell(runner.open_tcp(ports::Protocol::rtu, options.rtu_tcp, limits),
             fmt::format("RTU over TCP, {}", whom(lines, "address", "addresses")));
    if (!options.rfc2217.empty())
        tell(runner.open_rfc2217(options.rfc2217, limits), fmt::format("RFC 2217, {}", line));
    std::fflush(out);
}

}  // namespace cli
