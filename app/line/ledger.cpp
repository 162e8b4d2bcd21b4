#include "app/line/ledger.h"

#include <algorithm>

namespace line {

bool Ledger::goes_on(const Traffic& who, const Run& run, WireSpan silence) const {
    if (!open_) return false;
    return open_->client == who.client && open_->direction == who.direction &&
           open_->meter == who.meter && run.begin < wire(open_->end) + silence;
}

void Ledger::count(const Traffic& who, const Run& run) {
    const auto characters = static_cast<std::int64_t>(run.bytes.size());
    const bool asks = who.direction == Direction::request;
    (asks ? load_.request_characters : load_.answer_characters) += characters;
    const WireInstant from = std::max(run.begin, driven_until_);
    const WireInstant to = std::max(run.end(), from);
    load_.driven = load_.driven + (to - from);
    driven_until_ = to;
}

void Ledger::ran(Traffic who, const Run& run, WireSpan silence) {
    if (run.bytes.empty()) return;
    count(who, run);
    if (who.bytes.empty()) who.bytes = run.bytes;
    if (goes_on(who, run, silence)) {
        open_->end = tick_rounded_up(run.end());
        open_->collided = open_->collided || who.collided;
        open_->bytes.insert(open_->bytes.end(), who.bytes.begin(), who.bytes.end());
        return;
    }
    close();
    ++(who.direction == Direction::request ? load_.requests : load_.answers);
    who.begin = tick_rounded_down(run.begin);
    who.end = tick_rounded_up(run.end());
    open_ = std::move(who);
}

void Ledger::close() {
    if (!open_) return;
    const Traffic traffic = std::move(*open_);
    open_.reset();
    taps_.heard(traffic);
}

}  // namespace line
