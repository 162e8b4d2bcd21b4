#include "app/cli/poll_command.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/cli/checked_by.h"
#include "app/cli/interrupt.h"
#include "app/cli/link_options.h"
#include "app/cli/poll_log.h"
#include "app/cli/poll_report.h"
#include "app/cli/poll_write.h"
#include "app/cli/quantities.h"
#include "app/poll/csv.h"
#include "app/poll/poller.h"

namespace cli {
namespace {

using polling::Form;

constexpr std::array<const char*, 3> kForms{"as-named", "integer", "float"};

struct PollOptions {
    LinkOptions link;
    std::vector<std::string> points;
    std::string form = kForms[0];
    std::vector<std::string> writes;
    bool identify = false;
    bool watch = false;
    std::string period = "1s";
    std::optional<std::int64_t> count;
    std::string csv;
    bool json = false;
};

polling::Rows rows_of(const PollOptions& options) {
    const auto form = std::find(kForms.begin(), kForms.end(), options.form) - kForms.begin();
    if (options.points.empty()) return polling::select(std::array<std::string, 1>{"floats"});
    return polling::select(options.points, static_cast<Form>(form));
}

bool polls(const PollOptions& options) {
    return !options.points.empty() || options.watch || options.count ||
           (!options.identify && options.writes.empty());
}

bool repeats(const PollOptions& options) { return options.watch || options.count.has_value(); }

// Prints sweeps as they come; on a terminal each table over the one before.
class SweepPrinter {
 public:
    explicit SweepPrinter(const PollOptions& options)
        : options_(options), redraws_(repeats(options) && ::isatty(STDOUT_FILENO) != 0) {}

    void show(const polling::Sweep& sweep) {
        const bool table = !options_.json && options_.csv != "-";
        if (options_.json) fmt::print("{}\n", to_json(sweep).dump(repeats(options_) ? -1 : 2));
        if (table) show_table(sweep);
        for (const signals::Sentence& error : sweep.errors)
            fmt::print(stderr, "metertwin-cli: {}\n", error.in_english());
        std::fflush(stdout);
    }

 private:
    void show_table(const polling::Sweep& sweep) {
        std::string text = repeats(options_) ? polling::iso_time(sweep.started) + "\n" : "";
        text += to_table(sweep);
        if (redraws_ && lines_ > 0) fmt::print("\x1b[{}A\x1b[J", lines_);
        fmt::print("{}", text);
        lines_ = sweep.whole() ? std::count(text.begin(), text.end(), '\n') : 0;
    }

    const PollOptions& options_;
    const bool redraws_;
    std::ptrdiff_t lines_ = 0;  // to go back over
};

void identify(polling::Link& link, const PollOptions& options) {
    const polling::ReportId id = link.report_id();
    const polling::DeviceIdentification objects = link.identification();
    if (!options.json) return fmt::print("{}{}", to_text(id), to_text(objects));
    const nlohmann::ordered_json both{{"report_id", to_json(id)},
                                      {"identification", to_json(objects)}};
    fmt::print("{}\n", both.dump(repeats(options) ? -1 : 2));
}

void ask_first(const PollOptions& options) {
    if (!options.identify && options.writes.empty()) return;
    polling::Link link(link_settings(options.link));
    if (options.identify) identify(link, options);
    for (const std::string& text : options.writes)
        fmt::print(options.json ? stderr : stdout, "{}",
                   write_and_read_back(link, parse_write(text)));
    std::fflush(stdout);
}

void tell(const polling::Statistics& statistics, const PollOptions& options) {
    if (!repeats(options)) return;
    if (options.json)
        fmt::print("{}\n", nlohmann::ordered_json{{"statistics", to_json(statistics)}}.dump());
    else
        fmt::print(stderr, "{}", to_text(statistics));
}

// What the listener on the poller's thread has found.
struct Outcome {
    std::atomic<bool> whole = true;
    std::mutex mutex;
    std::string broken;
};

polling::PollSettings poll_settings(const PollOptions& options, const polling::Rows& rows) {
    const double ns = 1e9 * parse_duration(options.period);
    polling::PollSettings settings{link_settings(options.link), rows,
                                   std::chrono::nanoseconds(static_cast<std::int64_t>(ns)),
                                   options.count};
    if (!repeats(options)) settings.polls = 1;
    return settings;
}

int poll(const PollOptions& options) {
    const polling::Rows rows = rows_of(options);
    std::optional<PollLog> log;
    if (!options.csv.empty()) log.emplace(options.csv, rows);
    SweepPrinter printer(options);
    Outcome outcome;
    polling::Listener listener;
    listener.swept = [&](const polling::Sweep& sweep) {
        printer.show(sweep);
        if (log) log->add(sweep);
        if (!sweep.whole()) outcome.whole = false;
    };
    listener.broken = [&](const std::string& why) {
        const std::lock_guard lock(outcome.mutex);
        outcome.broken = why;
    };
    polling::Poller poller(poll_settings(options, rows), listener);
    poller.start();
    bool ended = false;
    while (!ended && !interrupted()) ended = poller.wait_for(kLookAtSignals);
    poller.stop();
    tell(poller.statistics(), options);
    if (!outcome.broken.empty()) throw std::runtime_error(outcome.broken);
    if (!ended && (options.count || !options.watch)) return kInterrupted;
    return outcome.whole ? kOk : kFailure;
}

int run(const PollOptions& options) {
    catch_interrupts();
    ask_first(options);
    return polls(options) ? poll(options) : kOk;
}

}  // namespace

Action prepare_poll(CLI::App& app) {
    auto options = std::make_shared<PollOptions>();
    add_link_options(app, options->link);
    app.add_option("POINT", options->points,
                   "registers: names, also with * and ?, numbers, ranges like 1-52, and all, "
                   "integers, config, floats, identity, settings, scales, energies, demands. "
                   "Default: floats")
        ->check(checked_by([](const std::string& text) { (void)polling::select(std::array{text}); },
                           ""));
    app.add_option("--form", options->form,
                   "of points that exist as integer and as float: as-named, integer or float")
        ->check(CLI::IsMember(kForms))
        ->capture_default_str();
    app.add_option("--write", options->writes,
                   "NAME=VALUE writes a setting, in the units that poll shows, and reads it back; "
                   "before anything is polled, in this order. May be given more than once")
        ->allow_extra_args(false)
        ->check(checked_by(parse_write, "NAME=VALUE"));
    app.add_flag("--identify", options->identify,
                 "ask who it is: functions 11 and 2B/0E. Polls only if points are named");
    app.add_flag("--watch", options->watch, "poll again and again until interrupted");
    app.add_option("--period", options->period, "of --watch, counted from the start")
        ->check(checked_by(parse_duration, "DURATION"))
        ->capture_default_str();
    app.add_option("--count", options->count, "polls, then end; implies --watch")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000'000}));
    app.add_option("--csv", options->csv,
                   "log to this file, one line a poll; an existing file with the same columns is "
                   "continued. - prints it instead of a table");
    app.add_flag(
        "--json", options->json,
        "readings as JSON; with --watch one object a line, the last one {\"statistics\":…}");
    return [options] { return run(*options); };
}

}  // namespace cli
