#include "app/bench/history/tree.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "app/bench/phrases.h"
#include "app/line/station.h"

namespace bench {
namespace {

constexpr std::int64_t kFarFrame = std::int64_t{1} << 56;

std::size_t bytes_of(const Stretch& stretch) {
    std::size_t sum = 0;
    for (const MeterStretch& meter : stretch.meters)
        for (const auto& chunk : meter.chunks) sum += chunk->bytes.size();
    return sum;
}

void join(Stretch& before, Stretch&& after) {
    before.exact = before.exact && after.exact;
    for (std::size_t m = 0; m < before.meters.size(); ++m) {
        Chunks& chunks = before.meters[m].chunks;
        if (before.exact)
            std::move(after.meters[m].chunks.begin(), after.meters[m].chunks.end(),
                      std::back_inserter(chunks));
        else
            chunks.clear();
    }
}

std::size_t snapshot_bytes(const Stretch& stretch) {
    std::size_t sum = 0;
    for (const MeterStretch& meter : stretch.meters) sum += meter.snapshot->size();
    return sum;
}

// A snapshot that may go, and what that would leave: a gap, as a part of its age.
struct Candidate {
    Branch* branch = nullptr;
    std::size_t stretch = 0;
    double gap = std::numeric_limits<double>::infinity();
};

Candidate least_missed(std::span<Branch> branches) {
    Candidate least;
    for (Branch& branch : branches) {
        const std::vector<Stretch>& all = branch.stretches;
        for (std::size_t i = 1; i + 1 < all.size(); ++i) {
            const auto gap = static_cast<double>(all[i + 1].frame - all[i - 1].frame) /
                             static_cast<double>(branch.tip - all[i - 1].frame);
            if (gap < least.gap) least = {&branch, i, gap};
        }
    }
    return least;
}

// `sum`: bytes of the branches' snapshots.
void thin(std::span<Branch> branches, std::size_t sum, std::size_t most) {
    while (sum > most) {
        const Candidate out = least_missed(branches);
        if (out.branch == nullptr) return;
        std::vector<Stretch>& all = out.branch->stretches;
        sum -= snapshot_bytes(all[out.stretch]);
        join(all[out.stretch - 1], std::move(all[out.stretch]));
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(out.stretch));
    }
}

template <class... Args>
void expect(bool fits, signals::Fitting<std::type_identity_t<Args>...> what, const Args&... args) {
    if (!fits) throw Problem(Sentence::of(kBench.history, Sentence::of(what, args...)));
}

void check_stretch(const Stretch& stretch, std::size_t meters) {
    expect(stretch.meters.size() == meters, kBench.other_meters);
    for (const MeterStretch& meter : stretch.meters) {
        expect(meter.snapshot != nullptr, kBench.no_snapshot);
        for (const auto& chunk : meter.chunks)
            expect(chunk->frame >= stretch.frame && chunk->frame < kFarFrame &&
                       chunk->line_tick >= 0 && chunk->line_tick < kFarFrame,
                   kBench.inputs_outside);
    }
}

void check_branch(const Tree& tree, std::size_t number) {
    const Branch& branch = tree.branches[number];
    expect(!branch.stretches.empty(), kBench.empty_branch);
    expect(branch.number > 0, kBench.no_number);
    for (std::size_t other = 0; other < number; ++other)
        expect(tree.branches[other].number != branch.number, kBench.one_number);
    expect(branch.parent < static_cast<int>(number) && branch.parent >= -1 &&
               (branch.parent >= 0) == (number > 0),
           kBench.no_parent);
    std::int64_t last = branch.fork;
    for (const Stretch& stretch : branch.stretches) {
        expect(stretch.frame >= last, kBench.no_order);
        last = stretch.frame;
        check_stretch(stretch, tree.branches[0].stretches[0].meters.size());
    }
    expect(branch.stretches.front().frame == branch.fork && branch.fork >= 0 &&
               last <= branch.tip && branch.tip < kFarFrame,
           kBench.other_ends);
    if (branch.parent < 0) return;
    const Branch& parent = tree.branches[static_cast<std::size_t>(branch.parent)];
    expect(branch.fork <= parent.tip && branch.fork >= tree.branches[0].fork, kBench.forks_outside);
}

}  // namespace

