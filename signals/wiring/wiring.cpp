#include "signals/wiring/wiring.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace signals {

namespace {

constexpr Wiring::Matrix kA{{{1, 0, 0}, {0, 0, 0}, {0, 0, 0}}};
constexpr Wiring::Matrix kAB{{{1, 0, 0}, {0, 1, 0}, {0, 0, 0}}};
constexpr Wiring::Matrix kABC{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

constexpr std::array<double, 3> kThreePhase{0.0, -120.0, 120.0};
constexpr std::array<double, 3> kSplitPhase{0.0, 180.0, 0.0};

struct Row {
    int system_type;
    Wiring wiring;
    std::array<double, 3> voltage_angles;
};

constexpr std::array<Row, 5> kRows{{
    {10, {kA, kA}, kThreePhase},
    {11, {kAB, kA}, kSplitPhase},
    {12, {kAB, kAB}, kSplitPhase},
    {31, {kABC, kABC}, kThreePhase},
    {40, {kABC, kABC}, kThreePhase},
}};

const Row& row_of(int system_type) {
    const auto* row = std::find_if(kRows.begin(), kRows.end(),
                                   [&](const Row& r) { return r.system_type == system_type; });
    if (row == kRows.end()) {
        throw std::invalid_argument("system type is " + std::to_string(system_type) +
                                    ", allowed is 10, 11, 12, 31 or 40");
    }
    return *row;
}

ThreePhasors multiply(const Wiring::Matrix& matrix, const ThreePhasors& in) {
    ThreePhasors out{};
    for (std::size_t x = 0; x < 3; ++x) {
        for (std::size_t y = 0; y < 3; ++y) out[x] += matrix[x][y] * in[y];
    }
    return out;
}

}  // namespace

Wiring wiring_of(int system_type) { return row_of(system_type).wiring; }

std::array<double, 3> default_voltage_angles(int system_type) {
    return row_of(system_type).voltage_angles;
}

std::vector<OrderPhasors> at_terminals(const std::vector<OrderPhasors>& installation,
                                       const Wiring& wiring) {
    std::vector<OrderPhasors> out;
    out.reserve(installation.size());
    for (const OrderPhasors& in : installation) {
        out.push_back({.order = in.order,
                       .voltage = multiply(wiring.voltage, in.voltage),
                       .current = multiply(wiring.current, in.current)});
    }
    return out;
}

}  // namespace signals
