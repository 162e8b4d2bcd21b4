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

#include "signals/replay/aligned.h"
#include "signals/replay/running_sums.h"
#include "signals/resample/sampled.h"
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
    // `record`: six channels, V and A. `played`: the same channels as they are played. Both must
    // outlive this, and are read when sums are asked for.
    RecordSums(AlignedRecord& record, Sampled& played, double frequency);

    // From t0 to t1, s of record time, 0 <= t0 <= t1 <= record.duration(); each row counts for
    // half a spacing on either side of it, so over(0, record.duration()) is all rows, each once.
    [[nodiscard]] TruthIntegrals over(double t0, double t1);
    // The same without what the played series is needed for: reactive and turns stay 0.
    [[nodiscard]] TruthIntegrals over_rows(double t0, double t1);

    // over(0, duration()), worked out once. Who walks over the played series anyway tells how far
    // it is, t in s, and spares a long record a walk of its own.
    void walk_to(double t);
    [[nodiscard]] const TruthIntegrals& whole();

    // Signed means of the channels over the whole record: its DC part.
    [[nodiscard]] std::array<double, 6> means();
    [[nodiscard]] double duration() const { return duration_; }

 private:
    static constexpr std::size_t kPerRow = 18;  // V^2, VLL^2, I^2, VI of three phases; six means

    void row_values(std::int64_t first, std::size_t count, double* out);
    void reactive_values(std::int64_t first, std::size_t count, double* out);
    [[nodiscard]] std::array<double, kPerRow> rows_between(double t0, double t1);

    AlignedRecord& record_;
    Sampled& played_;
    double frequency_;
    double duration_;
    double strongest_;             // peak of V(A)'s fundamental that counts as full, V
    std::vector<double> scratch_;  // what sums are made of
    RunningSums rows_;
    RunningSums reactive_;  // from played sample 0 on, which is the record's start
    TruthIntegrals whole_;  // of what was walked over
    double walked_ = 0.0;   // s
};

}  // namespace signals
