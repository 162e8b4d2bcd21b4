#include "app/cli/typetest_command.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/cli/interrupt.h"
#include "app/typetest/report_html.h"
#include "app/typetest/report_json.h"
#include "app/typetest/report_text.h"
#include "app/typetest/type_test.h"
#include "signals/scenario/scenario_file.h"

namespace cli {
namespace {

struct TypetestOptions {
    std::string accuracy = "0.5S";
    std::string report;
    std::string scenario;
    double voltage = 277.0;
    double frequency = 60.0;
    int ct_primary = 100;
    int jobs = 1;
    std::uint64_t seed = 1;
    bool ideal = false;
    bool uncalibrated = false;
    bool json = false;
};

typetest::Setup setup_of(const TypetestOptions& options) {
    typetest::Setup setup;
    if (options.accuracy == "0.2S") setup.accuracy = typetest::AccuracyClass::s02;
    setup.voltage = options.voltage;
    setup.frequency = options.frequency;
    setup.ct_primary = options.ct_primary;
    setup.calibrate = !options.uncalibrated && !options.ideal;
    setup.front_end = typetest::delivered_front_end(options.seed);
    if (!options.scenario.empty())
        setup.front_end = signals::read_scenario(options.scenario).front_end;
    if (options.ideal) setup.front_end = typetest::ideal_front_end();
    return setup;
}

typetest::Watch watch() {
    typetest::Watch out;
    out.cancelled = interrupted;
    if (::isatty(STDERR_FILENO) == 1) {
        out.progress = [](int done, int of) {
            fmt::print(stderr, "\r{} of {} points{}", done, of, done == of ? "\n" : "");
        };
    }
    return out;
}

// Opened before the test, so that a path that cannot be written is not found out at its end.
std::ofstream open_report(const std::string& path) {
    std::ofstream file(path);
    if (!file)
        throw std::runtime_error(fmt::format("{}: cannot write: {}", path, std::strerror(errno)));
    return file;
}

int run(const TypetestOptions& options) {
    catch_interrupts();
    std::ofstream file;
    if (!options.report.empty()) file = open_report(options.report);
    const auto start = std::chrono::steady_clock::now();
    typetest::Report report;
    try {
        report = typetest::run_type_test(setup_of(options), options.jobs, watch());
    } catch (const typetest::Cancelled&) {
        return without_results();
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    if (file.is_open() && !(file << typetest::to_html(report) << std::flush))
        throw std::runtime_error(options.report + ": cannot write");
    if (options.json) {
        nlohmann::ordered_json out = typetest::to_json(report);
        out["wall_seconds"] = wall.count();
        fmt::print("{}\n", out.dump(2));
    } else {
        fmt::print("{}{:.0f} s simulated in {:.1f} s\n", typetest::to_text(report),
                   report.simulated_seconds, wall.count());
    }
    return report.pass() ? kOk : kFailure;
}

}  // namespace

Action prepare_typetest(CLI::App& app) {
    auto options = std::make_shared<TypetestOptions>();
    app.add_option("--class", options->accuracy, "limits to model against: 0.5S or 0.2S")
        ->check(CLI::IsMember(std::vector<std::string>{"0.5S", "0.2S"}))
        ->capture_default_str();
    app.add_option("--report", options->report, "write a report there, one HTML file");
    app.add_option("--voltage", options->voltage, "Un, line to neutral, V")
        ->check(CLI::Range(50.0, 380.0))
        ->capture_default_str();
    app.add_option("--frequency", options->frequency, "nominal, Hz")
        ->check(CLI::IsMember(std::vector<double>{50.0, 60.0}))
        ->capture_default_str();
    app.add_option("--ct-primary", options->ct_primary, "In, A")
        ->check(CLI::Range(5, 5'000))
        ->capture_default_str();
    app.add_option("--seed", options->seed, "of the noise")->capture_default_str();
    app.add_option("--jobs", options->jobs, "points at a time")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    auto* ideal =
        app.add_flag("--ideal", options->ideal, "switch every error of the analog front end off");
    app.add_option("--scenario", options->scenario,
                   "take the front end from this TOML file (and nothing else)")
        ->excludes(ideal);
    app.add_flag("--uncalibrated", options->uncalibrated,
                 "leave the meter as it is before the factory's calibration");
    app.add_flag("--json", options->json, "results as JSON");
    return [options] { return run(*options); };
}

}  // namespace cli