Place place_of(const Tree& tree, int branch, std::int64_t frame) {
    const Branch* b = &tree.branches.at(static_cast<std::size_t>(branch));
    if (frame < tree.branches.front().fork || frame > b->tip)
        throw std::out_of_range(fmt::format("frame {} is not in the branch, which has {} to {}",
                                            frame, tree.branches.front().fork, b->tip));
    while (frame < b->fork) {
        branch = b->parent;
        b = &tree.branches.at(static_cast<std::size_t>(branch));
    }
    const auto after =
        std::upper_bound(b->stretches.begin(), b->stretches.end(), frame,
                         [](std::int64_t f, const Stretch& s) { return f < s.frame; });
    const auto at = static_cast<std::size_t>(after - b->stretches.begin()) - 1;
    const Stretch& stretch = b->stretches[at];
    return {branch, at, stretch.exact ? frame : stretch.frame};
}

std::optional<Place> place_before(const Tree& tree, const Place& place) {
    const Branch& in = tree.branches[static_cast<std::size_t>(place.branch)];
    const std::int64_t end = in.stretches[place.stretch].frame;
    if (place.stretch == 0 && in.parent < 0) return std::nullopt;
    const Place before = place.stretch > 0 ? Place{place.branch, place.stretch - 1, end}
                                           : place_of(tree, in.parent, end);
    if (!stretch_at(tree, before).exact) return std::nullopt;
    return before;
}

const Stretch& stretch_at(const Tree& tree, const Place& place) {
    return tree.branches[static_cast<std::size_t>(place.branch)].stretches[place.stretch];
}

std::size_t snapshot_bytes(const Branch& branch) {
    std::size_t sum = 0;
    for (const Stretch& stretch : branch.stretches) sum += snapshot_bytes(stretch);
    return sum;
}

std::size_t snapshot_bytes(const Tree& tree) {
    std::size_t sum = 0;
    for (const Branch& branch : tree.branches) sum += snapshot_bytes(branch);
    return sum;
}

void give_up_snapshots(Tree& tree, const HistoryLimits& limits) {
    const std::span all{tree.branches};
    const std::span present = all.subspan(static_cast<std::size_t>(tree.current), 1);
    const std::size_t meters = present.front().stretches.front().meters.size();
    thin(present, snapshot_bytes(present.front()), limits.branch_bytes * meters);
    thin(all, snapshot_bytes(tree), limits.snapshot_bytes);
}

Room room_of(const Tree& tree, const HistoryLimits& limits) {
    const std::size_t branches = tree.branches.size();
    if (branches >= limits.branches) return {Room::Bound::branches, branches, limits.branches};
    const std::size_t each = 2 * snapshot_bytes(tree.now().stretches.back());
    if ((branches + 1) * each > limits.snapshot_bytes)
        return {Room::Bound::bytes, branches, limits.snapshot_bytes};
    return {Room::Bound::none, branches, 0};
}

std::size_t journal_bytes(const Tree& tree) {
    std::size_t sum = 0;
    for (const Branch& branch : tree.branches)
        for (const Stretch& stretch : branch.stretches) sum += bytes_of(stretch);
    return sum;
}

void give_up_inputs(Tree& tree, std::size_t most) {
    std::size_t sum = journal_bytes(tree);
    for (Branch& branch : tree.branches) {
        for (Stretch& stretch : branch.stretches) {
            if (sum <= most) return;
            const std::size_t bytes = bytes_of(stretch);
            if (bytes == 0) continue;
            sum -= bytes;
            stretch.exact = false;
            for (MeterStretch& meter : stretch.meters) meter.chunks.clear();
        }
    }
}

void check(const Tree& tree) {
    expect(!tree.branches.empty() && !tree.branches[0].stretches.empty(), kBench.empty);
    expect(!tree.branches[0].stretches[0].meters.empty(), kBench.no_meter);
    const std::size_t meters = tree.branches[0].stretches[0].meters.size();
    expect(meters <= line::kMostMeters, kBench.too_many_meters, meters, line::kMostMeters);
    expect(tree.current >= 0 && tree.current < static_cast<int>(tree.branches.size()),
           kBench.no_present);
    for (std::size_t n = 0; n < tree.branches.size(); ++n) check_branch(tree, n);
}

}  // namespace bench
