// Why a meter's reading is not the truth: each cause's share of the error, found by leaving it out.
//
//   share of a cause = error of the twin with everything - error of the twin without that cause
//   arithmetic       = error of the firmware - error of the twin with everything
//   registers        = error of the float registers - error of the firmware's readings
//   not explained    = the rest: causes that act on each other's effects, and what no twin models
//
// Shares are percent of the same whole as the error itself (values.h), with sign.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/analysis/twin.h"
#include "app/analysis/values.h"

namespace analysis {

// What the meter said over the windows that are explained.
struct MeterSays {
    Values readings;                 // of the firmware, before any register rounds them
    Values registers;                // the float registers
    std::optional<Values> integers;  // the integer registers, where the meter has them
};

struct Explanation {
    const Quantity* quantity = nullptr;
    double meter = 0.0;  // float register, averaged
    double truth = 0.0;
    double error = 0.0;  // percent
    std::array<double, kCauses> share{};
    double not_explained = 0.0;
    std::optional<double> as_integer;  // percent, what the integer register adds to the error
};

// Quantities whose error is known; frequency is not explained and left out.
std::vector<Explanation> explain(const Twin& twin, const MeterSays& meter,
                                 const std::function<bool()>& cancelled = {});

// "IA reads 2.1 % high: aliasing +2.05 %, noise +0.04 %, not explained +0.01 %": shares of at
// least a twentieth of the largest, the largest first; empty when the error is below `least`.
std::string in_words(const Explanation& explanation, double least);

// The cause with the largest share.
Cause main_cause(const Explanation& explanation);

// Twin::values() was stopped by `cancelled`.
class Cancelled : public std::exception {
 public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace analysis
