#include "signals/replay/steadiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace signals {
namespace {

std::vector<Truth> cycle_by_cycle(const RecordSums& sums, double duration, double frequency) {
    std::vector<Truth> out;
    const auto count = static_cast<std::size_t>(duration * frequency + 1e-6);
    for (std::size_t k = 0; k < count; ++k) {
        out.push_back(
            sums.over(static_cast<double>(k) / frequency, static_cast<double>(k + 1) / frequency)
                .truth());
    }
    return out;
}

struct Kind {
    char letter;
    const char* unit;
    double (*value)(const Truth&, std::size_t);
    double (*scale)(const Truth&, std::size_t);  // what a share is a share of
};

double voltage(const Truth& t, std::size_t x) { return t.voltage_ln[x]; }
double current(const Truth& t, std::size_t x) { return t.current[x]; }
double real(const Truth& t, std::size_t x) { return t.power[x].real_w; }
double apparent(const Truth& t, std::size_t x) { return t.power[x].apparent_va; }

// clang-format off
constexpr Kind kKinds[] = {
    {'V', "V", voltage, voltage},
    {'I', "A", current, current},
    {'P', "W", real,    apparent},
};
// clang-format on

// The change in words: what it was before the first cycle that is off, and the value that is
// farthest from that.
std::string change(const std::vector<double>& values, double tolerance, double frequency,
                   const std::string& name, const char* unit) {
    const auto off = std::find_if(values.begin(), values.end(), [&](double v) {
        return std::fabs(v - values.front()) > tolerance;
    });
    const auto farthest = std::max_element(values.begin(), values.end(), [&](double a, double b) {
        return std::fabs(a - values.front()) < std::fabs(b - values.front());
    });
    if (off == values.end()) return fmt::format("{} drifts", name);
    return fmt::format("{} changes from {:.4g} {} to {:.4g} {}, beginning at {:.3g} s", name,
                       values.front(), unit, *farthest, unit,
                       static_cast<double>(off - values.begin()) / frequency);
}

Steadiness judge(const Kind& kind, std::size_t phase, const std::vector<Truth>& cycles,
                 const Truth& whole, double frequency) {
    Steadiness out;
    out.quantity = {kind.letter, static_cast<char>('A' + static_cast<char>(phase))};
    std::vector<double> values;
    for (const Truth& cycle : cycles) values.push_back(kind.value(cycle, phase));
    if (values.empty()) return out;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    out.least = *least;
    out.most = *most;
    const double mean = kind.value(whole, phase);
    const double tolerance = kSteadyShare * std::fabs(kind.scale(whole, phase));
    out.steady = *most - mean <= tolerance && mean - *least <= tolerance;
    if (!out.steady)
        out.explanation = change(values, tolerance, frequency, out.quantity, kind.unit);
    return out;
}

bool like_first(const std::vector<Truth>& cycles, std::size_t k,
                double (*value)(const Truth&, std::size_t)) {
    double strongest = 0.0;
    for (std::size_t x = 0; x < 3; ++x) strongest = std::max(strongest, value(cycles[0], x));
    for (std::size_t x = 0; x < 3; ++x) {
        const double first = value(cycles[0], x);
        if (first < 0.01 * strongest) continue;
        if (std::fabs(value(cycles[k], x) - first) > kSteadyShare * first) return false;
    }
    return true;
}

}  // namespace

std::vector<Steadiness> steadiness(const RecordSums& sums, double duration, double frequency) {
    const std::vector<Truth> cycles = cycle_by_cycle(sums, duration, frequency);
    const Truth whole = sums.over(0.0, duration).truth();
    std::vector<Steadiness> out;
    for (const Kind& kind : kKinds) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            out.push_back(judge(kind, phase, cycles, whole, frequency));
        }
    }
    return out;
}

int steady_cycles(const RecordSums& sums, double duration, double frequency, int most) {
    const std::vector<Truth> cycles = cycle_by_cycle(sums, duration, frequency);
    std::size_t count = std::min<std::size_t>(1, cycles.size());
    while (count < cycles.size() && count < static_cast<std::size_t>(most) &&
           like_first(cycles, count, voltage) && like_first(cycles, count, current)) {
        ++count;
    }
    return std::max(1, static_cast<int>(count));
}

}  // namespace signals
