#include "app/cli/calibrate_command.h"

#include <fmt/core.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/bench/calibrator.h"
#include "app/typetest/report_json.h"
#include "signals/scenario/scenario_file.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

struct CalibrateOptions {
    std::string scenario;
    bool json = false;
};

struct ErrorColumn {
    const char* name;
    double bench::PhaseErrors::*value;
};

constexpr std::array<ErrorColumn, 5> kErrors{{
    {"voltage", &bench::PhaseErrors::voltage},
    {"energy_0", &bench::PhaseErrors::energy_0},
    {"energy_60", &bench::PhaseErrors::energy_60},
    {"energy_low", &bench::PhaseErrors::energy_low},
    {"current_low", &bench::PhaseErrors::current_low},
}};

ordered_json errors_json(const bench::Errors& errors) {
    ordered_json out = ordered_json::array();
    for (const bench::PhaseErrors& phase : errors) {
        ordered_json row = ordered_json::object();
        for (const ErrorColumn& column : kErrors) row[column.name] = phase.*column.value;
        out.push_back(row);
    }
    return out;
}

void print_errors(const char* title, const bench::Errors& errors) {
    fmt::print("{}\n", title);
    for (std::size_t p = 0; p < 3; ++p) {
        fmt::print("  {}", "ABC"[p]);
        for (const ErrorColumn& column : kErrors)
            fmt::print("  {:>11.4f} %", errors[p].*column.value);
        fmt::print("\n");
    }
}

void print_text(const bench::CalibrationLoad& load, const meter::Calibration& calibration,
                const bench::Errors& before, const bench::Errors& after) {
    fmt::print("Calibration at {:g} V, {:g} A and {:g} A, {:g} Hz\n", load.voltage, load.current,
               load.low_current, load.frequency);
    fmt::print("  phase  voltage gain  current gain   PHADJ  pick-up  power offset  noise\n");
    for (std::size_t p = 0; p < 3; ++p) {
        const meter::PhaseCalibration& c = calibration.phase[p];
        fmt::print("  {}      {:12.6f}  {:12.6f}  {:6}  {:7}  {:12}  {:5}\n", "ABC"[p],
                   c.voltage_gain / 16'777'216.0, c.current_gain / 16'777'216.0, c.phase_adjust,
                   c.voltage_pickup, c.power_offset, c.current_offset_q8);
    }
    fmt::print("Errors:      voltage     energy, 0     energy, 60    energy, low  current, low\n");
    print_errors("before", before);
    print_errors("after", after);
}

int run(const CalibrateOptions& options) {
    signals::Scenario scenario;
    if (!options.scenario.empty()) scenario = signals::read_scenario(options.scenario);
    const bench::CalibrationLoad load =
        bench::calibration_load(scenario.meter.ct_primary, 277.0, scenario.installation.frequency);
    const meter::Calibration calibration = bench::calibrate(scenario.front_end, load);
    const bench::Errors before = bench::measure_errors(scenario.front_end, load, {});
    const bench::Errors after = bench::measure_errors(scenario.front_end, load, calibration);
    if (!options.json) {
        print_text(load, calibration, before, after);
        return kOk;
    }
    const ordered_json out{{"load",
                            {{"ct_primary", load.ct_primary},
                             {"voltage", load.voltage},
                             {"current", load.current},
                             {"low_current", load.low_current},
                             {"frequency", load.frequency}}},
                           {"calibration", typetest::to_json(calibration)},
                           {"before_percent", errors_json(before)},
                           {"residual_percent", errors_json(after)}};
    fmt::print("{}\n", out.dump(2));
    return kOk;
}

}  // namespace

Action prepare_calibrate(CLI::App& app) {
    auto options = std::make_shared<CalibrateOptions>();
    app.add_option("--scenario", options->scenario,
                   "front end, CT primary and frequency from this TOML file. The load is the "
                   "calibration's own: 277 V, In and 2 % of In");
    app.add_flag("--json", options->json, "results as JSON");
    return [options] { return run(*options); };
}

}  // namespace cli
