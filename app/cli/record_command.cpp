#include "app/cli/record_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/record_series.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/cli/quantities.h"
#include "app/cli/replay_options.h"
#include "signals/capture/capture_writer.h"
#include "signals/replay/replay.h"
#include "signals/scenario/scenario_file.h"

namespace cli {
namespace {

constexpr double kDefaultRate = 10'000.0;  // Hz
constexpr double kDefaultSeconds = 1.0;
constexpr std::int64_t kBlockRows = 2'048;

struct RecordOptions {
    std::string output;
    std::string scenario;
    std::string replay;
    ReplayArguments how;
    std::string what = "terminals";
    std::string format;
    std::string duration;
    double rate = kDefaultRate;
    std::optional<double> from;
    bool ideal = false;
};

// What is recorded, and what it is called.
struct Subject {
    std::unique_ptr<signals::Replay> replay;  // when there is one; sources refer to it
    signals::Scenario scenario;
    bench::SourceAt source;
    std::unique_ptr<signals::Sampled> series;
    std::vector<signals::WriteChannel> channels;
    bool whole_counts = false;
};

signals::WriteChannel channel(const char* name, const char* unit) {
    const std::string phase = name[1] == 'N' ? "" : std::string{name[1]};
    return {name, phase, unit, 0.0, 0.0};
}

void choose_series(const RecordOptions& options, Subject& out) {
    if (options.what == "terminals") {
        out.series = bench::terminal_series(out.source, options.rate);
        for (const char* name : {"VA", "VB", "VC"}) out.channels.push_back(channel(name, "V"));
        for (const char* name : {"IA", "IB", "IC", "IN"})
            out.channels.push_back(channel(name, "A"));
    } else if (options.what == "adc") {
        out.series = bench::adc_series(out.source, out.scenario);
        for (const char* name : {"IA", "VA", "IB", "VB", "IC", "VC", "IN"}) {
            out.channels.push_back(channel(name, "counts"));
        }
        const std::vector<double> skew = bench::adc_skew();
        for (std::size_t s = 0; s < skew.size(); ++s) out.channels[s].skew = skew[s];
        out.whole_counts = true;
    } else {
        out.series = bench::current_series(out.source, out.scenario);
        for (const char* name : {"VA", "VB", "VC"}) out.channels.push_back(channel(name, "V"));
        for (const char* name : {"IA", "IB", "IC"}) out.channels.push_back(channel(name, "A"));
    }
}

Subject subject_of(const RecordOptions& options) {
    Subject out;
    if (!options.scenario.empty()) out.scenario = signals::read_scenario(options.scenario);
    if (options.ideal) out.scenario.front_end.noise = false;
    if (options.replay.empty()) {
        out.source = bench::source_of(out.scenario);
    } else {
        out.replay = std::make_unique<signals::Replay>(options.replay, options.how.options());
        out.scenario.meter = out.replay->settings();
        out.scenario.installation.frequency = out.replay->frequency();
        out.source = [replay = out.replay.get()](const signals::SlotTiming& timing) {
            return replay->source_at(timing);
        };
    }
    choose_series(options, out);
    return out;
}

signals::WriteFormat format_of(const RecordOptions& options) {
    if (!options.format.empty()) return *signals::parse_write_format(options.format);
    const std::string extension = std::filesystem::path{options.output}.extension().string();
    if (extension == ".csv") return signals::WriteFormat::csv;
    if (extension == ".wav") return signals::WriteFormat::wav;
    return signals::WriteFormat::float32;
}

// Rows [first, first + rows) in blocks; false when a signal came.
bool for_each_block(Subject& subject, std::int64_t first, std::int64_t rows, Progress& progress,
                    const std::function<void(std::span<const double>, std::size_t)>& each) {
    std::vector<double> block;
    for (std::int64_t at = 0; at < rows; at += kBlockRows) {
        const auto count = static_cast<std::size_t>(std::min(kBlockRows, rows - at));
        block.resize(subject.series->channels() * count);
        subject.series->read(first + at, count, block.data());
        each(block, count);
        progress.show(static_cast<double>(at) / static_cast<double>(rows));
        if (interrupted()) return false;
    }
    return true;
}

// The largest magnitudes, where the format needs them beforehand.
bool find_peaks(Subject& subject, signals::WriteFormat format, std::int64_t first,
                std::int64_t rows) {
    if (!signals::counts_in_steps(format)) return true;
    if (subject.whole_counts && format == signals::WriteFormat::binary32) {
        for (signals::WriteChannel& c : subject.channels) c.peak = 2'147'483'647.0;
        return true;
    }
    Progress progress{"looking for the largest values"};
    return for_each_block(subject, first, rows, progress,
                          [&](std::span<const double> values, std::size_t count) {
                              for (std::size_t c = 0; c < subject.channels.size(); ++c) {
                                  double& peak = subject.channels[c].peak;
                                  for (const double x : values.subspan(c * count, count)) {
                                      peak = std::max(peak, std::fabs(x));
                                  }
                              }
                          });
}

double begin_of(const RecordOptions& options, const Subject& subject) {
    if (options.from) return *options.from;
    const bool whole_record = subject.replay && !subject.replay->tape().plan().hold_only;
    if (whole_record) return subject.replay->tape().record_begin();
    return options.what == "currents" ? signals::kSettleSeconds : 0.0;
}

double seconds_of(const RecordOptions& options, const Subject& subject) {
    if (!options.duration.empty()) return parse_duration(options.duration);
    const bool whole_record = subject.replay && !subject.replay->tape().plan().hold_only;
    return whole_record ? subject.replay->record_seconds() : kDefaultSeconds;
}

int record(const RecordOptions& options) {
    catch_interrupts();
    Subject subject = subject_of(options);
    const double rate = subject.series->rate();
    const auto first = static_cast<std::int64_t>(std::llround(begin_of(options, subject) * rate));
    const std::int64_t rows =
        std::max<std::int64_t>(1, std::llround(seconds_of(options, subject) * rate));
    signals::WriteSpec spec;
    spec.format = format_of(options);
    spec.device = options.what;
    spec.rate = rate;
    spec.line_frequency = subject.scenario.installation.frequency;
    spec.rows = static_cast<std::uint64_t>(rows);
    if (!find_peaks(subject, spec.format, first, rows)) return kInterrupted;
    spec.channels = subject.channels;
    const auto writer = signals::create_capture(options.output, spec);
    Progress progress{"recording"};
    const bool done = for_each_block(
        subject, first, rows, progress,
        [&](std::span<const double> values, std::size_t count) { writer->write(values, count); });
    writer->finish();
    if (!done) return kInterrupted;
    progress.end();
    fmt::print(stderr, "{}: {} rows of {} channels at {:.10g} Hz, {:.6g} s from {:.6g} s on\n",
               options.output, rows, subject.channels.size(), rate,
               static_cast<double>(rows) / rate, static_cast<double>(first) / rate);
    return kOk;
}

}  // namespace

Action prepare_record(CLI::App& app) {
    auto options = std::make_shared<RecordOptions>();
    app.add_option("output", options->output,
                   "file to write: .cfg (with .dat beside it) or .cff for COMTRADE, .csv, .wav")
        ->required();
    auto* scenario =
        app.add_option("--scenario", options->scenario,
                       "meter and installation, a TOML file. Default: the healthy one");
    auto* replay = app.add_option("--replay", options->replay, "a recording to play, in its place");
    scenario->excludes(replay);
    add_replay_options(app, options->how);
    app.add_option(
           "--what", options->what,
           "terminals: voltages and currents, all at one instant; adc: the converter's raw "
           "counts, slot by slot; currents: voltages and integrated currents as the meter's "
           "metrology has them. Default: terminals")
        ->check(CLI::IsMember({"terminals", "adc", "currents"}));
    app.add_option("--rate", options->rate,
                   "of terminals, 1000 to 1000000 Hz; frames come at 2520.6 Hz. Default: 10000")
        ->check(CLI::Range(1'000.0, 1e6));
    app.add_option("--begin", options->from,
                   "s of simulated time before the first row. Default: 0; the record's beginning "
                   "with --replay; 6 s for currents, whose filters settle")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--for", options->duration,
                   "time to record. Default: 1s, or the whole record with --replay")
        ->check([](const std::string& text) -> std::string {
            try {
                parse_duration(text);
                return {};
            } catch (const std::exception& error) {
                return error.what();
            }
        });
    app.add_option(
           "--format", options->format,
           "comtrade-float32 (default), comtrade-binary32, comtrade-binary, comtrade-ascii, "
           "csv, wav. Default: by the extension")
        ->check(CLI::IsMember({"comtrade-float32", "comtrade-binary32", "comtrade-binary",
                               "comtrade-ascii", "csv", "wav"}));
    app.add_flag("--ideal", options->ideal, "without the converter's noise");
    return [options] { return record(*options); };
}

}  // namespace cli
