// Looking back and going on from there, for a runner: history and looker together.
//
// Looking leaves the run alone: it stands still and goes on serving its line. To go on from the
// moment on show restores the run to it; what follows is a new branch, or the old one when the
// moment is a branch's newest. On the thread that owns the rigs.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "app/bench/history/history.h"
#include "app/bench/history/looker.h"
#include "app/bench/history/time_view.h"
#include "core/time.h"

namespace bench {

class TimeMachine {
 public:
    explicit TimeMachine(std::span<const std::unique_ptr<Rig>> rigs) : rigs_(rigs) {}

    // Begins a history at the present frame; what there was is forgotten.
    void keep(MakeInput make_input, const HistoryLimits& limits);
    // Puts another history and its newest state in the place of the run, on `rigs`: the present
    // ones, or others, which are meant from now on; the present ones have to be there until this
    // returns. Throws std::invalid_argument, nothing changed, as History. Its line is silent at
    // `line_now`, as in go_on().
    void open(std::span<const std::unique_ptr<Rig>> rigs, Tree tree, MakeInput make_input,
              meter::Instant line_now);

    [[nodiscard]] bool keeps() const { return history_ != nullptr; }
    [[nodiscard]] std::int64_t until_snapshot() const;  // frames; many when there is no history
    void advanced();

    // A frame outside the branch is taken for its nearest end, a branch that does not exist for
    // the present one. Does nothing without a history.
    void look(int branch, std::int64_t frame);
    void look_at_now() { looker_.stop(); }
    [[nodiscard]] bool looking() const { return looker_.looking(); }
    [[nodiscard]] bool there() const { return !looking() || looker_.there(); }
    void finish() { looker_.finish(); }
    void work(std::chrono::steady_clock::duration time) { looker_.work(time); }

    // True when the run was moved: then what its line was about is over, unanswered, at `line_now`.
    // Nothing happens while is_too_much().
    bool go_on(meter::Instant line_now);
    // Going on from the moment on show needs a branch more than there may be.
    [[nodiscard]] bool is_too_much() const;
    // By the branch's number. Both throw std::invalid_argument in words (branches.h). Deleting
    // shows the run again.
    void rename(int number, const std::string& name);
    void remove(int number);

    // Records all meters from now on, of the run and of what is looked at; nullptr: no longer.
    void record(std::shared_ptr<Records> records);
    void record_waveforms(bool wanted);
    // Whose waveforms are recorded; the first's until another is watched.
    void watch(std::size_t meter);
    [[nodiscard]] Tree tree() { return history_->tree(); }

    // What is on show of a meter.
    [[nodiscard]] const Rig& shown(std::size_t meter) const {
        return looking() ? looker_.rig(meter) : *rigs_[meter];
    }
    [[nodiscard]] TimeView view() const;

 private:
    void silence_lines(meter::Instant line_now);
    void expect_history() const;
    void attach_records();

    std::span<const std::unique_ptr<Rig>> rigs_;
    HistoryLimits limits_;
    std::unique_ptr<History> history_;
    Looker looker_{nullptr};
    std::shared_ptr<Records> records_;
    std::size_t watched_ = 0;  // meter
    mutable std::uint64_t edition_ = 0;
    mutable std::shared_ptr<const std::vector<BranchView>> branches_;
};

}  // namespace bench
