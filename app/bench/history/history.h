// Writes the history of the meters that run: their inputs as they enter, snapshots as frames pass,
// branches as time is turned back.
//
// On the thread that owns the rigs. What it costs while they run: a snapshot of 0.1 ms every 13 s
// of metering time and a few bytes per input; its memory is bounded (tree.h).
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>

#include "app/bench/history/journal.h"
#include "app/bench/history/tree.h"
#include "app/bench/rig.h"

namespace bench {

class History {
 public:
    // Begins at the rigs' frame with a branch that has no name. The rigs must outlive the history.
    explicit History(std::span<const std::unique_ptr<Rig>> rigs, const HistoryLimits& limits = {});
    // Goes on at the tip of a tree's present branch: restores the rigs to it. Throws
    // std::invalid_argument, nothing changed, when the tree is not of so many meters or does not
    // fit them. It hears of nothing before listen(): another history may still do.
    History(std::span<const std::unique_ptr<Rig>> rigs, Tree tree,
            const HistoryLimits& limits = {});
    ~History();

    History(const History&) = delete;
    History& operator=(const History&) = delete;

    void listen();
    // Frames until the next snapshot is due; no more may be advanced in one go.
    [[nodiscard]] std::int64_t until_snapshot() const;
    // To be called when the rigs have advanced: takes the snapshot that is due.
    void advanced();

    // The rigs have been restored to `frame` of `branch`, which was looked at: what they do from
    // now on is a new branch or, at the tip of `branch`, goes on with it.
    void leave();  // before the rigs are restored
    void go_on(int branch, std::int64_t frame);
    // Whether going on from there needs a branch more than there may be.
    [[nodiscard]] bool is_too_much(int branch, std::int64_t frame) const;
    [[nodiscard]] Room room() const { return room_of(tree_, limits_); }
    // By its number; both throw std::invalid_argument in words (branches.h).
    void rename(int number, const std::string& name);
    void remove(int number);

    // With everything up to now; the present branch has a snapshot at its tip.
    [[nodiscard]] Tree tree();
    // The same without it, for looking up what has passed: cheap.
    [[nodiscard]] const Tree& past();
    // As of the last snapshot or look.
    [[nodiscard]] const Tree& known() const { return tree_; }
    // Goes up when branches come or change, not with time.
    [[nodiscard]] std::uint64_t edition() const { return edition_; }

 private:
    [[nodiscard]] std::int64_t frame() const { return rigs_.front()->frame(); }
    [[nodiscard]] Branch& now() { return tree_.branches[static_cast<std::size_t>(tree_.current)]; }
    [[nodiscard]] Stretch stretch_now() const;
    void flush();

    std::span<const std::unique_ptr<Rig>> rigs_;
    HistoryLimits limits_;
    Tree tree_;
    std::deque<JournalWriter> writers_;  // one per rig
    std::uint64_t edition_ = 1;
};

}  // namespace bench
