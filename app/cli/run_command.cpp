#include "app/cli/run_command.h"

#include <fmt/core.h>

#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/bench/runner.h"
#include "app/cli/interrupt.h"
#include "app/cli/keys.h"
#include "app/cli/quantities.h"
#include "app/cli/session.h"
#include "app/ports/tcp_address.h"
#include "signals/scenario/scenario_file.h"
#include "signals/source.h"

namespace cli {
namespace {

struct RunOptions {
    std::string scenario;
    std::string duration;
    std::string speed;
    std::string pty;
    std::string tcp;
    std::string rtu_tcp;
    std::string keys;
    std::optional<std::uint64_t> seed;
    bool ideal = false;
    bool json = false;
};

// Every error of the front end off. What is left is the meter's own arithmetic and that a converter
// counts in whole steps: without them it would have to dither, which is noise again (front_end.h).
signals::FrontEndSettings ideal_front_end() {
    signals::FrontEndSettings front_end;
    front_end.noise = false;
    return front_end;
}

signals::Scenario scenario_of(const RunOptions& options) {
    signals::Scenario scenario;
    if (!options.scenario.empty()) scenario = signals::read_scenario(options.scenario);
    if (options.seed) scenario.front_end.seed = *options.seed;
    if (options.ideal) scenario.front_end = ideal_front_end();
    return scenario;
}

bool has_ports(const RunOptions& options) {
    return !options.pty.empty() || !options.tcp.empty() || !options.rtu_tcp.empty();
}

Session session_of(const RunOptions& options) {
    Session session;
    session.json = options.json;
    if (!options.duration.empty()) session.seconds = parse_duration(options.duration);
    if (!options.speed.empty())
        session.speed = parse_speed(options.speed);
    else if (session.seconds && !has_ports(options))
        session.speed = std::numeric_limits<double>::infinity();
    return session;
}

std::string describe(const meter::LineConfig& line) {
    return fmt::format("{} 8{}1, address {}", line.baud, "NEO"[static_cast<int>(line.parity)],
                       line.address);
}

void open_ports(bench::Runner& runner, const RunOptions& options, const meter::LineConfig& line,
                std::FILE* out) {
    const auto tell = [out](const std::string& address, const std::string& what) {
        fmt::print(out, "listening on {} ({})\n", address, what);
    };
    if (!options.pty.empty() || options.duration.empty())
        tell(runner.open_pty(options.pty.empty() ? std::nullopt : std::optional(options.pty)),
             describe(line));
    if (!options.tcp.empty())
        tell(runner.open_tcp(ports::Protocol::mbap, options.tcp),
             fmt::format("Modbus/TCP, unit {}", line.address));
    if (!options.rtu_tcp.empty())
        tell(runner.open_tcp(ports::Protocol::rtu, options.rtu_tcp),
             fmt::format("RTU over TCP, address {}", line.address));
    std::fflush(out);
}

int run(const RunOptions& options) {
    catch_interrupts();
    Session session = session_of(options);
    auto rig = std::make_unique<bench::Rig>(scenario_of(options));
    press(*rig, parse_keys(options.keys));
    if (session.seconds)
        *session.seconds += static_cast<double>(rig->frame()) / signals::kFrameRate;
    const meter::LineConfig line = rig->meter().points().config.line;
    bench::Runner runner(std::move(rig));
    open_ports(runner, options, line, session.seconds ? stderr : stdout);
    return run_session(runner, session);
}

template <class Value>
CLI::Validator checked_by(Value (*parse)(const std::string&), const char* name) {
    return {[parse](std::string& text) -> std::string {
                try {
                    (void)parse(text);
                    return {};
                } catch (const std::invalid_argument& error) {
                    return error.what();
                }
            },
            name};
}

}  // namespace

Action prepare_run(CLI::App& app) {
    auto options = std::make_shared<RunOptions>();
    app.add_option("--scenario", options->scenario, "meter and installation, a TOML file");
    auto* duration =
        app.add_option("--for", options->duration,
                       "simulated time to run: 500ms, 10s, 2m, 1.5h; a bare number is seconds. "
                       "Without it the meter runs until interrupted")
            ->check(checked_by(parse_duration, "DURATION"));
    app.add_option("--speed", options->speed,
                   "times real time, 0.1 or more, or max. Default: 1; max with --for and no port")
        ->check(checked_by(parse_speed, "SPEED"));
    app.add_option("--pty", options->pty,
                   "path of a link to the serial port of the meter. Without --for a port is opened "
                   "and printed anyway");
    app.add_option("--tcp", options->tcp,
                   "serve Modbus/TCP at [HOST:]PORT. Without HOST only this machine reaches it; "
                   "0.0.0.0 is every address; port 0 lets the system choose")
        ->check(checked_by(ports::parse_tcp_address, "[HOST:]PORT"));
    app.add_option("--rtu-tcp", options->rtu_tcp, "serve RTU over TCP at [HOST:]PORT, likewise")
        ->check(checked_by(ports::parse_tcp_address, "[HOST:]PORT"));
    app.add_option("--keys", options->keys,
                   "presses keys at the panel before the run: back, minus, plus, next with blanks "
                   "between them, plus*3 for three presses. They take 3.5 s of simulated time and "
                   "0.2 s each, on top of --for")
        ->check(checked_by(parse_keys, "KEYS"));
    app.add_option("--seed", options->seed, "of the noise");
    app.add_flag("--ideal", options->ideal, "switch every error of the analog front end off");
    app.add_flag("--json", options->json, "results as JSON (with --for)")->needs(duration);
    return [options] { return run(*options); };
}

}  // namespace cli
