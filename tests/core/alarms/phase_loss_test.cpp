// Phase loss per system type: the vectors of meter.md 2.3 and 7, and the rules for pairs.
#include "core/alarms/phase_loss.h"

#include <gtest/gtest.h>

#include <array>

namespace meter {
namespace {

using Volts = std::array<double, 3>;

struct Case {
    const char* what;
    std::uint16_t type, system_voltage;
    Volts line_neutral, line_line;  // AN BN CN, AB BC CA
    PhaseSet lost;                  // bit 0 is A
};

constexpr Volts kNone{0, 0, 0};
constexpr Volts kWye{277, 277, 277};
constexpr Volts kDelta{480, 480, 480};

// Thresholds at their defaults: 10 % below expected, 25 % imbalance.
// clang-format off
constexpr Case kCases[] = {
    {"healthy wye",                  40, 480, kWye,                kDelta,              0b000},
    {"AN 250 V",                     40, 480, {250, 277, 277},     kDelta,              0b000},
    {"AN 249 V",                     40, 480, {249, 277, 277},     kDelta,              0b001},
    {"BN just below 249.415 V",      40, 480, {277, 249.41, 277},  kDelta,              0b010},
    {"CN just above 249.415 V",      40, 480, {277, 277, 249.42},  kDelta,              0b000},
    {"AB 432 V",                     40, 480, kWye,                {432, 480, 480},     0b000},
    {"AB 431 V",                     40, 480, kWye,                {431, 480, 480},     0b011},
    {"BC 431 V",                     40, 480, kWye,                {480, 431, 480},     0b110},
    {"CA 431 V",                     40, 480, kWye,                {480, 480, 431},     0b101},
    {"two pairs low: the common one", 40, 480, kWye,               {431, 480, 431},     0b001},
    {"two pairs low: B",             40, 480, kWye,                {431, 431, 480},     0b010},
    {"three pairs low",              40, 480, kWye,                {431, 431, 431},     0b111},
    {"phase A dead",                 40, 480, {0, 277, 277},       {277, 480, 277},     0b001},
    {"everything dead",              40, 480, kNone,               kNone,               0b111},

    {"healthy delta",                31, 480, kNone,               kDelta,              0b000},
    {"delta BC 431 V",               31, 480, kNone,               {480, 431, 480},     0b110},
    {"delta without C",              31, 480, kNone,               {480, 240, 240},     0b100},
    {"L-N is not looked at",         31, 480, {1, 1, 1},           kDelta,              0b000},

    {"healthy split phase",          12, 240, {120, 120, 0},       {240, 0, 0},         0b000},
    {"AN 108 V",                     12, 240, {108, 120, 0},       {240, 0, 0},         0b000},
    {"AN 107.9 V",                   12, 240, {107.9, 120, 0},     {240, 0, 0},         0b001},
    {"AB 215 V",                     12, 240, {120, 120, 0},       {215, 0, 0},         0b011},

    {"healthy 2L",                   11, 240, kNone,               {240, 0, 0},         0b000},
    {"2L 216 V",                     11, 240, kNone,               {216, 0, 0},         0b000},
    {"2L 215.9 V",                   11, 240, kNone,               {215.9, 0, 0},       0b011},

    {"healthy single phase",         10, 120, {120, 0, 0},         kNone,               0b000},
    {"single phase 108 V",           10, 120, {108, 0, 0},         kNone,               0b000},
    {"single phase 107.9 V",         10, 120, {107.9, 0, 0},       kNone,               0b001},
};

// Level out of the way (99 %): only imbalance is left. 25 % of the highest of the set.
constexpr Case kImbalances[] = {
    {"L-N 207.75 of 277 V",          40, 480, {207.75, 277, 277},  kDelta,              0b000},
    {"L-N 207.7 of 277 V",           40, 480, {207.7, 277, 277},   kDelta,              0b001},
    {"L-L 360 of 480 V",             40, 480, kWye,                {480, 360, 480},     0b000},
    {"L-L 359.9 of 480 V",           40, 480, kWye,                {480, 359.9, 480},   0b110},
    {"sets are not mixed",           40, 480, {100, 100, 100},     kDelta,              0b000},
    {"delta 359.9 of 480 V",         31, 480, kNone,               {480, 480, 359.9},   0b101},
    {"split phase 89.9 of 120 V",    12, 240, {120, 89.9, 0},      {240, 0, 0},         0b010},
    {"split phase 90 of 120 V",      12, 240, {120, 90, 0},        {240, 0, 0},         0b000},
    {"no imbalance with one voltage", 11, 240, kNone,              {30, 0, 0},          0b000},
    {"nor in type 10",               10, 120, {30, 0, 0},          kNone,               0b000},
};
// clang-format on

std::array<std::int64_t, 3> microvolts(const Volts& volts) {
    std::array<std::int64_t, 3> out{};
    for (std::size_t k = 0; k < 3; ++k) out[k] = static_cast<std::int64_t>(volts[k] * 1e6 + 0.5);
    return out;
}

void expect_lost(const Case& row, std::uint16_t threshold) {
    Config config;
    config.system_type = row.type;
    config.system_voltage = row.system_voltage;
    config.phase_loss_threshold = threshold;
    Readings readings;
    readings.voltage_ln_uv = microvolts(row.line_neutral);
    readings.voltage_ll_uv = microvolts(row.line_line);
    EXPECT_EQ(lost_phases(config, *find_system_type(row.type), readings), row.lost)
        << row.type << ' ' << row.what;
}

TEST(PhaseLoss, Level) {
    for (const Case& row : kCases) expect_lost(row, 10);
}

TEST(PhaseLoss, Imbalance) {
    for (const Case& row : kImbalances) expect_lost(row, 99);
}

TEST(PhaseLoss, ThresholdsFollowTheirRegisters) {
    for (std::uint16_t percent = 1; percent <= 99; ++percent) {
        Config config;
        config.system_type = 10;
        config.system_voltage = 100;
        config.phase_loss_threshold = percent;
        Readings r;
        r.voltage_ln_uv[0] = (100 - percent) * 1'000'000;
        EXPECT_EQ(lost_phases(config, *find_system_type(10), r), 0) << percent;
        --r.voltage_ln_uv[0];
        EXPECT_EQ(lost_phases(config, *find_system_type(10), r), 1) << percent;

        config.system_type = 12;
        config.phase_loss_threshold = 99;
        config.phase_loss_imbalance = percent;
        r.voltage_ln_uv = {100'000'000, (100 - percent) * 1'000'000, 0};
        r.voltage_ll_uv = {100'000'000, 0, 0};
        EXPECT_EQ(lost_phases(config, *find_system_type(12), r), 0) << percent;
        --r.voltage_ln_uv[1];
        EXPECT_EQ(lost_phases(config, *find_system_type(12), r) & 0b010, 0b010) << percent;
    }
}

}  // namespace
}  // namespace meter
