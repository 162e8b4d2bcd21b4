// The limits that a type test is modelled against, as data. metrology.md section 3.
//
// The standards are paid texts: every row says where its numbers come from, and a report repeats
// it. What this program does is modelled against these limits; it certifies nothing.
#pragma once

#include <array>
#include <span>

namespace typetest {

enum class AccuracyClass { s02, s05 };  // 0.2S and 0.5S of IEC 62053-22

enum class Provenance {
    published,  // a public source carries the table (metrology.md 3.1, [S:MS62053])
    memory,     // from memory, not checked against the paid text (metrology.md [M])
    decided     // no limit is known for this point; this one was chosen here
};

// Percent, either sign.
struct Limit {
    double s02 = 0.0;
    double s05 = 0.0;
    Provenance from = Provenance::memory;

    [[nodiscard]] constexpr double of(AccuracyClass c) const {
        return c == AccuracyClass::s02 ? s02 : s05;
    }
};

// Row of a table over the load current. `factor` is the magnitude of cos phi (active energy) or
// sin phi (reactive energy); from <= I / In < below.
struct LoadLimit {
    double factor;
    double from;
    double below;
    Limit limit;
};

inline constexpr double kImax = 1.2;  // of In
inline constexpr double kAboveImax = 1.3;

// clang-format off
// IEC 62053-22, balanced load (metrology.md 3.1). 0.5 is inductive and 0.8 capacitive; 0.25
// inductive and 0.5 capacitive are tested on request and share a row: 0.25.
inline constexpr std::array<LoadLimit, 5> kBalanced{{
    {1.0,  0.01, 0.05,       {0.4, 1.0, Provenance::published}},
    {1.0,  0.05, kAboveImax, {0.2, 0.5, Provenance::published}},
    {0.5,  0.02, 0.1,        {0.5, 1.0, Provenance::published}},
    {0.5,  0.1,  kAboveImax, {0.3, 0.6, Provenance::published}},
    {0.25, 0.1,  kAboveImax, {0.5, 1.0, Provenance::memory}},
}};
// Load on one phase, balanced voltages (3.1).
inline constexpr std::array<LoadLimit, 2> kSinglePhase{{
    {1.0,  0.05, kAboveImax, {0.3, 0.6, Provenance::memory}},
    {0.5,  0.1,  kAboveImax, {0.4, 1.0, Provenance::memory}},
}};
// IEC 62053-23 class 2, over sin phi (3.4); both active classes are paired with it.
inline constexpr std::array<LoadLimit, 5> kReactive{{
    {1.0,  0.02, 0.05,       {2.5, 2.5, Provenance::memory}},
    {1.0,  0.05, kAboveImax, {2.0, 2.0, Provenance::memory}},
    {0.5,  0.05, 0.1,        {2.5, 2.5, Provenance::memory}},
    {0.5,  0.1,  kAboveImax, {2.0, 2.0, Provenance::memory}},
    {0.25, 0.1,  kAboveImax, {2.5, 2.5, Provenance::memory}},
}};
// clang-format on

inline constexpr Limit kSinglePhaseDifference{0.4, 1.0, Provenance::memory};
inline constexpr Limit kReactiveSinglePhase{3.0, 3.0, Provenance::memory};

// Limits of variation (3.3).
inline constexpr Limit kVoltage10{0.1, 0.2, Provenance::memory};         // PF 1
inline constexpr Limit kVoltage10Lagging{0.2, 0.4, Provenance::memory};  // PF 0.5
inline constexpr double kOutsideVoltage10 = 3.0;  // times the above, 0.8..0.9 and 1.1..1.15 Un
inline constexpr double kDeepVoltageHigh = 10.0;  // %, below 0.8 Un; down to -100 %
inline constexpr Limit kFrequency2{0.1, 0.2, Provenance::memory};
inline constexpr Limit kReversed{0.05, 0.1, Provenance::memory};
inline constexpr Limit kUnbalance{0.5, 1.0, Provenance::memory};
inline constexpr Limit kHarmonics{0.4, 0.5, Provenance::memory};
inline constexpr Limit kBurst{0.6, 1.5, Provenance::memory};
// The standard's class 1 rows and OIML R 46 have these waveforms; for 0.2S and 0.5S the limit of
// the sub-harmonic test is taken for gated currents, that of the harmonic test for the others.
inline constexpr Limit kGated{0.6, 1.5, Provenance::decided};
inline constexpr Limit kShaped{0.4, 0.5, Provenance::decided};
inline constexpr Limit kReactiveVoltage10{1.0, 1.0, Provenance::memory};
inline constexpr Limit kReactiveFrequency2{2.5, 2.5, Provenance::memory};

inline constexpr double kRepeatability = 0.1;      // of the class limit at the point (3.2, memory)
inline constexpr double kStartingCurrent = 0.001;  // of In (3.2, memory)
inline constexpr double kNoLoadVoltage = 1.15;     // of Un (3.2)

// Time in minutes in which a meter without load may give one pulse: `k` pulses a kWh, `elements`
// measuring elements, Un in V, Imax in A (3.2).
constexpr double no_load_minutes(AccuracyClass c, double k, int elements, double un, double imax) {
    return (c == AccuracyClass::s02 ? 900e6 : 600e6) / (k * elements * un * imax);
}

// The row for a load; nullptr where the standard has no limit.
const LoadLimit* find_limit(std::span<const LoadLimit> table, double factor, double current);

const char* text(AccuracyClass c);
const char* text(Provenance from);

}  // namespace typetest
