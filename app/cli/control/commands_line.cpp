// Commands about ports and faults.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <future>
#include <memory>
#include <stdexcept>

#include "app/cli/control/commands.h"
#include "app/cli/control/on_owner.h"
#include "app/cli/control/words.h"
#include "signals/scenario/fault_text.h"

namespace cli {

std::string Commands::fault(const std::string& text) {
    return fmt::format("fault {}\n", console.faults_->add(signals::parse_fault(text)));
}

std::string Commands::faults() {
    std::string all;
    for (const line::ActiveFault& rule : console.faults_->rules())
        all += line::to_text(rule) + "\n";
    return all;
}

std::string Commands::unfault(const std::string& id) {
    if (id == "all") {
        console.faults_->clear();
        return {};
    }
    const std::optional<int> number = number_of<int>(id);
    if (!number || !console.faults_->remove(*number))
        throw std::invalid_argument(
            fmt::format("there is no fault \"{}\"; see `faults`, or write all", id));
    return {};
}

std::string Commands::open(const std::string& kind_and_place) {
    const auto [kind, rest] = cut(kind_and_place);
    const std::string where(rest);
    bench::Runner& runner = console.runner_;
    if (kind == "pty")
        return "listening on " +
               runner.open_pty(where.empty() ? std::nullopt : std::optional(where)) + "\n";
    struct Kind {
        std::string_view name;
        std::string (*open)(bench::Runner&, const std::string&);
    };
    constexpr std::array kKinds{
        Kind{"serial", [](bench::Runner& r, const std::string& at) { return r.open_serial(at); }},
        Kind{"tcp", [](bench::Runner& r,
                       const std::string& at) { return r.open_tcp(ports::Protocol::mbap, at); }},
        Kind{"rtu-tcp", [](bench::Runner& r,
                           const std::string& at) { return r.open_tcp(ports::Protocol::rtu, at); }},
        Kind{"rfc2217", [](bench::Runner& r, const std::string& at) { return r.open_rfc2217(at); }},
    };
    const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                     [kind = kind](const Kind& row) { return row.name == kind; });
    if (found == kKinds.end())
        throw std::invalid_argument(fmt::format(
            "there are no ports \"{}\"; write pty, serial, tcp, rtu-tcp or rfc2217", kind));
    return "listening on " + found->open(runner, where) + "\n";
}

std::string Commands::close(const std::string& address) {
    auto promise = std::make_shared<std::promise<bool>>();
    std::future<bool> closed = promise->get_future();
    console.runner_.close_port(address, [promise](bool done) { promise->set_value(done); });
    if (!answer_of(console.runner_, closed, console.closed_))
        throw std::invalid_argument(fmt::format("there is no port \"{}\"", address));
    return {};
}

}  // namespace cli
