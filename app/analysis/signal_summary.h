// What a waveform is made of: harmonics, distortion, unbalance; of a recording or an installation.
#pragma once

#include <array>
#include <cstddef>

#include "signals/quality/quality_meter.h"
#include "signals/scenario/scenario.h"

namespace analysis {

struct SignalSummary {
    // rms of orders 0..40 of VA VB VC IA IB IC, V and A; NaN where it is not known.
    std::array<std::array<double, signals::kHighestOrder + 1>, signals::kQualityChannels>
        harmonic{};
    std::array<double, signals::kQualityChannels> thd{};  // percent of the fundamental
    double voltage_negative = 0.0;  // unbalance, percent of the positive sequence
    double voltage_zero = 0.0;
    double current_negative = 0.0;
    double current_zero = 0.0;
    double frequency = 0.0;   // Hz
    std::size_t windows = 0;  // of 10 or 12 cycles that were averaged; 0: closed form
};

// In closed form, as the terminals of this system type see it; volts on the PTs' primary side.
SignalSummary summary_of(const signals::Installation& installation,
                         const signals::MeterSettings& meter);

// Averages windows: harmonics as root of the mean square of their subgroups, unbalance and
// frequency as mean.
class SummaryAverage {
 public:
    void add(const signals::QualityWindow& window);
    [[nodiscard]] SignalSummary summary() const;
    [[nodiscard]] std::size_t windows() const { return sums_.windows; }

 private:
    SignalSummary sums_{};
};

}  // namespace analysis
