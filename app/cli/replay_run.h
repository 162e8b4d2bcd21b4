// Plays a recording to a meter, as fast as it goes, and compares them window by window.
#pragma once

#include <cstdint>
#include <optional>

#include "app/cli/record_average.h"
#include "app/cli/results.h"
#include "signals/replay/replay.h"

namespace cli {

struct Comparison {
    Compared meter{};
    Compared truth{};  // the recording over the same windows
    double seconds = 0.0;
    int windows = 0;
};

struct ReplayOutcome {
    Results results;                   // at the end, as of `run`
    std::optional<Comparison> held;    // the last window of the settling cycles
    std::optional<Comparison> record;  // all windows that lie wholly inside the record
    bool interrupted = false;
};

// Frames to play when nobody said how long: one pass; with loop whole passes of
// 10 s together; with a hold 60 s.
std::int64_t whole_replay_frames(const signals::Replay& replay);

// Plays `frames` frames. Stops early when a signal came.
ReplayOutcome run_replay(signals::Replay& replay, std::int64_t frames);

}  // namespace cli
