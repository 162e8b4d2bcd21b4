#include "app/bench/history/lineage.h"

#include <algorithm>

namespace bench {

void Lineage::clear() {
    pieces_ = {Piece{}};
    newest_ = {{1, 0}};
}

std::vector<int> Lineage::follow(const std::vector<BranchView>& branches) {
    for (const BranchView& branch : branches) {  // parents first
        if (newest_.contains(branch.number)) continue;
        Piece piece;
        if (branch.parent >= 0) {
            piece.before = newest_piece(branches[static_cast<std::size_t>(branch.parent)].number);
            piece.from = branch.fork;
        }
        newest_[branch.number] = static_cast<int>(pieces_.size());
        pieces_.push_back(piece);
    }
    std::erase_if(newest_, [&](const auto& known) {
        return std::none_of(branches.begin(), branches.end(),
                            [&](const BranchView& branch) { return branch.number == known.first; });
    });
    return sweep();
}

std::vector<int> Lineage::sweep() {
    std::vector<bool> needed(pieces_.size());
    for (const auto& [branch, newest] : newest_)
        for (int p = newest; p >= 0 && !needed[static_cast<std::size_t>(p)]; p = at(p).before)
            needed[static_cast<std::size_t>(p)] = true;
    std::vector<int> gone;
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
        if (pieces_[p].needed && !needed[p]) gone.push_back(static_cast<int>(p));
        pieces_[p].needed = needed[p];
    }
    return gone;
}

int Lineage::newest_piece(int branch) const {
    const auto found = newest_.find(branch);
    return found == newest_.end() ? -1 : found->second;
}

std::vector<Lineage::Part> Lineage::past(int branch, std::int64_t until) const {
    std::vector<Part> out;
    for (int p = newest_piece(branch); p >= 0; p = at(p).before) {
        if (at(p).from < until) out.push_back({p, at(p).from, until});
        until = std::min(until, at(p).from);
    }
    return out;
}

}  // namespace bench
