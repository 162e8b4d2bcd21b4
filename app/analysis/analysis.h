// The answer: what a recording or an installation says, what the meter says, and why they differ.
// Plain data; report_*.h turn it into text, JSON, CSV and HTML.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/analysis/explanation.h"
#include "app/analysis/recording_quality.h"
#include "app/analysis/replay_run.h"
#include "app/analysis/run_windows.h"
#include "app/analysis/signal_summary.h"
#include "app/analysis/waveform.h"
#include "signals/timeline/course.h"

namespace analysis {

struct Answer {
    std::string subject;  // a file, or what was synthesized
    bool recorded = false;
    signals::Scenario scenario;  // settings of the meter and its front end
    // The windows of the table: of the record or, when it holds none, of the cycles held before it.
    std::optional<Comparison> windows;
    bool windows_are_held = false;
    std::optional<Values> whole;  // the recording, each row once
    std::vector<WindowRow> rows;
    std::size_t windows_per_row = 1;
    // Over the first windows only (kMostWindows).
    std::vector<Explanation> explanations;
    std::size_t explained_windows = 0;
    SignalSummary signal;
    bool has_signal = false;
    std::optional<RecordingQuality> quality;
    std::string no_quality;  // why there is none
    Waveform waveform;
    std::vector<std::string> choices, warnings, differences;
};

struct AnswerOptions {
    bool explain = true;             // the shares of the causes
    std::optional<double> declared;  // V rms L-N, for sags and swells
    std::function<bool()> cancelled;
    // Each cycle of each phase (QualityRequest); may be empty.
    std::function<void(const signals::CycleValues&)> cycle{};
};

// Of a recording that has been played; `rows` are its own. Throws Cancelled.
Answer answer_of(signals::Replay& replay, const ReplayOutcome& outcome, const Rows& rows,
                 const AnswerOptions& options);

// A run of a meter on an installation that has ended.
struct Run {
    std::string name;               // for people
    signals::Scenario scenario;     // as it was started with
    const signals::Course& course;  // with everything that was changed on it
    const meter::Points& points;
    std::int64_t window_end = -1;  // Rig::window_end()
    const RunWindows& windows;     // of the whole run
};

// Table and causes are of the last reading window; power quality is of the time before the end of
// it, kQuietSeconds of an installation in which nothing happens, else kLivelySeconds.
inline constexpr double kQuietSeconds = 10.0;
inline constexpr double kLivelySeconds = 60.0;
Answer answer_of(const Run& run, const AnswerOptions& options);
// Of a run with a recording in the installation's place: the windows alone, whose truth is known.
Answer windows_of(const Run& run);

// Why the meter's average over the record is farther than kExplainedError from the whole record,
// a sentence per quantity; or why there is no such average.
inline constexpr double kExplainedError = 0.5;  // percent
std::vector<std::string> differences(const signals::Replay& replay, const ReplayOutcome& outcome);

// The recording's own rows. The replay must outlive them.
Rows rows_of(signals::Replay& replay);

}  // namespace analysis
