#include "app/bench/history/looker.h"

#include <algorithm>
#include <utility>

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
    return to.stretch + 1 < all.size() && stretch_at(tree, to).meters[0].snapshot == begun_at_;
}

void Looker::look(const Tree& tree, int branch, std::int64_t frame) {
    const Place to = place_of(tree, branch, frame);
    if (!goes_on_from_here(tree, to)) begin(tree, to);
    wish_ = to;
    branch_ = branch;
    there_ = rigs_.front()->frame() == to.frame;
}

void Looker::begin(const Tree& tree, const Place& to) {
    const Stretch& stretch = stretch_at(tree, to);
    players_.clear();
    begun_at_ = stretch.meters[0].snapshot;
    while (rigs_.size() < stretch.meters.size()) {
        rigs_.push_back(std::make_unique<Rig>(signals::Scenario{}));
        rigs_.back()->set_input(make_input_ ? make_input_(rigs_.size() - 1) : nullptr);
    }
    for (std::size_t m = 0; m < rigs_.size(); ++m) {
        rigs_[m]->restore(*stretch.meters[m].snapshot);
        players_.emplace_back(*rigs_[m], stretch.meters[m].chunks);
    }
}

bool Looker::work(Clock::duration time) {
    const auto end = Clock::now() + time;
    while (!there_ && Clock::now() < end) {
        there_ = true;
        for (Player& player : players_) there_ = player.advance(wish_->frame, kPiece) && there_;
    }
    return there_;
}

void Looker::finish() {
    while (looking() && !work(std::chrono::seconds(1))) {
    }
}

void Looker::stop() {
    wish_.reset();
    players_.clear();
    rigs_.clear();
    there_ = false;
}

}  // namespace bench
