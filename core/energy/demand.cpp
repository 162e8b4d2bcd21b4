#include "core/energy/demand.h"

#include <algorithm>

namespace meter {

namespace {

// The three quantities of a triple, in one order.
constexpr std::array<std::int64_t DemandTriple::*, 3> kQuantities{
    &DemandTriple::real_uw, &DemandTriple::reactive_uvar, &DemandTriple::apparent_uva};

bool long_enough(Instant last, Instant now) { return now - last >= DemandMeter::kCommandSpacing; }

}  // namespace

void DemandMeter::configure(std::uint16_t subintervals, std::uint16_t seconds_each, Instant now) {
    if (subintervals == subintervals_ && seconds_each == seconds_) return;
    subintervals_ = subintervals;
    seconds_ = seconds_each;
    sums_ = {};
    length_ = 0;
    filled_ = 0;
    next_ = 0;
    restart(now);
}

void DemandMeter::request_subinterval(Instant now) {
    if (!long_enough(last_subinterval_, now)) return;
    last_subinterval_ = now;
    subinterval_pending_ = true;
}

void DemandMeter::request_restart_of_maxima(Instant now) {
    if (!long_enough(last_restart_, now)) return;
    last_restart_ = now;
    restart_pending_ = true;
}

void DemandMeter::add(const DemandTriple& power, Ticks length, Instant end) {
    std::int64_t rest = std::min(length, end - begun_).count;
    while (!synchronized() && subinterval_end_ <= end) {
        const std::int64_t after = (end - subinterval_end_).count;
        const std::int64_t inside = rest > after ? rest - after : 0;
        collect(power, inside);
        rest -= inside;
        end_subinterval(subinterval_end_);
    }
    collect(power, rest);
    if (subinterval_pending_) end_subinterval(end);
    subinterval_pending_ = false;
    if (restart_pending_) maximum_ = present_;
    restart_pending_ = false;
}

void DemandMeter::collect(const DemandTriple& power, std::int64_t ticks) {
    for (std::size_t q = 0; q < kQuantities.size(); ++q) {
        const Unsigned128 more =
            multiply(magnitude(power.*kQuantities[q]), static_cast<std::uint64_t>(ticks));
        sums_[q] = meter::add({sums_[q].high + more.high, sums_[q].low}, more.low);
    }
    length_ += ticks;
}

void DemandMeter::end_subinterval(Instant at) {
    subinterval_end_ = at + meter::seconds(seconds_);
    if (length_ == 0) return;
    DemandTriple& slot = history_[next_];
    for (std::size_t q = 0; q < kQuantities.size(); ++q) {
        slot.*kQuantities[q] = static_cast<std::int64_t>(
            divide(sums_[q], static_cast<std::uint64_t>(length_)).quotient);
    }
    next_ = static_cast<std::uint8_t>((next_ + 1U) % kMostSubintervals);
    if (filled_ < kMostSubintervals) ++filled_;
    sums_ = {};
    length_ = 0;
    average_history();
    raise_maximum();
}

void DemandMeter::average_history() {
    const unsigned wanted = synchronized() ? 1U : subintervals_;
    const unsigned n = wanted < filled_ ? wanted : filled_;
    for (const auto quantity : kQuantities) {
        std::int64_t sum = 0;
        for (unsigned k = 1; k <= n; ++k) {
            sum += history_[(next_ + kMostSubintervals - k) % kMostSubintervals].*quantity;
        }
        present_.*quantity = sum / static_cast<std::int64_t>(n);
    }
}

void DemandMeter::raise_maximum() {
    for (const auto quantity : kQuantities) {
        if (present_.*quantity > maximum_.*quantity) maximum_.*quantity = present_.*quantity;
    }
}

}  // namespace meter
