#include "signals/replay/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "signals/capture/open_capture.h"
#include "signals/capture/phrases.h"
#include "signals/capture/stamp.h"
#include "signals/replay/map_file.h"
#include "signals/resample/frame_reader.h"

namespace signals {
namespace {

constexpr int kMostHeldCycles = 10;
constexpr double kTailCycles = 10.0;
constexpr double kWorthSaying = 0.001;  // share of a channel's rms
constexpr std::int64_t kPlayedBlock = 4'096;

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

// A/s from row to row.
double steepest_current(AlignedRecord& record) {
    double steepest = 0.0;
    std::vector<double> block;
    for (std::int64_t at = 0; at < record.size(); at += MappedRows::kTileRows) {
        const std::size_t count = MappedRows::kTileRows + 1;
        block.resize(kReplayChannels * count);
        record.read(at, count, block.data());
        for (std::size_t k = kIa * count + 1; k < block.size(); ++k) {
            if (k % count != 0) steepest = std::max(steepest, std::fabs(block[k] - block[k - 1]));
        }
    }
    return steepest * record.rate();
}

}  // namespace

Replay::Replay(const std::filesystem::path& path, const ReplayOptions& options)
    : options_(options) {
    if (const auto file = map_file_of(path); file && options.map_file) {
        merge_map_file(*file, options_);
        explanation_.push_back(
            fmt::format("{} says what was decided about this capture before", file->string()));
    }
    capture_ = open_capture(path, options_.capture);
    prepare();
}

Replay::Replay(OpenCapture capture, const ReplayOptions& options)
    : options_(options), capture_(std::move(capture)) {
    prepare();
}

void Replay::prepare() {
    const Recording& recording = capture_->recording();
    mapping_ = options_.map ? read_mapping(*options_.map, recording) : find_mapping(recording);
    apply_side(mapping_, recording, options_.side);
    if (options_.scale) apply_scale(mapping_, *options_.scale);
    append(explanation_, mapping_.explanation);
    record_ = AlignedRecord::open(*capture_, mapping_, options_.from, options_.to);
    append(explanation_, record_->notes());
    explain_part();
    const RecordCycles cycles = cycles_of(*record_, recording.line_frequency, recording.file);
    frequency_ = cycles.head_frequency;
    if (cycles.alive && std::fabs(frequency_ - recording.line_frequency) > 2.0) {
        explanation_.push_back(fmt::format("the configuration says {:g} Hz, the waveform {:.5g} Hz",
                                           recording.line_frequency, frequency_));
    }
    endless_ = std::make_unique<EndlessRecord>(*record_, cycles);
    played_ = band_limited(*endless_, 0.0);
    sums_ = std::make_unique<RecordSums>(*record_, *played_, frequency_);
    Survey seen = survey(*sums_, frequency_);
    steadiness_ = std::move(seen.steadiness);
    RecordExtremes extremes = played_extremes();
    extremes.volts = seen.strongest_volts;
    extremes.amps = seen.strongest_amps;
    extremes.first_volts =
        sums_->over_rows(0.0, std::min(10.0 / frequency_, record_->duration())).truth().voltage_ln;
    const ReplaySettings chosen = choose_settings(extremes, recording.file);
    settings_ = chosen.meter;
    append(explanation_, chosen.explanation);
    plan_tape(cycles);
    explain_unseen();
    for (const Steadiness& s : steadiness_) {
        if (!s.steady) explanation_.push_back("not steady: " + s.explanation);
    }
    source_ = source_at(multiplexer_timing());
}

std::unique_ptr<Source> Replay::source_at(const SlotTiming& timing, Resampling resampling) const {
    std::unique_ptr<TerminalReader> reader = resampling == Resampling::ideal
                                                 ? ideal_reader(*played_, timing)
                                                 : hardware_reader(*endless_, timing);
    return std::make_unique<ReplaySource>(std::move(reader), timing, settings_.pt_ratio, tape_);
}

// One walk over what is played: its steepest current, and what is left of each channel.
RecordExtremes Replay::played_extremes() {
    RecordExtremes out;
    const bool ideal = options_.resampling == Resampling::ideal;
    const auto samples =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(record_->duration() * played_->rate()));
    std::vector<double> block;
    for (std::int64_t at = 0; at < samples; at += kPlayedBlock) {
        const auto count = static_cast<std::size_t>(std::min(kPlayedBlock, samples - at));
        block.resize(kPlayedChannels * (count + 1));
        played_->read(at, count + 1, block.data());
        for (std::size_t c = 0; c < kReplayChannels; ++c) {
            const double* x = block.data() + c * (count + 1);
            for (std::size_t n = 0; n < count; ++n) {
                played_square_[c] += x[n] * x[n] / static_cast<double>(samples);
                if (c < kIa || !ideal) continue;
                out.slope = std::max(out.slope, std::fabs(x[n + 1] - x[n]) * played_->rate());
            }
        }
        sums_->walk_to(static_cast<double>(at + kPlayedBlock) / played_->rate());
        if (options_.progress) {
            options_.progress(static_cast<double>(at) / static_cast<double>(samples));
        }
    }
    if (!ideal) out.slope = steepest_current(*record_);
    return out;
}

