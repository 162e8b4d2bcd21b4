#include "app/bench/history/branches.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/bench/phrases.h"

namespace bench {
namespace {

template <class Is>
std::optional<int> found(const Tree& tree, Is is) {
    const auto at = std::find_if(tree.branches.begin(), tree.branches.end(), is);
    if (at == tree.branches.end()) return std::nullopt;
    return static_cast<int>(at - tree.branches.begin());
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What entered before a frame, as it was written.
Chunks before(const Chunks& chunks, std::int64_t frame) {
    JournalReader reader(chunks);
    JournalWriter writer;
    for (const RigInput* input = reader.peek(); input != nullptr && input->frame < frame;
         input = reader.peek()) {
        writer.entered(*input);
        reader.next();
    }
    Chunks out;
    if (auto chunk = writer.take()) out.push_back(std::move(chunk));
    return out;
}

// The stretches of a branch up to a frame. Inputs behind it must not stay: a stretch may be joined
// with the next one, which goes on differently.
std::vector<Stretch> up_to(std::vector<Stretch> stretches, std::int64_t frame) {
    std::erase_if(stretches, [=](const Stretch& s) { return s.frame >= frame; });
    if (!stretches.empty())
        for (MeterStretch& meter : stretches.back().meters)
            meter.chunks = before(meter.chunks, frame);
    return stretches;
}

// The child that left a branch last: whatever others went on from is in its past.
std::optional<int> heir_of(const Tree& tree, int place) {
    std::optional<int> heir;
    for (int b = 0; b < static_cast<int>(tree.branches.size()); ++b) {
        const Branch& branch = tree.branches[static_cast<std::size_t>(b)];
        if (branch.parent != place) continue;
        if (!heir || branch.fork > tree.branches[static_cast<std::size_t>(*heir)].fork) heir = b;
    }
    return heir;
}

// The heir's past up to its fork becomes its own, and both stand at the place of the older one:
// parents stand before their children.
void inherit(Branch& gone, Branch& heir) {
    std::vector<Stretch> all = up_to(std::move(gone.stretches), heir.fork);
    std::move(heir.stretches.begin(), heir.stretches.end(), std::back_inserter(all));
    heir.stretches = std::move(all);
    heir.parent = gone.parent;
    heir.fork = gone.fork;
    gone = std::move(heir);
}

}  // namespace

std::optional<int> find_branch(const Tree& tree, int number) {
    return found(tree, [=](const Branch& branch) { return branch.number == number; });
}

std::optional<int> find_branch(const Tree& tree, const std::string& name) {
    if (name.empty()) return std::nullopt;
    return found(tree, [&](const Branch& branch) { return branch.name == name; });
}

int branch_place(const Tree& tree, int number) {
    if (const auto place = find_branch(tree, number)) return *place;
    throw Problem(Sentence::of(kBench.no_branch, number, branch_numbers(tree)));
}

std::string branch_numbers(const Tree& tree) {
    std::string out;
    for (const Branch& branch : tree.branches)
        out += fmt::format("{}{}", out.empty() ? "" : " ", branch.number);
    return out;
}

int next_branch_number(const Tree& tree) {
    int most = 0;
    for (const Branch& branch : tree.branches) most = std::max(most, branch.number);
    return most + 1;
}

void rename_branch(Tree& tree, int place, const std::string& name) {
    if (name.size() > kMostNameBytes)
        throw Problem(Sentence::of(kBench.long_name, name.size(), kMostNameBytes));
    if (std::any_of(name.begin(), name.end(), is_control))
        throw Problem(Sentence::of(kBench.name_of_lines));
    if (!name.empty() && std::all_of(name.begin(), name.end(), is_digit))
        throw Problem(Sentence::of(kBench.name_is_number, name));
    const auto other = find_branch(tree, name);
    if (other && *other != place)
        throw Problem(Sentence::of(kBench.name_taken,
                                   tree.branches[static_cast<std::size_t>(*other)].number, name));
    tree.branches.at(static_cast<std::size_t>(place)).name = name;
}

void remove_branch(Tree& tree, int place) {
    Branch& gone = tree.branches.at(static_cast<std::size_t>(place));
    if (place == tree.current) throw Problem(Sentence::of(kBench.present_branch, gone.number));
    const auto heir = heir_of(tree, place);
    if (heir) inherit(gone, tree.branches[static_cast<std::size_t>(*heir)]);
    const int erased = heir.value_or(place);
    tree.branches.erase(tree.branches.begin() + erased);
    const auto moved = [&](int b) { return b == erased ? place : b > erased ? b - 1 : b; };
    for (Branch& branch : tree.branches) branch.parent = moved(branch.parent);
    tree.current = moved(tree.current);
}

}  // namespace bench
