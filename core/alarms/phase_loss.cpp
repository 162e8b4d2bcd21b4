#include "core/alarms/phase_loss.h"

#include <array>

#include "core/wide.h"

namespace meter {

namespace {

// Which of a type's voltages are compared with each other; level tests take all that exist.
struct ImbalanceSets {
    std::uint16_t type;
    bool line_neutral;
    bool line_line;
};
constexpr std::array<ImbalanceSets, 5> kImbalanceSets{{
    {10, false, false},
    {11, false, false},
    {12, true, false},
    {31, false, true},
    {40, true, true},
}};

// Expected L-N voltage as a part of the system voltage, per 10^9.
struct ExpectedLineNeutral {
    std::uint16_t type;
    std::uint64_t parts;
};
constexpr std::array<ExpectedLineNeutral, 3> kExpectedLineNeutral{{
    {10, 1'000'000'000},
    {12, 500'000'000},
    {40, 577'350'269},
}};

template <class Table>
constexpr auto row_of(const Table& table, std::uint16_t type) -> const typename Table::value_type* {
    for (const auto& row : table) {
        if (row.type == type) return &row;
    }
    return nullptr;
}

struct VoltageSet {
    const std::array<std::int64_t, kPhases>& uv;
    PhaseSet valid;
    std::int64_t expected_uv;
    bool compare;  // imbalance applies
};

std::int64_t highest(const VoltageSet& set) {
    std::int64_t out = 0;
    for (int k = 0; k < kPhases; ++k) {
        const std::int64_t uv = set.uv[static_cast<std::size_t>(k)];
        if (contains(set.valid, k) && uv > out) out = uv;
    }
    return out;
}

PhaseSet lost_of(const VoltageSet& set, const Config& config) {
    const std::int64_t top = highest(set);
    PhaseSet lost = 0;
    for (int k = 0; k < kPhases; ++k) {
        if (!contains(set.valid, k)) continue;
        const std::int64_t uv = set.uv[static_cast<std::size_t>(k)];
        const bool level = uv * 100 < set.expected_uv * (100 - config.phase_loss_threshold);
        const bool imbalance = set.compare && (top - uv) * 100 > top * config.phase_loss_imbalance;
        if (level || imbalance) lost = static_cast<PhaseSet>(lost | (1U << k));
    }
    return lost;
}

// Pair k joins phases k and k+1.
PhaseSet phases_of_pairs(PhaseSet pairs) {
    constexpr std::array<PhaseSet, 3> kPhasesOf{0b011, 0b110, 0b101};
    PhaseSet either = 0, both = 0b111;
    for (int k = 0; k < kPhases; ++k) {
        if (!contains(pairs, k)) continue;
        const PhaseSet phases = kPhasesOf[static_cast<std::size_t>(k)];
        either = static_cast<PhaseSet>(either | phases);
        both = static_cast<PhaseSet>(both & phases);
    }
    return count(pairs) == 2 ? both : either;
}

}  // namespace

PhaseSet lost_phases(const Config& config, const SystemType& type, const Readings& readings) {
    const std::int64_t system_uv = std::int64_t{config.system_voltage} * 1'000'000;
    const ImbalanceSets& sets = *row_of(kImbalanceSets, type.code);
    const auto* expected = row_of(kExpectedLineNeutral, type.code);
    const auto line_neutral_uv =
        expected == nullptr ? 0 : scale(system_uv, expected->parts, 1'000'000'000);
    const PhaseSet phases = lost_of(
        {readings.voltage_ln_uv, type.line_neutral, line_neutral_uv, sets.line_neutral}, config);
    const PhaseSet pairs =
        lost_of({readings.voltage_ll_uv, type.line_line, system_uv, sets.line_line}, config);
    return static_cast<PhaseSet>(phases | phases_of_pairs(pairs));
}

}  // namespace meter
