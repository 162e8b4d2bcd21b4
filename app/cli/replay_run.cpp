#include "app/cli/replay_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>

#include "app/bench/rig.h"
#include "app/cli/interrupt.h"
#include "app/cli/replay_input.h"

namespace cli {
namespace {

constexpr std::int64_t kStep = signals::kBlockFrames;  // far below a reading window
constexpr double kLoopSeconds = 10.0;
constexpr double kHoldSeconds = 60.0;

struct Tally {
    WindowAverage meter;
    WindowAverage truth;
    int windows = 0;

    void add(const Compared& measured, const Compared& wanted, int frames) {
        meter.add(measured, frames);
        truth.add(wanted, frames);
        ++windows;
    }
    [[nodiscard]] std::optional<Comparison> result() const {
        if (windows == 0) return std::nullopt;
        return Comparison{meter.average(), truth.average(), meter.frames() / signals::kFrameRate,
                          windows};
    }
};

bench::Rig rig_for(const signals::Replay& replay) {
    signals::Scenario scenario;
    scenario.meter = replay.settings();
    return bench::Rig(scenario);
}

// Sorts the window that has just closed: settling, record, or astride a border (left out).
void sort_window(const signals::Replay& replay, const bench::Rig& rig, const ReplayInput& input,
                 Tally& held, Tally& record) {
    const Compared truth = compared(rig.truth());
    const Compared meter = compared(rig.meter().points().readings);
    const std::int64_t first = input.last_frame() + 1 - input.frames();
    if (input.last_frame() < replay.record_begin_frame()) {
        held = {};
        held.add(meter, truth, input.frames());
    } else if (first >= replay.record_begin_frame() &&
               (replay.tape().plan().loop || input.last_frame() < replay.record_end_frame())) {
        record.add(meter, truth, input.frames());
    }
}

}  // namespace

std::int64_t whole_replay_frames(const signals::Replay& replay) {
    const signals::TapePlan& plan = replay.tape().plan();
    if (plan.hold_only) return static_cast<std::int64_t>(kHoldSeconds * signals::kFrameRate);
    if (!plan.loop) return replay.record_end_frame();
    const double passes = std::max(1.0, std::ceil(kLoopSeconds / plan.duration));
    return static_cast<std::int64_t>((replay.tape().record_begin() + passes * plan.duration) *
                                     signals::kFrameRate);
}

ReplayOutcome run_replay(signals::Replay& replay, std::int64_t frames) {
    const auto start = std::chrono::steady_clock::now();
    bench::Rig rig = rig_for(replay);
    auto owned = std::make_unique<ReplayInput>(replay);
    const ReplayInput& input = *owned;
    rig.set_input(std::move(owned));

    ReplayOutcome out;
    Tally held;
    Tally record;
    std::uint32_t sequence = 0;
    while (rig.frame() < frames && !out.interrupted) {
        rig.advance(std::min(kStep, frames - rig.frame()));
        out.interrupted = interrupted();
        const meter::Readings& readings = rig.meter().points().readings;
        if (readings.sequence == sequence) continue;
        sequence = readings.sequence;
        sort_window(replay, rig, input, held, record);
    }
    out.held = held.result();
    out.record = record.result();

    const double wall =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const double simulated = static_cast<double>(rig.frame()) / signals::kFrameRate;
    out.results = {rig.meter().points(), rig.truth(), rig.meter().digest(), simulated,
                   wall > 0.0 ? simulated / wall : 0.0};
    return out;
}

}  // namespace cli
