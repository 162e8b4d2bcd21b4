#include "app/bench/workspace/resume.h"

#include <fmt/core.h>

#include <stdexcept>

#include "app/bench/history/branches.h"
#include "app/bench/history/history.h"
#include "app/bench/history/looker.h"

namespace bench {
namespace {

void go_to(const Workspace& workspace, const Moment& moment, Resumed& out) {
    Tree tree = out.history;
    int branch = tree.current;
    if (moment.branch) {
        const auto found = find_branch(tree, *moment.branch);
        if (!found)
            throw std::out_of_range(fmt::format("there is no branch {}; there are: {}",
                                                *moment.branch, branch_numbers(tree)));
        branch = *found;
    }
    const std::int64_t tip = tree.branches[static_cast<std::size_t>(branch)].tip;
    const std::int64_t frame = moment.frame.value_or(tip);
    if (branch == tree.current && frame == tip) return;
    const Place place = place_of(tree, branch, frame);
    if (place.frame != frame)
        throw std::out_of_range(
            fmt::format("frame {} cannot be made again, its inputs were given up; the nearest "
                        "before is {}",
                        frame, place.frame));
    Looker looker{out.make_input};
    looker.look(workspace.history, branch, frame);
    looker.finish();
    History history{out.rigs, std::move(tree)};
    if (history.is_too_much(branch, frame))
        throw std::out_of_range(fmt::format("{}: delete a branch (workspace delete-branch)",
                                            why_full(history.room()).in_english()));
    history.leave();
    for (std::size_t m = 0; m < out.rigs.size(); ++m)
        out.rigs[m]->restore(looker.rig(m).snapshot());
    history.go_on(branch, frame);
    out.history = history.tree();
}

}  // namespace

Resumed resume(const Workspace& workspace, const Moment& moment, const std::string& beside) {
    Resumed out{{}, workspace.history, open_capture(workspace.capture, beside)};
    const Stretch& newest = workspace.history.now().stretches.back();
    for (const MeterStretch& meter : newest.meters) {
        out.rigs.push_back(std::make_unique<Rig>(signals::Scenario{}));
        if (out.make_input) out.rigs.back()->set_input(out.make_input(out.rigs.size() - 1));
        out.rigs.back()->restore(meter.snapshot->unpacked());
    }
    go_to(workspace, moment, out);
    return out;
}

}  // namespace bench
