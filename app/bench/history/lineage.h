// What lies in the past of a branch, for those who keep something about a run: its frames in
// pieces, each lived through once.
//
//   branch 1   ──────piece 0──────●
//   branch 2           └───piece 1───●      its past: piece 1, and piece 0 before the fork
//
// A piece stays as long as some branch has it in its past, also when the branch that it was begun
// by has been deleted. Plain data.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <vector>

#include "app/bench/history/time_view.h"

namespace bench {

class Lineage {
 public:
    static constexpr std::int64_t kAlways = std::numeric_limits<std::int64_t>::min();

    // Frames [from, to) of a piece.
    struct Part {
        int piece = 0;
        std::int64_t from = 0;
        std::int64_t to = 0;
    };

    Lineage() { clear(); }

    // Another run: of branch 1 alone until follow() says more.
    void clear();
    // New branches get a piece, deleted ones are forgotten. Returns the pieces that are in nobody's
    // past any more; their numbers are not used again.
    std::vector<int> follow(const std::vector<BranchView>& branches);

    // The piece that a branch goes on with, by the branch's number; -1 when it is not known.
    [[nodiscard]] int newest_piece(int branch) const;
    [[nodiscard]] int pieces() const { return static_cast<int>(pieces_.size()); }
    // Frame that a piece began at; kAlways for the first.
    [[nodiscard]] std::int64_t begin_of(int piece) const { return at(piece).from; }
    // What is in the past of frame `until` of a branch, the newest part first.
    [[nodiscard]] std::vector<Part> past(int branch, std::int64_t until) const;

 private:
    struct Piece {
        int before = -1;
        std::int64_t from = kAlways;
        bool needed = true;
    };
    [[nodiscard]] const Piece& at(int piece) const {
        return pieces_[static_cast<std::size_t>(piece)];
    }
    std::vector<int> sweep();

    std::vector<Piece> pieces_;
    std::map<int, int> newest_;  // piece by the branch's number
};

}  // namespace bench
