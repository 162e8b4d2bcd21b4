// Commands about moments that have passed.
#include <fmt/format.h>

#include <iterator>
#include <stdexcept>
#include <utility>

#include "app/bench/workspace/workspace_file.h"
#include "app/cli/control/commands.h"
#include "app/cli/control/on_owner.h"
#include "app/cli/workspace_options.h"

namespace cli {
namespace {

std::string branch_line(const bench::TimeView& time, std::size_t place) {
    const bench::BranchView& branch = (*time.branches)[place];
    const auto index = static_cast<int>(place);
    return fmt::format("branch {} from {:.6f} to {:.6f}{}{}{}{}\n", branch.number,
                       signals::seconds_of(branch.fork),
                       signals::seconds_of(index == time.present ? time.now : branch.tip),
                       index == time.present ? " present" : "",
                       time.looking && index == time.branch ? " shown" : "",
                       branch.name.empty() ? "" : " name ", branch.name);
}

// By number or by name.
int place_of(const bench::TimeView& time, std::string_view branch) {
    std::string there;
    for (std::size_t place = 0; place < time.branches->size(); ++place) {
        const bench::BranchView& row = (*time.branches)[place];
        if (number_of<int>(branch) == row.number || (!row.name.empty() && row.name == branch))
            return static_cast<int>(place);
        there += fmt::format(" {}", row.number);
    }
    throw std::invalid_argument(
        fmt::format("there is no branch \"{}\"; there are:{}", branch, there));
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
                                          rig.frame(), signals::seconds_of(rig.frame()),
                                          time.number_of(time.branch), rig.meter().digest());
                   });
}

bench::TimeView Commands::kept_time() {
    bench::TimeView known = time();
    if (!known.kept) throw std::runtime_error("this run keeps no history");
    return known;
}

void Commands::expect_room() {
    const bench::TimeView known = time();
    if (known.is_too_much())
        throw std::runtime_error(
            fmt::format("{}: delete a branch (delete-branch NUMBER), or show the run again (now)",
                        bench::why_full(known.room).in_english()));
}

std::string Commands::look(const std::string& time_and_branch) {
    const auto [at, name] = cut(time_and_branch);
    WorkspaceOptions wanted;
    wanted.at = std::string(at);
    const bench::TimeView known = kept_time();
    const int branch = name.empty() ? known.branch : place_of(known, name);
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
    expect_room();
    console.runner_.go_on();
    console.paused_ = true;
    return moment();
}

std::string Commands::branches() {
    const bench::TimeView known = kept_time();
    std::string out;
    for (std::size_t n = 0; n < known.branches->size(); ++n) out += branch_line(known, n);
    return out;
}

// What the runner says to a wish about a branch, by then.
std::string Commands::told(const std::function<void(bench::Runner::Told)>& wish) {
    auto promise = std::make_shared<std::promise<std::string>>();
    auto error = promise->get_future();
    wish([promise](const std::string& what) { promise->set_value(what); });
    const std::string what = answer_of(console.runner_, error, console.closed_);
    if (!what.empty()) throw std::invalid_argument(what);
    return branches();
}

int Commands::branch_number(std::string_view branch, const char* command) {
    if (branch.empty()) throw std::invalid_argument(fmt::format("{}: which branch?", command));
    const bench::TimeView known = kept_time();
    return known.number_of(place_of(known, branch));
}

std::string Commands::rename_branch(const std::string& branch_and_name) {
    const auto [branch, name] = cut(branch_and_name);
    const int number = branch_number(branch, "rename-branch");
    return told([&, new_name = std::string(name)](bench::Runner::Told answer) {
        console.runner_.rename_branch(number, new_name, std::move(answer));
    });
}

std::string Commands::delete_branch(const std::string& branch) {
    const int number = branch_number(branch, "delete-branch");
    const std::lock_guard lock(console.pace_);
    return told([&](bench::Runner::Told answer) {
        console.runner_.delete_branch(number, std::move(answer));
    });
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
