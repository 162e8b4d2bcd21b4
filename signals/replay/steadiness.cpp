#include "signals/replay/steadiness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace signals {
namespace {

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

// One quantity from cycle to cycle.
struct Walk {
    const Kind* kind = nullptr;
    std::size_t phase = 0;
    double tolerance = 0.0;
    double mean = 0.0;
    double first = 0.0;
    double least = 0.0;
    double most = 0.0;
    double farthest = 0.0;        // from the first
    std::int64_t first_off = -1;  // cycle

    void step(std::int64_t cycle, double value) {
        if (cycle == 0) first = least = most = farthest = value;
        least = std::min(least, value);
        most = std::max(most, value);
        const double distance = std::fabs(value - first);
        if (distance > std::fabs(farthest - first)) farthest = value;
        if (first_off < 0 && distance > tolerance) first_off = cycle;
    }

    [[nodiscard]] Steadiness result(double frequency) const {
        Steadiness out;
        out.quantity = {kind->letter, static_cast<char>('A' + static_cast<char>(phase))};
        out.least = least;
        out.most = most;
        out.steady = most - mean <= tolerance && mean - least <= tolerance;
        if (!out.steady) out.explanation = change(out.quantity, frequency);
        return out;
    }

    // What it was before the first cycle that is off, and the value that is farthest from that.
    [[nodiscard]] std::string change(const std::string& name, double frequency) const {
        if (first_off < 0) return fmt::format("{} drifts", name);
        return fmt::format("{} changes from {:.4g} {} to {:.4g} {}, beginning at {:.3g} s", name,
                           first, kind->unit, farthest, kind->unit,
                           static_cast<double>(first_off) / frequency);
    }
};

std::vector<Walk> walks(const Truth& whole) {
    std::vector<Walk> out;
    for (const Kind& kind : kKinds) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            Walk walk;
            walk.kind = &kind;
            walk.phase = phase;
            walk.mean = kind.value(whole, phase);
            walk.tolerance = kSteadyShare * std::fabs(kind.scale(whole, phase));
            out.push_back(walk);
        }
    }
    return out;
}

bool like(const Truth& cycle, const Truth& first, double (*value)(const Truth&, std::size_t)) {
    double strongest = 0.0;
    for (std::size_t x = 0; x < 3; ++x) strongest = std::max(strongest, value(first, x));
    for (std::size_t x = 0; x < 3; ++x) {
        const double before = value(first, x);
        if (before < 0.01 * strongest) continue;
        if (std::fabs(value(cycle, x) - before) > kSteadyShare * before) return false;
    }
    return true;
}

}  // namespace

Survey survey(RecordSums& sums, double frequency) {
    Survey out;
    std::vector<Walk> all = walks(sums.over_rows(0.0, sums.duration()).truth());
    const auto cycles = static_cast<std::int64_t>(sums.duration() * frequency + 1e-6);
    for (std::int64_t k = 0; k < cycles; ++k) {
        const Truth cycle = sums.over_rows(static_cast<double>(k) / frequency,
                                           static_cast<double>(k + 1) / frequency)
                                .truth();
        for (Walk& walk : all) walk.step(k, walk.kind->value(cycle, walk.phase));
        for (std::size_t x = 0; x < 3; ++x) {
            out.strongest_volts = std::max(out.strongest_volts, cycle.voltage_ln[x]);
            out.strongest_amps = std::max(out.strongest_amps, cycle.current[x]);
        }
    }
    for (const Walk& walk : all) out.steadiness.push_back(walk.result(frequency));
    return out;
}

int steady_cycles(RecordSums& sums, double begin, bool backwards, double frequency, int most) {
    const double cycle = 1.0 / frequency;
    const double end = sums.duration() + 1e-6 * cycle;
    Truth first;
    int count = 0;
    for (; count < most; ++count) {
        const double at = backwards ? begin - (count + 1) * cycle : begin + count * cycle;
        if (at < -1e-6 * cycle || at + cycle > end) break;
        const Truth here =
            sums.over_rows(std::max(0.0, at), std::min(at + cycle, sums.duration())).truth();
        if (count == 0) first = here;
        if (!like(here, first, voltage) || !like(here, first, current)) break;
    }
    return std::max(1, count);
}

}  // namespace signals
