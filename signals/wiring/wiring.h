// From the installation to the meter's terminals.
//
//   terminal x = sum over y of matrix[x][y] * conductor y
//
// A row of zeros is a terminal with nothing on it; exchanged rows are swapped leads and a row of
// the opposite sign is a reversed rope. The neutral conductor carries the sum of the currents that
// pass the meter's ropes.
#pragma once

#include <array>
#include <vector>

#include "signals/wiring/phasors.h"

namespace signals {

struct Wiring {
    using Matrix = std::array<std::array<double, 3>, 3>;  // [terminal][conductor]

    Matrix voltage{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    Matrix current{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

    bool operator==(const Wiring&) const = default;
};

// Correct wiring of a system type (meter.md 2, voltage inputs and CTs). In type 11 the rope is on
// A alone. Throws std::invalid_argument when there is no such system type.
Wiring wiring_of(int system_type);

// Angles that belong to a system type, degrees: 120 apart with three phases (types 10, 31, 40),
// A and B opposite each other on a split phase (types 11 and 12; inferred).
// Throws std::invalid_argument when there is no such system type.
std::array<double, 3> default_voltage_angles(int system_type);

std::vector<OrderPhasors> at_terminals(const std::vector<OrderPhasors>& installation,
                                       const Wiring& wiring);

}  // namespace signals
