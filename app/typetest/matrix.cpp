#include "app/typetest/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace typetest {
namespace {

struct Factor {
    const char* name;
    double angle;         // degrees
    double limit_factor;  // row of the limit table
    const char* plot;     // those with the same limits
};

// clang-format off
constexpr std::array<Group, 10> kGroups{{
    {"balanced",      "Balanced load",                       "IEC 62053-22, percentage error (metrology.md 3.1)",   "current / In", true},
    {"single",        "Load on one phase, balanced voltages","IEC 62053-22, percentage error (metrology.md 3.1)",   "current / In", true},
    {"difference",    "One phase against balanced load",     "IEC 62053-22 (metrology.md 3.1)",                     nullptr, false},
    {"basic",         "Starting, no load, constant",         "metrology.md 3.2",                                    nullptr, false},
    {"repeatability", "Repeatability",                       "IEC 62053-22:2020, 7.8 (metrology.md 3.2)",           nullptr, false},
    {"voltage",       "Voltage",                             "limits of variation (metrology.md 3.3)",              "voltage / Un", false},
    {"frequency",     "Frequency",                           "limits of variation (metrology.md 3.3)",              "frequency, Hz", false},
    {"supply",        "Phase sequence and lost voltages",    "limits of variation (metrology.md 3.3)",              nullptr, false},
    {"waveform",      "Waveforms",                           "limits of variation (metrology.md 3.3, 3.5)",         nullptr, false},
    {"reactive",      "Reactive energy",                     "IEC 62053-23 class 2 (metrology.md 3.4)",             "current / In", true},
}};
// Angles of cos phi 0.8, 0.25 and of sin phi 0.5, 0.25.
constexpr std::array<Factor, 5> kFactors{{
    {"1",        0.0,               1.0,  "PF 1"},
    {"0.5 ind",  60.0,              0.5,  "PF 0.5 ind, 0.8 cap"},
    {"0.8 cap",  -36.8698976458440, 0.5,  "PF 0.5 ind, 0.8 cap"},
    {"0.25 ind", 75.5224878140701,  0.25, "PF 0.25 ind, 0.5 cap"},
    {"0.5 cap",  -60.0,             0.25, "PF 0.25 ind, 0.5 cap"},
}};
constexpr std::array<Factor, 5> kReactiveFactors{{
    {"1 lag",    90.0,             1.0,  "sin phi 1"},
    {"1 lead",   -90.0,            1.0,  "sin phi 1"},
    {"0.5 lag",  30.0,             0.5,  "sin phi 0.5"},
    {"0.5 lead", -30.0,            0.5,  "sin phi 0.5"},
    {"0.25 lag", 14.4775121859299, 0.25, "sin phi 0.25"},
}};
constexpr std::array kCurrents{0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, kImax};
constexpr std::array kVoltages{0.2, 0.5, 0.7, 0.8, 0.85, 0.9, 1.1, 1.15};
// clang-format on

std::string only(std::size_t phase) { return std::string(1, "ABC"[phase]); }

// No limit where the table has none.
Point load_point(std::string group, std::string curve, const Factor& factor, double current,
                 std::span<const LoadLimit> table, const char* factor_name) {
    Point p;
    p.id = fmt::format("{}/{}/{}", group, curve, current);
    p.group = std::move(group);
    p.name = fmt::format("{} In, {} {}", current, factor_name, factor.name);
    p.curve = std::move(curve);
    p.plot = factor.plot;
    p.x = current;
    p.at.current = current;
    p.at.angle = factor.angle;
    if (const LoadLimit* row = find_limit(table, factor.limit_factor, current))
        p.limit = row->limit;
    return p;
}

void add_balanced(std::vector<Point>& out) {
    for (const Factor& f : kFactors) {
        for (const double current : kCurrents) {
            Point p = load_point("balanced", f.name, f, current, kBalanced, "PF");
            if (p.limit) out.push_back(std::move(p));
        }
    }
}

void add_single_phase(std::vector<Point>& out) {
    for (std::size_t phase = 0; phase < 3; ++phase) {
        for (const Factor& f : std::span(kFactors).first(2)) {
            for (const double current : kCurrents) {
                Point p = load_point("single", only(phase) + ", " + f.name, f, current,
                                     kSinglePhase, "PF");
                if (!p.limit) continue;
                p.name = "phase " + only(phase) + ", " + p.name;
                p.at.with_current = {phase == 0, phase == 1, phase == 2};
                out.push_back(std::move(p));
            }
        }
    }
    for (std::size_t phase = 0; phase < 3; ++phase) {
        Point p;
        p.id = "difference/" + only(phase);
        p.group = "difference";
        p.name = "phase " + only(phase) + " less balanced, In, PF 1";
        p.at.with_current = {phase == 0, phase == 1, phase == 2};
        p.kind = Kind::variation;
        p.limit = kSinglePhaseDifference;
        p.reference = "balanced/1/1";
        out.push_back(std::move(p));
    }
}

Point basic(const char* id, const char* name, Kind kind, double current, double voltage) {
    Point p;
    p.id = id;
    p.group = "basic";
    p.name = name;
    p.kind = kind;
    p.at.current = current;
    p.at.voltage = voltage;
    return p;
}

void add_basic(std::vector<Point>& out) {
    out.push_back(basic("basic/starting", "starting current, 0.001 In, PF 1", Kind::starting,
                        kStartingCurrent, 1.0));
    out.push_back(basic("basic/no-load", "no load, 1.15 Un, current circuits open", Kind::no_load,
                        0.0, kNoLoadVoltage));
    out.push_back(basic("basic/constant", "meter constant: pulses and register, Imax",
                        Kind::constant, kImax, 1.0));
    out.back().windows = 600;
}

void add_repeatability(std::vector<Point>& out) {
    for (const char* of : {"balanced/1/0.01", "balanced/1/0.05", "balanced/1/1",
                           "balanced/0.5 ind/0.1", "balanced/0.5 ind/1"}) {
        for (const Point& like : out) {
            if (like.id != of) continue;
            Point p = like;
            p.id = "repeatability/" + like.curve + fmt::format("/{}", like.x);
            p.group = "repeatability";
            p.curve.clear();
            p.kind = Kind::repeatability;
            p.limit->s02 *= kRepeatability;
            p.limit->s05 *= kRepeatability;
            p.limit->from = Provenance::memory;
            out.push_back(std::move(p));
            break;
        }
    }
}

Limit times(Limit limit, double factor) {
    return {limit.s02 * factor, limit.s05 * factor, limit.from};
}

bool outside(double value, double from, double to) {
    return value < from - 1e-9 || value > to + 1e-9;
}

// A point like a balanced one, judged by its variation against it.
Point varied(const Factor& f, double current, const char* group, const std::string& what) {
    Point p = load_point(group, fmt::format("{} In, PF {}", current, f.name), f, current, kBalanced,
                         "PF");
    p.id = fmt::format("{}/{}/{}/{}", group, f.name, current, what);
    p.name = what + ", " + p.name;
    p.reference = fmt::format("balanced/{}/{}", f.name, current);
    p.kind = Kind::variation;
    return p;
}

constexpr std::array kInfluenceCurrents{0.05, 0.1, 1.0, kImax};

bool tested(const Factor& f, double current) {
    return f.angle == 0.0 ? current != 0.1 : current != 0.05;
}

void add_voltage(std::vector<Point>& out) {
    for (const Factor& f : std::span(kFactors).first(2)) {
        for (const double current : kInfluenceCurrents) {
            if (!tested(f, current)) continue;
            for (const double voltage : kVoltages) {
                Point p = varied(f, current, "voltage", fmt::format("{} Un", voltage));
                p.at.voltage = p.x = voltage;
                const Limit limit = f.angle == 0.0 ? kVoltage10 : kVoltage10Lagging;
                p.limit = outside(voltage, 0.9, 1.1) ? times(limit, kOutsideVoltage10) : limit;
                if (voltage < 0.8) {
                    p.kind = Kind::deep_voltage;
                    p.reference.clear();
                    p.limit = Limit{kDeepVoltageHigh, kDeepVoltageHigh, Provenance::memory};
                }
                out.push_back(std::move(p));
            }
        }
    }
}

void add_frequency(std::vector<Point>& out, double nominal) {
    std::array frequencies{45.0, 55.0, 65.0, 0.98 * nominal, 1.02 * nominal};
    std::sort(frequencies.begin(), frequencies.end());
    for (const Factor& f : std::span(kFactors).first(2)) {
        for (const double current : kInfluenceCurrents) {
            if (!tested(f, current)) continue;
            for (const double frequency : frequencies) {
                Point p = varied(f, current, "frequency", fmt::format("{:.1f} Hz", frequency));
                p.at.frequency = p.x = frequency;
                const bool beyond = outside(frequency, 0.98 * nominal, 1.02 * nominal);
                if (beyond) {
                    // The standard ends at 2 %: the meter's own range is held to the base limit.
                    p.kind = Kind::error;
                    p.reference.clear();
                    p.limit->from = Provenance::decided;
                } else {
                    p.limit = kFrequency2;
                }
                out.push_back(std::move(p));
            }
        }
    }
}

void add_supply(std::vector<Point>& out) {
    Point reversed = varied(kFactors[0], 0.1, "supply", "reversed phase sequence");
    reversed.at.reversed = true;
    reversed.limit = kReversed;
    reversed.curve.clear();
    out.push_back(reversed);
    for (unsigned lost = 1; lost < 7; ++lost) {
        std::string names;
        Point p;
        for (std::size_t x = 0; x < 3; ++x) {
            if ((lost >> x & 1U) == 0) continue;
            names += only(x);
            p.at.with_voltage[x] = false;
        }
        p.id = "supply/lost/" + names;
        p.group = "supply";
        p.name = "voltage " + names + " lost, In, PF 1";
        p.kind = Kind::variation;
        p.limit = kUnbalance;
        p.reference = "balanced/1/1";
        p.windows = 65;  // no crossing of phase A: borders fall anywhere in a cycle
        out.push_back(std::move(p));
    }
}

void add_waveforms(std::vector<Point>& out) {
    struct Row {
        Wave wave;
        const char* key;
        const char* name;
        double current;
        Limit limit;
        const char* reference;
        int windows;
    };
    // clang-format off
    static constexpr std::array<Row, 6> kRows{{
        {Wave::fifth_harmonic, "fifth",       "5th harmonic, 10 % U and 40 % I, 0.5 Imax", 0.5 * kImax, kHarmonics, "balanced/1/0.5", 13},
        {Wave::quadriform,     "quadriform",  "quadriform, 0.5 Imax",                      0.5 * kImax, kShaped,    "balanced/1/0.5", 13},
        {Wave::peaked,         "peaked",      "peaked, 0.5 Imax",                          0.5 * kImax, kShaped,    "balanced/1/0.5", 13},
        {Wave::burst,          "burst",       "burst, 2 cycles on and 2 off, 0.5 In",      0.5,         kBurst,     "balanced/1/0.5", 52},
        {Wave::phase_fired,    "phase-fired", "phase-fired at 90 degrees, 0.5 In",         0.5,         kGated,     "balanced/1/0.5", 26},
        {Wave::half_wave,      "half-wave",   "half-wave, 0.5 In",                         0.5,         kGated,     "balanced/1/0.5", 26},
    }};
    // clang-format on
    for (const Row& row : kRows) {
        Point p;
        p.id = std::string("waveform/") + row.key;
        p.group = "waveform";
        p.name = row.name;
        p.at.current = row.current;
        p.at.wave = row.wave;
        p.kind = Kind::variation;
        p.limit = row.limit;
        p.reference = row.reference;
        p.windows = row.windows;
        out.push_back(std::move(p));
    }
}

void add_reactive(std::vector<Point>& out, double nominal) {
    for (const Factor& f : kReactiveFactors) {
        for (const double current : kCurrents) {
            Point p = load_point("reactive", f.name, f, current, kReactive, "sin phi");
            p.quantity = Quantity::reactive;
            if (p.limit) out.push_back(std::move(p));
        }
    }
    for (std::size_t phase = 0; phase < 3; ++phase) {
        Point p = load_point("reactive", "", kReactiveFactors[0], 1.0, kReactive, "sin phi");
        p.id = "reactive/single/" + only(phase);
        p.name = "phase " + only(phase) + ", " + p.name;
        p.quantity = Quantity::reactive;
        p.limit = kReactiveSinglePhase;
        p.at.with_current = {phase == 0, phase == 1, phase == 2};
        out.push_back(std::move(p));
    }
    struct Change {
        std::string what;
        double voltage;
        double frequency;
        Limit limit;
    };
    for (const Change& change :
         {Change{"0.9 Un", 0.9, nominal, kReactiveVoltage10},
          Change{"1.1 Un", 1.1, nominal, kReactiveVoltage10},
          Change{"-2 % frequency", 1.0, 0.98 * nominal, kReactiveFrequency2},
          Change{"+2 % frequency", 1.0, 1.02 * nominal, kReactiveFrequency2}}) {
        Point p = load_point("reactive", "", kReactiveFactors[0], 1.0, kReactive, "sin phi");
        p.id = "reactive/" + change.what;
        p.name = change.what + ", " + p.name;
        p.quantity = Quantity::reactive;
        p.kind = Kind::variation;
        p.reference = "reactive/1 lag/1";
        p.limit = change.limit;
        p.at.voltage = change.voltage;
        p.at.frequency = change.frequency;
        out.push_back(std::move(p));
    }
}

}  // namespace

std::span<const Group> groups() { return kGroups; }

std::vector<Point> test_matrix(double nominal_hz) {
    std::vector<Point> out;
    add_balanced(out);
    add_single_phase(out);
    add_basic(out);
    add_repeatability(out);
    add_voltage(out);
    add_frequency(out, nominal_hz);
    add_supply(out);
    add_waveforms(out);
    add_reactive(out, nominal_hz);
    return out;
}

}  // namespace typetest
