#include "app/bench/history/history.h"

#include <utility>

#include "app/bench/history/branches.h"
#include "app/bench/phrases.h"

namespace bench {
namespace {

// Every rig or none.
void restore_all(std::span<const std::unique_ptr<Rig>> rigs, const Stretch& to) {
    std::vector<std::vector<std::uint8_t>> before;
    for (const auto& rig : rigs) before.push_back(rig->snapshot());
    std::size_t done = 0;
    try {
        for (; done < rigs.size(); ++done)
            rigs[done]->restore(to.meters[done].snapshot->unpacked());
    } catch (...) {
        while (done > 0) --done, rigs[done]->restore(before[done]);
        throw;
    }
    for (const auto& rig : rigs)
        if (rig->frame() != to.frame) {
            for (std::size_t m = 0; m < rigs.size(); ++m) rigs[m]->restore(before[m]);
            throw Problem(Sentence::of(kBench.history, Sentence::of(kBench.other_frame)));
        }
}

}  // namespace

History::History(std::span<const std::unique_ptr<Rig>> rigs, const HistoryLimits& limits)
    : rigs_(rigs), limits_(limits) {
    Branch first;
    first.fork = first.tip = frame();
    first.stretches.push_back(stretch_now());
    tree_.branches.push_back(std::move(first));
    listen();
}

History::History(std::span<const std::unique_ptr<Rig>> rigs, Tree tree, const HistoryLimits& limits)
    : rigs_(rigs), limits_(limits), tree_(std::move(tree)) {
    check(tree_);
    const Stretch& newest = tree_.now().stretches.back();
    if (newest.meters.size() != rigs.size())
        throw Problem(Sentence::of(
            kBench.history, Sentence::of(kBench.of_meters, newest.meters.size(), rigs.size())));
    restore_all(rigs, newest);
    now().tip = newest.frame;
}

History::~History() {
    for (const auto& rig : rigs_) rig->set_log(nullptr);
}

void History::listen() {
    writers_.clear();
    for (const auto& rig : rigs_) rig->set_log(&writers_.emplace_back());
}

Stretch History::stretch_now() const {
    Stretch out;
    out.frame = frame();
    for (const auto& rig : rigs_)
        out.meters.push_back({std::make_shared<const PackedSnapshot>(rig->snapshot()), {}});
    return out;
}

void History::flush() {
    now().tip = frame();
    Stretch& stretch = now().stretches.back();
    for (std::size_t m = 0; m < writers_.size(); ++m) {
        auto chunk = writers_[m].take();
        if (chunk && stretch.exact) stretch.meters[m].chunks.push_back(std::move(chunk));
    }
}

std::int64_t History::until_snapshot() const { return limits_.spacing - frame() % limits_.spacing; }

void History::advanced() {
    if (frame() % limits_.spacing != 0 || frame() == now().stretches.back().frame) return;
    flush();
    now().stretches.push_back(stretch_now());
    give_up_snapshots(tree_, limits_);
    give_up_inputs(tree_, limits_.journal_bytes);
}

void History::leave() {
    flush();
    now().stretches.push_back(stretch_now());
}

void History::go_on(int branch, std::int64_t frame) {
    ++edition_;
    const Branch& from = tree_.branches.at(static_cast<std::size_t>(branch));
    tree_.current = branch;
    if (frame == from.tip) return;
    const Place place = place_of(tree_, branch, frame);
    Branch next;
    next.number = next_branch_number(tree_);
    next.parent = place.branch;
    next.fork = next.tip = frame;
    next.stretches.push_back(stretch_now());
    tree_.branches.push_back(std::move(next));
    tree_.current = static_cast<int>(tree_.branches.size()) - 1;
}

bool History::is_too_much(int branch, std::int64_t frame) const {
    return room().full() && frame != tree_.branches.at(static_cast<std::size_t>(branch)).tip;
}

void History::rename(int number, const std::string& name) {
    rename_branch(tree_, branch_place(tree_, number), name);
    ++edition_;
}

void History::remove(int number) {
    flush();
    remove_branch(tree_, branch_place(tree_, number));
    ++edition_;
}

Tree History::tree() {
    flush();
    Tree out = tree_;
    out.branches[static_cast<std::size_t>(out.current)].stretches.push_back(stretch_now());
    return out;
}

const Tree& History::past() {
    flush();
    return tree_;
}

}  // namespace bench
