// Commands about ports and faults.
#include <fmt/core.h>

#include <future>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "app/bench/port_kinds.h"
#include "app/cli/control/commands.h"
#include "app/cli/control/on_owner.h"
#include "app/cli/control/words.h"
#include "signals/scenario/fault_text.h"
#include "signals/scenario/suggestion.h"

namespace cli {
namespace {

std::string port_kinds() {
    std::vector<std::string_view> names;
    names.reserve(bench::kPortKinds.size());
    for (const bench::PortKind& kind : bench::kPortKinds) names.push_back(kind.name);
    return signals::list_of(names);
}

}  // namespace

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
    const bench::PortKind* known = bench::find_port_kind(kind);
    if (known == nullptr)
        throw std::invalid_argument(
            fmt::format("there are no ports \"{}\"; there are {}", kind, port_kinds()));
    return "listening on " + known->open(console.runner_, std::string(rest)) + "\n";
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
