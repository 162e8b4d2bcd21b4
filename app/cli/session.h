// Drives a runner to the end of a `run` or `replay`: waits, shows progress, heeds signals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/bench/runner.h"
#include "app/cli/results.h"

namespace cli {

struct Session {
    std::optional<double> seconds;  // of simulated time; nothing: until interrupted
    double speed = 1.0;
    bool json = false;
};

// The caller has called catch_interrupts() before it opened a port or told of one.
// Starts the runner, waits for the end, stops it, and prints its results when `seconds` is given.
// Several meters come one after the other, in JSON as {"meters":[{"address":…, …},…]}. JSON also
// has {"line":{…}}: how busy the line was (line/ledger.h).
// Returns kOk; kInterrupted when a signal came before the end of `seconds`.
int run_session(bench::Runner& runner, const Session& session);

// Results of a meter of a runner that has stopped; `wall_seconds` is how long it ran.
Results results_of(const bench::Runner& runner, std::size_t meter, double wall_seconds);

}  // namespace cli
