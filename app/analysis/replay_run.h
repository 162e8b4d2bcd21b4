// Plays a recording to a meter, as fast as it goes, and compares them window by window.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "app/analysis/explanation.h"
#include "app/analysis/thinned.h"
#include "app/analysis/twin.h"
#include "app/analysis/values.h"
#include "core/registers/points.h"
#include "signals/replay/replay.h"

namespace analysis {

struct Comparison {
    Values meter{};
    Values truth{};  // the recording over the same windows
    double seconds = 0.0;
    int windows = 0;
};

// A reading window, or some neighbours of it.
struct WindowRow {
    double begin = 0.0, end = 0.0;  // s since the record began (of its first pass)
    Values meter{};
    Values truth{};

    void join(const WindowRow& next);
};
inline constexpr std::size_t kMostWindowRows = 2'000;

// Windows that are explained: the first ones inside the record or, when it holds none, the last
// one of the held cycles.
struct Explained {
    std::vector<ReadingWindow> windows;
    MeterSays says;
};

struct ReplayOutcome {
    meter::Points points;  // at the end
    signals::Truth truth;  // of the last window
    std::uint64_t digest = 0;
    double simulated_seconds = 0.0;
    std::optional<Comparison> held;            // the last window of the settling cycles
    std::optional<Comparison> record;          // all windows that lie wholly inside the record
    Thinned<WindowRow, kMostWindowRows> rows;  // of the record
    Explained explained;
    bool interrupted = false;
};

// The scenario of the meter in front of which a recording is played.
signals::Scenario scenario_for(const signals::Replay& replay);

// Frames to play when nobody said how long: one pass; with loop whole passes of 10 s together; with
// a hold 60 s.
std::int64_t whole_replay_frames(const signals::Replay& replay);

// Plays `frames` frames. Stops early when `cancelled` says so.
ReplayOutcome run_replay(signals::Replay& replay, std::int64_t frames,
                         const std::function<bool()>& cancelled = {});

}  // namespace analysis
