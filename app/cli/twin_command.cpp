#include "app/cli/twin_command.h"

#include <fmt/core.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>

#include "app/cli/checked_by.h"
#include "app/cli/interrupt.h"
#include "app/cli/link_options.h"
#include "app/cli/poll_report.h"
#include "app/cli/port_options.h"
#include "app/cli/quantities.h"
#include "app/cli/twin_report.h"
#include "app/poll/csv.h"
#include "app/poll/poller.h"
#include "app/poll/takeover.h"
#include "core/registers/rules.h"
#include "signals/scenario/scenario_file.h"

namespace cli {
namespace {

constexpr double kSettlingSeconds = 8.0;  // of a twin, before anybody sees it

struct TwinOptions {
    LinkOptions link;
    PortOptions ports;
    std::string scenario;
    bool settings_only = false;
    bool watch = false;
    std::string period = "1s";
    std::optional<std::int64_t> count;
    bool json = false;
};

// Who the real meter is, and what of it can be had.
polling::Takeover read_real(const TwinOptions& options) {
    const polling::LinkSettings settings = link_settings(options.link);
    polling::Link link(settings);
    const polling::Sweep sweep = polling::sweep(link, polling::plan_of(polling::takeover_rows()));
    polling::Takeover takeover = polling::take_over(sweep, settings.target);
    if (options.settings_only) {
        takeover.installation = signals::Installation{};
        takeover.left_out.emplace_back("voltages, currents, angles: --settings-only");
    }
    fmt::print(stderr, "{}{}", cli::to_text(link.report_id()), cli::to_text(link.identification()));
    return takeover;
}

void tell(const polling::Takeover& takeover) {
    fmt::print(stderr, "not taken over:\n");
    for (const std::string& line : takeover.left_out) fmt::print(stderr, "  {}\n", line);
}

int write_scenario(polling::Takeover takeover, const std::string& path) {
    const std::string text = signals::to_toml(polling::scenario_of(takeover));
    tell(takeover);
    std::ofstream file(path, std::ios::binary);
    if (!(file << text && file.flush()))
        throw std::system_error(errno, std::generic_category(), path);
    fmt::print("{}: a scenario like the meter\n", path);
    return kOk;
}

std::unique_ptr<bench::Rig> twin_of(polling::Takeover& takeover) {
    polling::Takeover copy = takeover;  // scenario_of() tells of keys that matter to files only
    auto rig = std::make_unique<bench::Rig>(polling::scenario_of(copy));
    const meter::ConfigError broken = rig->configure(takeover.config);
    if (broken != meter::ConfigError::none) throw std::runtime_error(meter::describe(broken));
    rig->advance(frames_in(kSettlingSeconds));
    return rig;
}

class TwinComparison {
 public:
    TwinComparison(const TwinOptions& options, const bench::Runner& runner)
        : options_(options), runner_(runner) {}

    void show(const polling::Sweep& real) {
        for (const signals::Sentence& error : real.errors)
            fmt::print(stderr, "metertwin-cli: {}\n", error.in_english());
        if (!real.whole()) whole_ = false;
        const auto rows = side_by_side(real, runner_.view()->points);
        if (options_.json) {
            const nlohmann::ordered_json out{{"time", polling::iso_time(real.started)},
                                             {"registers", to_json(rows)}};
            fmt::print("{}\n", out.dump(repeats() ? -1 : 2));
        } else {
            fmt::print("{}\n{}", polling::iso_time(real.started), to_table(rows));
        }
        std::fflush(stdout);
    }

    [[nodiscard]] bool repeats() const { return options_.watch || options_.count; }
    [[nodiscard]] bool whole() const { return whole_; }

 private:
    const TwinOptions& options_;
    const bench::Runner& runner_;
    std::atomic<bool> whole_ = true;
};

polling::PollSettings poll_settings(const TwinOptions& options, bool repeats) {
    const double ns = 1e9 * parse_duration(options.period);
    polling::PollSettings settings{link_settings(options.link), polling::takeover_rows(),
                                   std::chrono::nanoseconds(static_cast<std::int64_t>(ns)),
                                   options.count};
    if (!repeats) settings.polls = 1;
    return settings;
}

int compare(const TwinOptions& options, bench::Runner& runner) {
    TwinComparison comparison(options, runner);
    polling::Poller poller(poll_settings(options, comparison.repeats()),
                           {[&](const polling::Sweep& real) { comparison.show(real); }, {}, {}});
    poller.start();
    bool ended = false;
    while (!ended && !interrupted()) ended = poller.wait_for(kLookAtSignals);
    poller.stop();
    const bool serves_on = !comparison.repeats() && options.ports.any();
    while (serves_on && !interrupted()) (void)runner.wait_for(kLookAtSignals);
    if (!ended && options.count) return kInterrupted;
    return comparison.whole() ? kOk : kFailure;
}

int run(const TwinOptions& options) {
    catch_interrupts();
    polling::Takeover takeover = read_real(options);
    if (!options.scenario.empty()) return write_scenario(takeover, options.scenario);
    tell(takeover);
    bench::Runner runner(twin_of(takeover));
    const std::array lines{takeover.config.line};
    open_ports(runner, options.ports, options.watch, lines, stderr);
    runner.start();
    const int code = compare(options, runner);
    runner.stop();
    return code;
}

}  // namespace

Action prepare_twin(CLI::App& app) {
    auto options = std::make_shared<TwinOptions>();
    add_link_options(app, options->link);
    add_port_options(app, options->ports);
    app.add_option("--scenario", options->scenario,
                   "write the settings and the installation to this file instead of starting a "
                   "twin; run --scenario starts it any time");
    app.add_flag("--settings-only", options->settings_only,
                 "not the present voltages, currents and angles: a healthy installation");
    app.add_flag(
        "--watch", options->watch,
        "compare again and again until interrupted. Without it once; with a port named the "
        "twin is served on until interrupted");
    app.add_option("--period", options->period, "of --watch")
        ->check(checked_by(parse_duration, "DURATION"))
        ->capture_default_str();
    app.add_option("--count", options->count, "comparisons, then end; implies --watch")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000'000}));
    app.add_flag("--json", options->json, "comparisons as JSON, with --watch one a line");
    return [options] { return run(*options); };
}

}  // namespace cli
