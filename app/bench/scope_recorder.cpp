#include "app/bench/scope_recorder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/time.h"

namespace bench {

namespace {

constexpr double kVoltsPerSample = static_cast<double>(meter::kVoltSampleNv) * 1e-9;
constexpr double kAmperesPerSample = static_cast<double>(meter::kAmpereSampleUaTimes8) / 8 * 1e-6;

constexpr double in_frames(meter::Slot slot) {
    return static_cast<double>(meter::slot_instant(slot).count) /
           static_cast<double>(meter::kTicksPerFrame);
}

using Row = std::array<float, kScopeChannels>;

Row row_of(const signals::TerminalBlock& t, const ProbeTaps& taps, std::size_t n) {
    Row row{};
    const meter::AdcFrame& counts = taps.counts[n];
    const meter::Samples& chain = taps.samples[n];
    for (std::size_t p = 0; p < 3; ++p) {
        const int phase = static_cast<int>(p);
        row[p] = static_cast<float>(t.voltage[p][n]);
        row[3 + p] = static_cast<float>(t.current[p][n]);
        row[6 + p] = static_cast<float>(counts[meter::voltage_slot(phase)]);
        row[9 + p] = static_cast<float>(counts[meter::current_slot(phase)]);
        row[13 + p] = static_cast<float>(chain.v[p] * kVoltsPerSample);
        row[16 + p] = static_cast<float>(chain.i[p] * kAmperesPerSample / taps.preamp[n]);
    }
    row[12] = static_cast<float>(counts[meter::Slot::IN]);
    return row;
}

}  // namespace

double sampling_delay(ScopeChannel channel) {
    using meter::Slot;
    constexpr std::array kSlots{
        Slot::VA, Slot::VB, Slot::VC, Slot::IA, Slot::IB, Slot::IC, Slot::VA, Slot::VB, Slot::VC,
        Slot::IA, Slot::IB, Slot::IC, Slot::IN,
        // The chain moves every slot to VB's instant (docs/design.md, sample chain).
        Slot::VB, Slot::VB, Slot::VB, Slot::VB, Slot::VB, Slot::VB};
    static_assert(kSlots.size() == kScopeChannels);
    return in_frames(kSlots[static_cast<std::size_t>(channel)]);
}

void ScopeRecorder::block(const signals::TerminalBlock& terminals, const ProbeTaps& taps) {
    const std::lock_guard lock(mutex_);
    if (terminals.first_frame != origin_ + channels_[0].size()) {
        clear_locked();
        origin_ = terminals.first_frame;
    }
    for (int n = 0; n < terminals.frames; ++n) {
        const Row row = row_of(terminals, taps, static_cast<std::size_t>(n));
        for (std::size_t c = 0; c < row.size(); ++c) channels_[c].append(row[c]);
    }
}

void ScopeRecorder::clear_locked() {
    origin_ = 0;
    for (Pyramid& channel : channels_) channel.clear();
}

void ScopeRecorder::clear() {
    const std::lock_guard lock(mutex_);
    clear_locked();
}

void ScopeRecorder::take_over(ScopeRecorder& other) {
    const std::scoped_lock both(mutex_, other.mutex_);
    clear_locked();
    std::swap(origin_, other.origin_);
    std::swap(channels_, other.channels_);
}

ScopeRecorder::Kept ScopeRecorder::kept() const {
    const std::lock_guard lock(mutex_);
    return {origin_ + channels_[0].first(), origin_ + channels_[0].size()};
}

Strip ScopeRecorder::strip(ScopeChannel channel, double from, double to, int columns) const {
    const std::lock_guard lock(mutex_);
    const auto origin = static_cast<double>(origin_);
    Strip out = of(channel).strip(from - origin, to - origin, columns);
    out.first += origin;
    return out;
}

std::optional<double> ScopeRecorder::trigger(const Trigger& trigger, double from, double to) const {
    const std::lock_guard lock(mutex_);
    const Pyramid& series = of(trigger.source);
    const double delay = sampling_delay(trigger.source);
    const auto origin = static_cast<double>(origin_);
    const auto last =
        std::min(series.size() - 1, static_cast<std::int64_t>(std::floor(to - origin - delay)));
    const auto first = std::max({series.first_exact(), last - kTriggerFrames,
                                 static_cast<std::int64_t>(std::floor(from - origin - delay))});
    const double sign = trigger.edge == Edge::rising ? 1.0 : -1.0;
    const auto above = [&](std::int64_t i) {  // how far beyond the level, in the edge's direction
        return sign * (static_cast<double>(series.sample(i)) - trigger.level);
    };
    std::optional<double> crossing;  // the latest one that is not yet known to be a real one
    for (std::int64_t i = last - 1; i >= first; --i) {
        const double before = above(i), after = above(i + 1);
        if (!crossing && before < 0.0 && after >= 0.0)
            crossing = static_cast<double>(i) + before / (before - after);
        else if (crossing && before >= 0.0)
            crossing.reset();
        if (crossing && before <= -trigger.hysteresis) return *crossing + delay + origin;
    }
    return std::nullopt;
}

std::vector<float> ScopeRecorder::samples(ScopeChannel channel, std::int64_t first,
                                          std::int64_t count) const {
    const std::lock_guard lock(mutex_);
    const Pyramid& series = of(channel);
    std::vector<float> out;
    out.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = first - origin_; i < first - origin_ + count; ++i) {
        const bool there = i >= series.first_exact() && i < series.size();
        out.push_back(there ? series.sample(i) : std::numeric_limits<float>::quiet_NaN());
    }
    return out;
}

}  // namespace bench
