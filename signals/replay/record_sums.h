// What the recording itself says, over any stretch of it: running sums of the record's own
// samples, so that every interval costs the same.
//
// V, I and P are taken from the samples as they are (true rms, DC and everything above 1260 Hz
// included). Q is the mean of i times the voltage turned back by 90 degrees (481-tap Hilbert FIR
// on the played series, all orders alike: Budeanu's Q); positive when the current lags.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "signals/replay/cycles.h"
#include "signals/resample/series.h"
#include "signals/truth/truth.h"

namespace signals {

// Integrals over time of what a truth is made of; add up stretches, then read the truth.
struct TruthIntegrals {
    double seconds = 0.0;
    std::array<double, 3> voltage_ln{};  // V^2 s
    std::array<double, 3> voltage_ll{};  // V^2 s
    std::array<double, 3> current{};     // A^2 s
    std::array<double, 3> real{};        // W s
    std::array<double, 3> reactive{};    // var s
    double turns = 0.0;                  // cycles of V(A); NaN while it is lost

    TruthIntegrals& operator+=(const TruthIntegrals& other);
    // NaN everywhere when no time has passed.
    [[nodiscard]] Truth truth() const;
};

class RecordSums {
 public:
    // `record`: six channels (aligned.h), V and A. `played`: the same channels as
    // they are played, beginning before the record and ending after it.
    RecordSums(const Series& record, const Series& played, double frequency);

    // From t0 to t1, s of record time, 0 <= t0 <= t1 <= record.duration(); each row counts for
    // half a spacing on either side of it, so over(0, record.duration()) is all rows, each once.
    [[nodiscard]] TruthIntegrals over(double t0, double t1) const;

    // Signed means of the channels over the whole record: its DC part.
    [[nodiscard]] const std::array<double, 6>& means() const { return means_; }

 private:
    class Running {
     public:
        Running() = default;
        Running(std::vector<double> values, double rate, double start);
        [[nodiscard]] double between(double t0, double t1) const;

     private:
        [[nodiscard]] double upto(double t) const;
        std::vector<double> sums_;  // sums_[k]: of the first k values
        double rate_ = 1.0;
        double start_ = 0.0;
    };

    std::array<Running, 3> voltage_ln_, voltage_ll_, current_, real_, reactive_;
    std::array<double, 6> means_{};
    PhaseTrack phase_;
    double phase_start_ = 0.0;
};

}  // namespace signals
