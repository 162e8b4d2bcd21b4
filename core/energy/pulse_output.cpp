#include "core/energy/pulse_output.h"

namespace meter {

void PulseOutput::configure(std::uint16_t wh_per_pulse, std::uint16_t closure_ms) {
    quantum_ = wh_per_pulse * kPwhPerWh;
    closure_ = ticks_rounded_up(std::int64_t{closure_ms} * 1'000);
}

void PulseOutput::add(std::uint64_t pwh, std::int32_t frames) {
    const std::uint64_t total = pwh + leftover_ + rate_ * static_cast<std::uint64_t>(frames_left_);
    if (frames_left_ < frames) frames_left_ = frames;
    const auto n = static_cast<std::uint64_t>(frames_left_);
    rate_ = total / n;
    leftover_ = total % n;
}

bool PulseOutput::act(Instant start) {
    const Instant reached = collect(start);
    const Instant end = start + Ticks{kTicksPerFrame};
    if (closed_) {
        if (next_move_ >= end) return false;
        open_at(next_move_);
        return true;
    }
    if (owed_ == 0) return false;
    const Instant at = reached > ready_ ? reached : ready_;
    if (at >= end) {
        next_move_ = at;
        return false;
    }
    close_at(at > start ? at : start);
    return true;
}

// Turns energy into owed pulses; returns when the newest one's quantum was reached.
Instant PulseOutput::collect(Instant start) {
    if (accumulated_ < quantum_) return start;
    owed_ += accumulated_ / quantum_;
    accumulated_ %= quantum_;
    if (rate_ == 0) return start;
    const std::uint64_t since = accumulated_ < rate_ ? accumulated_ : rate_;
    const auto ticks = static_cast<std::uint64_t>(kTicksPerFrame) * (rate_ - since) / rate_;
    return start + Ticks{static_cast<std::int64_t>(ticks)};
}

void PulseOutput::close_at(Instant at) {
    --owed_;
    ++sent_;
    closed_ = true;
    edge_ = at;
    next_move_ = at + closure_;
}

void PulseOutput::open_at(Instant at) {
    closed_ = false;
    edge_ = at;
    ready_ = at + closure_;
    next_move_ = owed_ > 0 ? ready_ : kNever;
}

PulseOutput::Kept PulseOutput::kept() const {
    const std::uint64_t unreleased = leftover_ + rate_ * static_cast<std::uint64_t>(frames_left_);
    return {accumulated_ + unreleased, owed_, sent_};
}

void PulseOutput::resume(const Kept& kept) {
    accumulated_ = kept.pwh;
    owed_ = kept.owed;
    sent_ = kept.sent;
    if (owed_ > 0) next_move_ = ready_;
}

void PulseOutput::clear() {
    accumulated_ = 0;
    rate_ = 0;
    leftover_ = 0;
    frames_left_ = 0;
    owed_ = 0;
    if (!closed_) next_move_ = kNever;
}

}  // namespace meter
