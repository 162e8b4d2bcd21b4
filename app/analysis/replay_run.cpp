#include "app/analysis/replay_run.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/analysis/meter_says.h"
#include "app/bench/replay_input.h"
#include "app/bench/rig.h"

namespace analysis {
namespace {

constexpr std::int64_t kStep = signals::kBlockFrames;  // far below a reading window
constexpr double kLoopSeconds = 10.0;
constexpr double kHoldSeconds = 60.0;

struct Tally {
    Average meter;
    Average truth;
    int windows = 0;

    void add(const Values& measured, const Values& wanted, int frames) {
        meter.add(measured, frames);
        truth.add(wanted, frames);
        ++windows;
    }
    [[nodiscard]] std::optional<Comparison> result() const {
        if (windows == 0) return std::nullopt;
        return Comparison{meter.values(), truth.values(), meter.frames() / signals::kFrameRate,
                          windows};
    }
};

// The windows to explain, and what the meter said over them.
class Chosen {
 public:
    void add(const meter::Points& points, std::int64_t last_frame) {
        if (windows_.size() == kMostWindows) return;
        const meter::Readings& r = points.readings;
        if (r.frequency_uhz != 0) hertz_ = r.frequency_uhz * 1e-6;
        windows_.push_back({last_frame, r.window_frames, hertz_});
        readings_.add(values_of(r), r.window_frames);
        floats_.add(values_of(points, Registers::floating), r.window_frames);
        integers_.add(values_of(points, Registers::integer), r.window_frames);
    }
    [[nodiscard]] bool empty() const { return windows_.empty(); }
    [[nodiscard]] Explained result() const {
        return {windows_, {readings_.values(), floats_.values(), integers_.values()}};
    }

 private:
    std::vector<ReadingWindow> windows_;
    Average readings_, floats_, integers_;
    double hertz_ = 0.0;
};

// Sorts windows as they close: settling, record, or astride a border (left out).
class Sorter {
 public:
    Sorter(const signals::Replay& replay, const bench::Rig& rig, const bench::ReplayInput& input)
        : replay_(replay), rig_(rig), input_(input) {}

    void window_closed(ReplayOutcome& out) {
        const Values truth = values_of(rig_.truth());
        const meter::Points& points = rig_.meter().points();
        const Values meter = values_of(points.readings);
        const std::int64_t first = input_.last_frame() + 1 - input_.frames();
        if (input_.last_frame() < replay_.record_begin_frame()) {
            held_ = {};
            held_.add(meter, truth, input_.frames());
            chosen_held_ = {};
            chosen_held_.add(points, input_.last_frame());
        } else if (first >= replay_.record_begin_frame() && inside_record()) {
            record_.add(meter, truth, input_.frames());
            chosen_.add(points, input_.last_frame());
            out.rows.add({seconds(first), seconds(input_.last_frame() + 1), meter, truth});
        }
    }
    void finish(ReplayOutcome& out) const {
        out.held = held_.result();
        out.record = record_.result();
        out.explained = (chosen_.empty() ? chosen_held_ : chosen_).result();
    }

 private:
    [[nodiscard]] bool inside_record() const {
        return replay_.tape().plan().loop || input_.last_frame() < replay_.record_end_frame();
    }
    [[nodiscard]] double seconds(std::int64_t frame) const {
        return signals::seconds_of(frame) - replay_.tape().record_begin();
    }

    const signals::Replay& replay_;
    const bench::Rig& rig_;
    const bench::ReplayInput& input_;
    Tally held_, record_;
    Chosen chosen_held_, chosen_;
};

}  // namespace

void WindowRow::join(const WindowRow& next) {
    Average meters;
    Average truths;
    const double mine = end - begin;
    const double rest = next.end - next.begin;
    meters.add(meter, mine);
    meters.add(next.meter, rest);
    truths.add(truth, mine);
    truths.add(next.truth, rest);
    meter = meters.values();
    truth = truths.values();
    end = next.end;
}

signals::Scenario scenario_for(const signals::Replay& replay) {
    signals::Scenario scenario;
    scenario.meter = replay.settings();
    return scenario;
}

std::int64_t whole_replay_frames(const signals::Replay& replay) {
    const signals::TapePlan& plan = replay.tape().plan();
    if (plan.hold_only) return static_cast<std::int64_t>(kHoldSeconds * signals::kFrameRate);
    if (!plan.loop) return replay.record_end_frame();
    const double passes = std::max(1.0, std::ceil(kLoopSeconds / plan.duration));
    return static_cast<std::int64_t>((replay.tape().record_begin() + passes * plan.duration) *
                                     signals::kFrameRate);
}

ReplayOutcome run_replay(signals::Replay& replay, std::int64_t frames,
                         const std::function<bool()>& cancelled) {
    bench::Rig rig(scenario_for(replay));
    auto owned = std::make_unique<bench::ReplayInput>(replay);
    const bench::ReplayInput& input = *owned;
    rig.set_input(std::move(owned));

    ReplayOutcome out;
    Sorter sorter(replay, rig, input);
    std::uint32_t sequence = 0;
    while (rig.frame() < frames && !out.interrupted) {
        rig.advance(std::min(kStep, frames - rig.frame()));
        out.interrupted = cancelled && cancelled();
        const meter::Readings& readings = rig.meter().points().readings;
        if (readings.sequence == sequence) continue;
        sequence = readings.sequence;
        sorter.window_closed(out);
    }
    sorter.finish(out);
    out.points = rig.meter().points();
    out.truth = rig.truth();
    out.digest = rig.meter().digest();
    out.simulated_seconds = signals::seconds_of(rig.frame());
    return out;
}

}  // namespace analysis
