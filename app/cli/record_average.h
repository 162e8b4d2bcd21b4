// The meter's readings against a recording's own values, over the same reading windows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/metrology/readings.h"
#include "signals/truth/truth.h"

namespace cli {

// What is compared: VA VB VC IA IB IC PA PB PC, in V, A and W (P with its sign).
inline constexpr std::size_t kCompared = 9;
using Compared = std::array<double, kCompared>;
extern const std::array<const char*, kCompared> kComparedNames;
extern const std::array<const char*, kCompared> kComparedUnits;

Compared compared(const meter::Readings& readings);
Compared compared(const signals::Truth& truth);

// Errors in percent of the truth; of the true apparent power for P. Nothing where that is zero.
using Errors = std::array<std::optional<double>, kCompared>;
Errors errors_percent(const Compared& meter, const Compared& truth);

// Averages windows as their sum would have been one: V and I as root of the mean square, P as
// mean, each window by its length.
class WindowAverage {
 public:
    void add(const Compared& window, double frames);
    [[nodiscard]] Compared average() const;  // NaN when nothing was added
    [[nodiscard]] double frames() const { return frames_; }

 private:
    Compared sums_{};
    double frames_ = 0.0;
};

}  // namespace cli
