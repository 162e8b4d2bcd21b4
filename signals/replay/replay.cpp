#include "signals/replay/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "signals/capture/comtrade.h"
#include "signals/replay/aligned.h"
#include "signals/replay/playable.h"
#include "signals/replay/settings.h"

namespace signals {
namespace {

constexpr int kMostHeldCycles = 10;
constexpr double kTailCycles = 10.0;
constexpr double kWorthSaying = 0.001;  // share of a channel's rms

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

double mean_square(const std::vector<double>& x) {
    double sum = 0.0;
    for (const double v : x) sum += v * v;
    return sum / static_cast<double>(x.size());
}

// The part of a played channel that lies in the record.
std::vector<double> inside(const Series& played, std::size_t channel, double duration) {
    const auto first = static_cast<std::ptrdiff_t>(-played.start * played.rate);
    const auto count = static_cast<std::ptrdiff_t>(duration * played.rate);
    const auto begin = played.channel[channel].begin() + first;
    return {begin, begin + count};
}

}  // namespace

Replay::Replay(const std::filesystem::path& path, const ReplayOptions& options)
    : recording_(read_comtrade(path)) {
    mapping_ = options.map ? read_mapping(*options.map, recording_) : find_mapping(recording_);
    append(explanation_, mapping_.explanation);
    const AlignedRecord record = aligned(recording_, mapping_);
    for (AnalogChannel& channel : recording_.analog) channel.samples = {};
    append(explanation_, record.notes);
    prepare(record.series, options);
}

void Replay::prepare(const Series& record, const ReplayOptions& options) {
    rate_ = record.rate;
    duration_ = record.duration();
    const RecordCycles cycles = cycles_of(record, recording_.line_frequency, recording_.file);
    frequency_ = cycles.head_frequency;
    if (cycles.alive && std::fabs(frequency_ - recording_.line_frequency) > 2.0) {
        explanation_.push_back(fmt::format("the configuration says {:g} Hz, the waveform {:.5g} Hz",
                                           recording_.line_frequency, frequency_));
    }
    Series played = playable(record, cycles);
    const ReplaySettings chosen = choose_settings(record, played, frequency_, recording_.file);
    settings_ = chosen.meter;
    append(explanation_, chosen.explanation);

    sums_.emplace(record, played, frequency_);
    plan_tape(record, cycles, options);
    explain_unseen(record, played);
    steadiness_ = signals::steadiness(*sums_, duration_, frequency_);
    for (const Steadiness& s : steadiness_) {
        if (!s.steady) explanation_.push_back("not steady: " + s.explanation);
    }
    source_ = std::make_unique<ReplaySource>(std::move(played), settings_.pt_ratio, tape_);
}

void Replay::plan_tape(const Series& record, const RecordCycles& cycles,
                       const ReplayOptions& options) {
    held_cycles_ = steady_cycles(*sums_, duration_, frequency_, kMostHeldCycles);
    TapePlan plan;
    plan.loop = options.loop;
    plan.hold = held_cycles_ / frequency_;
    plan.holds = static_cast<std::int64_t>(std::ceil(options.settle_seconds / plan.hold));
    plan.duration = options.loop ? loop_length(record, cycles) : duration_;
    plan.tail_hold = std::min(kTailCycles, std::floor(duration_ * cycles.tail_frequency)) /
                     cycles.tail_frequency;
    plan.blend = std::min({1.0 / frequency_, plan.hold / 2, plan.tail_hold / 2});
    tape_ = Tape{plan};
    explain_tape();
}

void Replay::explain_tape() {
    const TapePlan& plan = tape_.plan();
    explanation_.push_back(fmt::format(
        "the first {} cycle{} of {:.5g} Hz {} held for {:.4g} s before the record, so that the "
        "meter has settled",
        held_cycles_, held_cycles_ == 1 ? "" : "s", frequency_, held_cycles_ == 1 ? "is" : "are",
        tape_.record_begin()));
    explanation_.push_back(
        plan.loop ? fmt::format("the record's first {:.6g} of {:.6g} s, whole cycles, are repeated",
                                plan.duration, duration_)
                  : fmt::format("after the record's {:.6g} s its last {:.4g} s are held", duration_,
                                plan.tail_hold));
}

void Replay::explain_unseen(const Series& record, const Series& played) {
    for (std::size_t c = 0; c < kReplayChannels; ++c) {
        const double rms = std::sqrt(mean_square(record.channel[c]));
        const double mean = sums_->means()[c];
        const double kept = mean_square(inside(played, c, duration_));
        const double lost = std::sqrt(std::max(0.0, rms * rms - kept));
        const char* unit = c < 3 ? "V" : "A";
        if (std::fabs(mean) > std::sqrt(2.0 * kWorthSaying) * rms) {
            explanation_.push_back(fmt::format(
                "{} has a DC part of {:.4g} {}, {:.3g} % of its rms value: no meter with rope CTs "
                "and DC blockers shows it",
                kTerminalNames[c], mean, unit, 100.0 * std::fabs(mean) / rms));
        }
        if (rms * rms - kept > 2.0 * kWorthSaying * rms * rms) {
            explanation_.push_back(fmt::format(
                "{} has {:.4g} {} rms above the meter's band: filtered out, {:.3g} % of its rms "
                "value is missing",
                kTerminalNames[c], lost, unit, 100.0 * (1.0 - std::sqrt(kept) / rms)));
        }
    }
}

Truth Replay::truth(std::int64_t last_frame, int frames) const {
    double t = std::max(0.0, static_cast<double>(last_frame + 1 - frames) / kFrameRate);
    const double end = static_cast<double>(last_frame + 1) / kFrameRate;
    TruthIntegrals sum;
    std::int64_t number = std::max<std::int64_t>(0, tape_.span_at(t).number - 1);
    while (t < end) {
        while (tape_.content(number + 1).begin <= t) ++number;
        const TapeSpan here = tape_.content(number);
        const double stop = std::min(end, tape_.content(number + 1).begin);
        sum += sums_->over(t - here.origin, stop - here.origin);
        t = stop;
    }
    return sum.truth();
}

Playing Replay::playing(std::int64_t frame) const {
    const double t = static_cast<double>(frame) / kFrameRate;
    const TapeSpan span = tape_.span_at(t);
    const TapePart part = tape_.part(span.number);
    return {part, part == TapePart::record ? span.number - tape_.plan().holds : 0, t - span.origin};
}

std::int64_t Replay::record_begin_frame() const {
    return static_cast<std::int64_t>(std::ceil(tape_.record_begin() * kFrameRate));
}

std::int64_t Replay::record_end_frame() const {
    return static_cast<std::int64_t>(std::floor(tape_.record_end() * kFrameRate));
}

Truth Replay::record_truth() const { return sums_->over(0.0, duration_).truth(); }

Truth Replay::held_truth() const { return sums_->over(0.0, tape_.plan().hold).truth(); }

}  // namespace signals
