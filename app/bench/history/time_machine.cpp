#include "app/bench/history/time_machine.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "app/bench/phrases.h"
#include "app/bench/records.h"

namespace bench {

void TimeMachine::keep(MakeInput make_input, const HistoryLimits& limits) {
    looker_.take_input(std::move(make_input));
    limits_ = limits;
    history_.reset();
    history_ = std::make_unique<History>(rigs_, limits_);
    edition_ = 0;
    attach_records();
}

void TimeMachine::open(std::span<const std::unique_ptr<Rig>> rigs, Tree tree, MakeInput make_input,
                       meter::Instant line_now) {
    auto next = std::make_unique<History>(rigs, std::move(tree), limits_);
    for (std::size_t m = 0; m < rigs.size(); ++m)
        rigs[m]->set_input(make_input ? make_input(m) : nullptr);
    rigs_ = rigs;
    if (watched_ >= rigs_.size()) watched_ = 0;
    looker_.take_input(std::move(make_input));
    history_.swap(next);
    next.reset();
    history_->listen();
    edition_ = 0;
    attach_records();
    silence_lines(line_now);
}

std::int64_t TimeMachine::until_snapshot() const {
    return keeps() ? history_->until_snapshot() : std::numeric_limits<std::int64_t>::max();
}

void TimeMachine::advanced() {
    if (keeps()) history_->advanced();
}

void TimeMachine::look(int branch, std::int64_t frame) {
    if (!keeps()) return;
    const Tree& tree = history_->past();
    if (branch < 0 || branch >= static_cast<int>(tree.branches.size())) branch = tree.current;
    const Branch& in = tree.branches[static_cast<std::size_t>(branch)];
    frame = std::clamp(frame, tree.branches.front().fork, in.tip);
    if (branch == tree.current && frame == in.tip)
        looker_.stop();
    else
        looker_.look(tree, branch, frame);
}

bool TimeMachine::is_too_much() const {
    return looking() && history_->is_too_much(looker_.branch(), looker_.wish().frame);
}

bool TimeMachine::go_on(meter::Instant line_now) {
    if (!looking() || is_too_much()) return false;
    looker_.finish();
    history_->leave();
    for (std::size_t m = 0; m < rigs_.size(); ++m) rigs_[m]->restore(looker_.rig(m).snapshot());
    history_->go_on(looker_.branch(), looker_.wish().frame);
    looker_.stop();
    if (records_) {
        records_->went_on();
        records_->follow(view());
    }
    silence_lines(line_now);
    return true;
}

// A meter may have been about to answer, long ago; nobody waits for that now.
void TimeMachine::silence_lines(meter::Instant line_now) {
    for (const auto& rig : rigs_) {
        const auto transmit = std::exchange(rig->on_transmit, nullptr);
        for (auto due = rig->meter().line_deadline(); due && *due <= line_now;
             due = rig->meter().line_deadline())
            rig->line_advance(line_now);
        rig->on_transmit = transmit;
    }
}

void TimeMachine::expect_history() const {
    if (!keeps()) throw Problem(Sentence::of(kBench.keeps_none));
}

void TimeMachine::rename(int number, const std::string& name) {
    expect_history();
    history_->rename(number, name);
}

void TimeMachine::remove(int number) {
    expect_history();
    history_->remove(number);
    looker_.stop();
    if (records_) records_->follow(view());
}

void TimeMachine::record(std::shared_ptr<Records> records) {
    Records::detach(rigs_);
    records_ = std::move(records);
    attach_records();
}

void TimeMachine::watch(std::size_t meter) {
    if (meter == watched_) return;
    watched_ = meter;
    if (records_) records_->watch(rigs_, watched_);
    if (keeps()) looker_.watch(watched_, history_->past());
}

void TimeMachine::record_waveforms(bool wanted) {
    if (!records_ || records_->wants_waveforms() == wanted) return;
    records_->want_waveforms(wanted);
    records_->attach(rigs_, watched_);
    if (wanted && keeps()) looker_.record(records_, watched_, history_->past());
}

void TimeMachine::attach_records() {
    if (records_) {
        records_->attach(rigs_, watched_);
        records_->begin_anew(view(), rigs_.size());
    }
    if (keeps()) looker_.record(records_, watched_, history_->past());
}

TimeView TimeMachine::view() const {
    TimeView out;
    out.now = out.goal = rigs_.front()->frame();
    if (!keeps()) return out;
    const Tree& tree = history_->known();
    if (edition_ != history_->edition()) {
        edition_ = history_->edition();
        auto branches = std::make_shared<std::vector<BranchView>>();
        for (const Branch& branch : tree.branches)
            branches->push_back(
                {branch.number, branch.name, branch.parent, branch.fork, branch.tip});
        branches_ = std::move(branches);
    }
    out.kept = true;
    out.looking = looking();
    out.there = there();
    out.room = history_->room();
    out.present = tree.current;
    out.branch = looking() ? looker_.branch() : tree.current;
    out.first = tree.branches.front().fork;
    if (looking()) out.goal = looker_.wish().frame;
    out.branches = branches_;
    return out;
}

}  // namespace bench
