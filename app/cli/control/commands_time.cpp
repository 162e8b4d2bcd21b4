// Commands about moments that have passed.
#include <fmt/format.h>

#include <iterator>
#include <stdexcept>

#include "app/bench/workspace/workspace_file.h"
#include "app/cli/control/commands.h"
#include "app/cli/control/on_owner.h"
#include "app/cli/workspace_options.h"

namespace cli {
namespace {

double seconds(std::int64_t frame) { return static_cast<double>(frame) / signals::kFrameRate; }

std::string branch_line(const bench::TimeView& time, std::size_t number) {
    const bench::BranchView& branch = (*time.branches)[number];
    const auto index = static_cast<int>(number);
    return fmt::format("branch {} from {:.6f} to {:.6f}{}{}\n", number + 1, seconds(branch.fork),
                       seconds(index == time.present ? time.now : branch.tip),
                       index == time.present ? " present" : "",
                       time.looking && index == time.branch ? " shown" : "");
}

}  // namespace

bench::TimeView Commands::time() {
    return on_show(console.runner_, meter, console.closed_,
                   [](const bench::Rig&, const bench::TimeView& time) { return time; });
}

std::string Commands::moment() {
    return on_show(console.runner_, meter, console.closed_,
                   [](const bench::Rig& rig, const bench::TimeView& time) {
                       return fmt::format("frame {}\nseconds {:.6f}\nbranch {}\ndigest {:016x}\n",
                                          rig.frame(), seconds(rig.frame()), time.branch + 1,
                                          rig.meter().digest());
                   });
}

std::string Commands::look(const std::string& time_and_branch) {
    const auto [at, number] = cut(time_and_branch);
    WorkspaceOptions wanted;
    wanted.at = std::string(at);
    const bench::TimeView known = time();
    if (!number.empty()) wanted.branch = number_of<int>(number).value_or(0);
    const int branch = number.empty() ? known.branch : wanted.branch - 1;
    if (branch < 0 || branch >= static_cast<int>(known.branches->size()))
        throw std::invalid_argument(fmt::format("there is no branch {}; there are 1 to {}", number,
                                                known.branches->size()));
    const std::lock_guard lock(console.pace_);
    console.runner_.look_at(branch, moment_of(wanted).frame.value_or(0));
    return moment();
}

std::string Commands::now() {
    console.runner_.look_at_now();
    return moment();
}

std::string Commands::go_on() {
    const std::lock_guard lock(console.pace_);
    console.runner_.go_on();
    console.paused_ = true;
    return moment();
}

std::string Commands::branches() {
    const bench::TimeView known = time();
    std::string out;
    for (std::size_t n = 0; n < known.branches->size(); ++n) out += branch_line(known, n);
    return out;
}

std::string Commands::save(const std::string& file) {
    if (file.empty()) throw std::invalid_argument("save: to which file? *.metertwin");
    if (!console.workspace_) throw std::runtime_error("save: this run keeps no history");
    auto promise = std::make_shared<std::promise<bench::Tree>>();
    auto tree = promise->get_future();
    console.runner_.collect([promise](bench::Tree all) { promise->set_value(std::move(all)); });
    bench::write_workspace(console.workspace_(answer_of(console.runner_, tree, console.closed_)),
                           file);
    return {};
}

}  // namespace cli
