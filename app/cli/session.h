// Drives a runner to the end of a `run`: waits, shows progress, heeds signals.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/bench/runner.h"

namespace cli {

struct Session {
    std::optional<double> seconds;  // of simulated time; nothing: until interrupted
    double speed = 1.0;
};

// What is printed when the end was reached after so many seconds of wall time.
using Report = std::function<std::string(double wall_seconds)>;

// The caller has called catch_interrupts() before it opened a port or told of one.
// Starts the runner, waits for the end, stops it, and prints its report when `seconds` is given.
// Returns kOk; kInterrupted when a signal came before the end of `seconds` or of its report.
int run_session(bench::Runner& runner, const Session& session, const Report& report);

}  // namespace cli
