// The quantities that a recording, an installation and a meter are compared by: one row each.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/metrology/readings.h"
#include "signals/truth/truth.h"

namespace analysis {

// What is measured; everything else follows from it. V, A, W (signed), var (signed, > 0 when the
// current lags), VA of each phase against the voltage that forms its power. NaN: the system type
// has no such point.
struct Values {
    std::array<double, 3> volts{};
    std::array<double, 3> amps{};
    std::array<double, 3> watts{};
    std::array<double, 3> vars{};
    std::array<double, 3> vas{};
    double hertz = 0.0;
};

Values values_of(const meter::Readings& readings);
Values values_of(const signals::Truth& truth);

// A row of every table: VA VB VC IA IB IC PA PB PC QA QB QC SA SB SC PFA PFB PFC P Q S PF F.
// P, Q, S and PF of the system are formed as the meter's registers form them (docs/design.md).
struct Quantity {
    const char* name;
    const char* unit;
    const char* label;
    double (*of)(const Values&);
    double (*whole)(const Values&);  // 100 % of its error, of the truth
};
std::span<const Quantity> quantities();
inline constexpr std::size_t kQuantities = 23;

// Number of a quantity by name; kQuantities when there is none.
std::size_t find_quantity(std::string_view name);

// (measured - truth) / whole in percent; P and Q of the true S of the same phase or of the total,
// a power factor of 1. Nothing where that is zero or not known.
std::optional<double> error_percent(const Quantity& quantity, const Values& measured,
                                    const Values& truth);

// Averages windows as their sum would have been one: V and I as root of the mean square, powers
// and frequency as mean, each window by its length.
class Average {
 public:
    void add(const Values& window, double frames);
    [[nodiscard]] Values values() const;  // NaN when nothing was added
    [[nodiscard]] double frames() const { return frames_; }

 private:
    Values sums_{};
    double frames_ = 0.0;
};

}  // namespace analysis