void Replay::plan_hold(TapePlan& plan) {
    const double duration = record_->duration();
    const auto held = [&](double begin, bool backwards, int most) {
        held_cycles_ = steady_cycles(*sums_, begin, backwards, frequency_, most);
        plan.hold = held_cycles_ / frequency_;
        plan.hold_begin = backwards ? begin - plan.hold : begin;
    };
    if (options_.hold.where == Hold::Where::end) return held(duration, true, kMostHeldCycles);
    if (options_.hold.where == Hold::Where::at) {
        const double begin = options_.hold.seconds - record_->offset();
        if (begin < 0.0 || begin + 1.0 / frequency_ > duration) {
            throw ReplayError(
                Sentence::after(recording().file + ": ",
                                Sentence::of(kCapture.nothing_to_hold, options_.hold.seconds,
                                             record_->offset(), record_->offset() + duration)));
        }
        return held(begin, false, kMostHeldCycles);
    }
    int most = kMostHeldCycles;
    const Recording& r = recording();
    if (r.start && r.trigger) {
        const double trigger = seconds_between(*r.start, *r.trigger) - record_->offset();
        const double before = std::floor(trigger * frequency_);
        if (before >= 1.0 && trigger < duration) most = std::min(most, static_cast<int>(before));
    }
    held(0.0, false, most);
}

void Replay::plan_tape(const RecordCycles& cycles) {
    const double duration = record_->duration();
    TapePlan plan;
    plan.loop = options_.loop;
    plan.hold_only = options_.hold.where != Hold::Where::nowhere;
    plan_hold(plan);
    plan.holds = static_cast<std::int64_t>(std::ceil(options_.settle_seconds / plan.hold));
    plan.duration = options_.loop ? loop_length(*record_, cycles) : duration;
    plan.tail_hold =
        std::min(kTailCycles, std::floor(duration * cycles.tail_frequency)) / cycles.tail_frequency;
    plan.blend = std::min({1.0 / frequency_, plan.hold / 2, plan.tail_hold / 2});
    tape_ = Tape{plan};
    explain_tape();
}

void Replay::explain_part() {
    if (!options_.from && !options_.to) return;
    explanation_.push_back(fmt::format("only {:.6g} s to {:.6g} s of the record are played",
                                       record_->offset(), record_->offset() + record_->duration()));
}

void Replay::explain_tape() {
    const TapePlan& plan = tape_.plan();
    const char* plural = held_cycles_ == 1 ? "" : "s";
    if (plan.hold_only) {
        explanation_.push_back(fmt::format(
            "{} cycle{} of {:.5g} Hz from {:.6g} s on {} held as a steady state; the record itself "
            "is not played",
            held_cycles_, plural, frequency_, record_->offset() + plan.hold_begin,
            held_cycles_ == 1 ? "is" : "are"));
        return;
    }
    explanation_.push_back(fmt::format(
        "the first {} cycle{} of {:.5g} Hz {} held for {:.4g} s before the record, so that the "
        "meter has settled",
        held_cycles_, plural, frequency_, held_cycles_ == 1 ? "is" : "are", tape_.record_begin()));
    explanation_.push_back(
        plan.loop ? fmt::format("the record's first {:.6g} of {:.6g} s, whole cycles, are repeated",
                                plan.duration, record_->duration())
                  : fmt::format("after the record's {:.6g} s its last {:.4g} s are held",
                                record_->duration(), plan.tail_hold));
}

void Replay::explain_unseen() {
    const std::array<double, 6> means = sums_->means();
    const Truth whole = sums_->over_rows(0.0, record_->duration()).truth();
    for (std::size_t c = 0; c < kReplayChannels; ++c) {
        const double rms = c < 3 ? whole.voltage_ln[c] : whole.current[c - 3];
        const double kept = played_square_[c];
        const double lost = std::sqrt(std::max(0.0, rms * rms - kept));
        const char* unit = c < 3 ? "V" : "A";
        if (std::fabs(means[c]) > std::sqrt(2.0 * kWorthSaying) * rms) {
            explanation_.push_back(fmt::format(
                "{} has a DC part of {:.4g} {}, {:.3g} % of its rms value: no meter with rope CTs "
                "and DC blockers shows it",
                kTerminalNames[c], means[c], unit, 100.0 * std::fabs(means[c]) / rms));
        }
        if (rms * rms - kept <= 2.0 * kWorthSaying * rms * rms) continue;
        explanation_.push_back(fmt::format(
            "{} has {:.4g} {} rms above the meter's band: {}", kTerminalNames[c], lost, unit,
            options_.resampling == Resampling::hardware
                ? "it folds down into it"
                : fmt::format("filtered out, {:.3g} % of its rms value is missing",
                              100.0 * (1.0 - std::sqrt(kept) / rms))));
    }
}

Truth Replay::truth(std::int64_t last_frame, int frames) const {
    double t = std::max(0.0, seconds_of(last_frame + 1 - frames));
    const double end = seconds_of(last_frame + 1);
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
    const double t = seconds_of(frame);
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

Truth Replay::record_truth() const { return sums_->whole().truth(); }

Truth Replay::held_truth() const {
    const TapePlan& plan = tape_.plan();
    return sums_->over(plan.hold_begin, plan.hold_begin + plan.hold).truth();
}

}  // namespace signals
