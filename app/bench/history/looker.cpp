#include "app/bench/history/looker.h"

#include <algorithm>
#include <utility>

#include "app/bench/records.h"
#include "signals/source.h"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kPiece = 4 * signals::kBlockFrames;  // between two looks at the clock

}  // namespace

// The players read chunks that were there when they began; the newest stretch has more by now.
bool Looker::goes_on_from_here(const Tree& tree, const Place& to) const {
    if (!wish_ || rigs_.empty() || rigs_.front()->frame() > to.frame) return false;
    const std::vector<Stretch>& all = tree.branches[static_cast<std::size_t>(to.branch)].stretches;
    return to.stretch + 1 < all.size() &&
           stretch_at(tree, to).meters[0].snapshot == legs_.back().meters[0].snapshot;
}

void Looker::look(const Tree& tree, int branch, std::int64_t frame) {
    const Place to = place_of(tree, branch, frame);
    if (goes_on_from_here(tree, to))
        legs_.back().end = to.frame;
    else
        begin(tree, to);
    wish_ = to;
    branch_ = branch;
    there_ = legs_.size() == 1 && rigs_.front()->frame() == to.frame;
}

void Looker::record(std::shared_ptr<Records> records, std::size_t watched, const Tree& tree) {
    const auto before = std::exchange(records_, std::move(records));  // until nothing feeds it
    watched_ = watched;
    begin_anew(tree);
}

void Looker::watch(std::size_t meter, const Tree& tree) {
    watched_ = meter;
    if (records_ && records_->wants_waveforms()) begin_anew(tree);
}

void Looker::begin_anew(const Tree& tree) {
    if (!looking()) return;
    begin(tree, *wish_);
    there_ = legs_.size() == 1 && rigs_.front()->frame() == wish_->frame;
}

void Looker::begin(const Tree& tree, const Place& to) {
    legs_.clear();
    legs_.push_front({stretch_at(tree, to).meters, to.frame});
    const std::int64_t from = to.frame - (records_ ? kLookLead : 0);
    std::int64_t first = stretch_at(tree, to).frame;
    for (auto before = place_before(tree, to); before && first > from;
         before = place_before(tree, *before)) {
        legs_.push_front({stretch_at(tree, *before).meters, before->frame});
        first = stretch_at(tree, *before).frame;
    }
    while (rigs_.size() < legs_.front().meters.size()) {
        rigs_.push_back(std::make_unique<Rig>(signals::Scenario{}));
        rigs_.back()->set_input(make_input_ ? make_input_(rigs_.size() - 1) : nullptr);
    }
    attach_records();
    begin_leg();
}

// A snapshot stands for all that was done at its frame, also by nobody's input.
void Looker::begin_leg() {
    const Leg& leg = legs_.front();
    players_.clear();
    for (std::size_t m = 0; m < rigs_.size(); ++m) {
        rigs_[m]->restore(leg.meters[m].snapshot->unpacked());
        players_.emplace_back(*rigs_[m], leg.meters[m].chunks);
    }
}

void Looker::attach_records() {
    Records::detach(rigs_);
    if (records_) records_->attach_looked(rigs_, watched_);
}

bool Looker::work(Clock::duration time) {
    const auto end = Clock::now() + time;
    while (!there_ && Clock::now() < end) {
        bool arrived = true;
        for (Player& player : players_)
            arrived = player.advance(legs_.front().end, kPiece) && arrived;
        if (!arrived) continue;
        there_ = legs_.size() == 1;
        if (there_) break;
        legs_.pop_front();
        begin_leg();
    }
    return there_;
}

void Looker::finish() {
    while (looking() && !work(std::chrono::seconds(1))) {
    }
}

void Looker::take_input(MakeInput make_input) {
    stop();
    make_input_ = std::move(make_input);
}

void Looker::stop() {
    wish_.reset();
    players_.clear();
    rigs_.clear();
    legs_.clear();
    there_ = false;
}

}  // namespace bench
