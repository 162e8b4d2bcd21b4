// Runs the test matrix on a simulated meter: modelled against the limits of IEC 62053-22 (active
// energy) and IEC 62053-23 (reactive energy). It certifies nothing (metrology.md 7.4).
//
// Every point is a meter of its own, from power-up: points can run side by side, and the results do
// not depend on how many do. Truth is the closed form of what is synthesized, never samples.
#pragma once

#include <functional>
#include <stdexcept>
#include <vector>

#include "app/typetest/point.h"
#include "core/metrology/calibration.h"
#include "signals/scenario/scenario.h"

namespace typetest {

struct Setup {
    AccuracyClass accuracy = AccuracyClass::s05;
    int ct_primary = 100;    // A: In
    double voltage = 277.0;  // V: Un, line to neutral, system type 40
    double frequency = 60.0;
    signals::FrontEndSettings front_end;
    bool calibrate = true;  // by bench::calibrate() at In and Un; else the factory's default
};

// A front end as it is delivered, before calibration: gains up to 1 %, rope phases up to 0.2
// degrees, offsets, chop, noise of 0.5 uV (values decided; metrology.md 2.2 gives the kinds).
// Ropes with more phase error are taken back by the calibration at its own frequency only.
signals::FrontEndSettings delivered_front_end(std::uint64_t seed);
// Nothing but the converter's whole steps.
signals::FrontEndSettings ideal_front_end();

struct Cancelled : std::runtime_error {
    Cancelled() : std::runtime_error("cancelled") {}
};

struct Watch {
    std::function<bool()> cancelled;         // asked from all threads; may be empty
    std::function<void(int, int)> progress;  // points done, of; called from one thread at a time
};

struct Report {
    Setup setup;
    meter::Calibration calibration;
    std::vector<Result> results;
    std::uint64_t digest = 0;  // of all points' meters
    double simulated_seconds = 0.0;

    [[nodiscard]] bool pass() const;
    [[nodiscard]] const Result* worst() const;  // nearest to its limit in percent
};

// Throws std::invalid_argument when the setup cannot be, std::runtime_error when it cannot be
// calibrated, Cancelled.
Report run_type_test(const Setup& setup, int jobs = 1, const Watch& watch = {});

}  // namespace typetest
