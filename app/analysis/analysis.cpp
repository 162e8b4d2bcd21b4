#include "app/analysis/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/analysis/installation_rows.h"
#include "app/analysis/meter_says.h"
#include "signals/truth/installation_truth.h"

namespace analysis {
namespace {

constexpr double kLeastInWords = 0.001;  // percent

// The reasons that were given for this quantity, or for the voltage and current of its phase.
std::string reasons(const signals::Replay& replay, const std::string& quantity) {
    std::string out;
    for (const std::string& line : replay.explanation()) {
        const bool own = line.find(quantity + " ") != std::string::npos;
        const bool reason = line.starts_with("not steady: ") ||
                            line.find(" DC part ") != std::string::npos ||
                            line.find(" above the meter's band") != std::string::npos;
        if (own && reason) out += (out.empty() ? "" : "; ") + line;
    }
    return out.empty() ? "no reason was found in the recording" : out;
}

void explain_into(Answer& out, Subject& subject, const Explained& what,
                  const AnswerOptions& options) {
    if (!options.explain || what.windows.empty()) return;
    const Twin twin(subject, what.windows);
    out.explanations = explain(twin, what.says, options.cancelled);
    out.explained_windows = what.windows.size();
}

void mark_windows(Answer& out, const ReplayOutcome& outcome) {
    for (const WindowRow& row : outcome.rows.entries())
        out.waveform.windows.push_back({row.begin, row.end});
}

// What differs by the causes' shares, in words.
void say_why(Answer& out) {
    for (const Explanation& e : out.explanations) {
        const std::string words = in_words(e, kExplainedError);
        if (!words.empty()) out.differences.push_back(words);
    }
}

// As a perfect meter with the settings that the meter has by now.
signals::Scenario scenario_now(signals::Scenario scenario, const meter::Points& points) {
    scenario.meter.system_type = points.config.system_type;
    scenario.meter.ct_primary = points.config.ct_primary;
    scenario.meter.pt_ratio = points.config.pt_ratio / 100.0;
    return scenario;
}

// Rows of what comes to the terminals, before the end of the last reading window.
void look_at_run(Answer& out, const Run& run, bool steady, const AnswerOptions& options) {
    const signals::Installation& in = out.scenario.installation;
    const double end = signals::seconds_of(run.window_end);
    const double begin = std::max(0.0, end - (steady ? kQuietSeconds : kLivelySeconds));
    const InstallationRows made(run.course, out.scenario.meter.pt_ratio, begin, end);
    const auto strongest = std::max_element(in.voltage.begin(), in.voltage.end());
    const double declared = *strongest * out.scenario.meter.pt_ratio;
    out.quality =
        quality_of(made.rows(),
                   {in.frequency, values_of(run.points.readings).volts,
                    options.declared ? options.declared : std::optional(declared), options.cycle},
                   out.no_quality);
    if (steady || !out.quality) return;
    out.signal = out.quality->signal;  // of what happened, not of what there was at first
}

}  // namespace

std::vector<std::string> differences(const signals::Replay& replay, const ReplayOutcome& outcome) {
    std::vector<std::string> out;
    if (replay.tape().plan().hold_only) return out;  // the record was not to be played
    if (!outcome.record) {
        out.push_back(fmt::format(
            "no reading window of about 1 s lies wholly inside the {:.4g} s that were played of "
            "the record; --loop plays it round and round",
            replay.tape().plan().duration));
        return out;
    }
    const Values all_rows = values_of(replay.record_truth());
    for (const Quantity& q : quantities()) {
        const auto error = error_percent(q, outcome.record->meter, all_rows);
        if (q.name[0] != 'V' && q.name[0] != 'I' && q.name[0] != 'P') continue;
        if (std::string_view(q.name).size() != 2 || q.name[1] == 'F') continue;
        if (!error || std::fabs(*error) <= kExplainedError) continue;
        out.push_back(fmt::format(
            "{}: {:+.2f} % from all rows; {} window{}, {:.3g} s of {:.3g} s: {}", q.name, *error,
            outcome.record->windows, outcome.record->windows == 1 ? "" : "s",
            outcome.record->seconds, replay.tape().plan().duration, reasons(replay, q.name)));
    }
    return out;
}

Rows rows_of(signals::Replay& replay) {
    signals::AlignedRecord& record = replay.record();
    return {record.rate(), 0.5 / record.rate(), record.size(),
            [&record](std::int64_t first, std::size_t count, double* out) {
                record.read(first, count, out);
            }};
}

Answer answer_of(signals::Replay& replay, const ReplayOutcome& outcome, const Rows& rows,
                 const AnswerOptions& options) {
    Answer out;
    out.recorded = true;
    out.subject = replay.recording().file;
    out.scenario = scenario_for(replay);
    out.scenario.installation.frequency = replay.frequency();
    out.windows = outcome.record ? outcome.record : outcome.held;
    out.windows_are_held = !outcome.record;
    out.whole = values_of(replay.record_truth());
    out.rows = outcome.rows.entries();
    out.windows_per_row = outcome.rows.stride();
    out.choices = replay.explanation();
    for (const auto& warning : replay.recording().warnings)
        out.warnings.push_back(to_string(warning));
    out.differences = differences(replay, outcome);
    const auto subject = subject_of(replay, out.scenario);
    explain_into(out, *subject, outcome.explained, options);
    say_why(out);
    out.quality =
        quality_of(rows, {replay.frequency(), out.whole->volts, options.declared, options.cycle},
                   out.no_quality);
    if (out.quality) out.signal = out.quality->signal;
    out.has_signal = out.quality.has_value();
    out.waveform = waveform_of(rows, replay.frequency());
    mark_windows(out, outcome);
    return out;
}

Answer windows_of(const Run& run) {
    Answer out;
    out.subject = run.name;
    out.recorded = true;
    out.scenario = scenario_now(run.scenario, run.points);
    out.rows = run.windows.beside(*subject_of(out.scenario));
    out.windows_per_row = run.windows.per_row();
    out.no_quality = "a recording is told by `metertwin-cli replay`";
    if (out.rows.empty()) return out;
    const WindowRow& last = out.rows.back();
    out.windows = Comparison{last.meter, last.truth, last.end - last.begin, 1};
    return out;
}

Answer answer_of(const Run& run, const AnswerOptions& options) {
    Answer out;
    out.subject = run.name;
    out.scenario = scenario_now(run.scenario, run.points);
    out.scenario.installation =
        run.course.installation_at(std::max<std::int64_t>(0, run.window_end));
    out.signal = summary_of(out.scenario.installation, out.scenario.meter);
    out.has_signal = true;
    const meter::Readings& r = run.points.readings;
    if (r.sequence == 0) return out;
    const Explained what{{{run.window_end, r.window_frames, r.frequency_uhz * 1e-6}},
                         {values_of(r), values_of(run.points, Registers::floating),
                          values_of(run.points, Registers::integer)}};
    const bool edited = !(out.scenario.installation == run.scenario.installation);
    const auto subject = subject_of(out.scenario, run.course, edited);
    const Values truth = values_of(subject->truth(run.window_end, r.window_frames));
    out.windows = Comparison{what.says.registers, truth, r.window_frames / signals::kFrameRate, 1};
    out.rows = run.windows.beside(*subject);
    out.windows_per_row = run.windows.per_row();
    explain_into(out, *subject, what, options);
    for (const Explanation& e : out.explanations) {
        const std::string words = in_words(e, kLeastInWords);
        if (!words.empty()) out.differences.push_back(words);
    }
    look_at_run(out, run, subject->truth_is_steady(), options);
    out.waveform = waveform_of(*subject, what.windows, out.scenario.installation.frequency);
    return out;
}

}  // namespace analysis
