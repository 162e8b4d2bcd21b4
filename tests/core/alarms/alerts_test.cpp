// Register 146: each of the sixteen bits on at its threshold and off one step beside
// (meter.md 3.5).
#include "core/alarms/alerts.h"

#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "core/alarms/limits.h"
#include "core/metrology/system_type.h"
#include "core/registers/derived.h"

namespace meter {
namespace {

// 480Y/277 V, 100 A at half load: nothing is wrong.
Points healthy(std::uint16_t type = 40) {
    Points p;
    p.config.system_type = type;
    p.config.system_voltage = 480;
    p.config.wh_per_pulse = 1'000;
    p.derived = derive(p.config);
    Readings& r = p.readings;
    r.sequence = 1;
    r.frequency_uhz = 60'000'000;
    const SystemType& row = *find_system_type(type);
    for (std::size_t k = 0; k < 3; ++k) {
        const int n = static_cast<int>(k);
        const std::int64_t ln = type == 10 ? 480'000'000 : type == 12 ? 240'000'000 : 277'000'000;
        if (contains(row.line_neutral, n)) r.voltage_ln_uv[k] = ln;
        if (contains(row.line_line, n)) r.voltage_ll_uv[k] = 480'000'000;
        if (contains(row.phases, n)) r.current_ua[k] = 50'000'000;
        r.power[k].power_factor_ppb = 900'000'000;
    }
    if (type == 10) {
        p.config.system_voltage = 400;
        r.voltage_ln_uv[0] = 400'000'000;
    }
    return p;
}

struct Row {
    const char* what;
    std::function<void(Points&)> change;
    std::uint16_t bits;
};

// clang-format off
const std::vector<Row> kRows{
    {"nothing", [](Points&) {}, 0},
    {"AN at its limit",
     [](Points& p) { p.readings.voltage_ln_uv = {416'400'000, 400'000'000, 400'000'000}; }, 0},
    {"AN above",
     [](Points& p) { p.readings.voltage_ln_uv = {416'400'001, 400'000'000, 400'000'000}; }, 0x0001},
    {"BN above",
     [](Points& p) { p.readings.voltage_ln_uv = {400'000'000, 416'400'001, 400'000'000}; }, 0x0002},
    {"CN above",
     [](Points& p) { p.readings.voltage_ln_uv = {400'000'000, 400'000'000, 416'400'001}; }, 0x0004},
    {"AB at its limit",
     [](Points& p) { p.readings.voltage_ll_uv = {720'000'000, 700'000'000, 700'000'000}; }, 0},
    {"AB above",
     [](Points& p) { p.readings.voltage_ll_uv = {720'000'001, 700'000'000, 700'000'000}; }, 0x0003},
    {"BC above",
     [](Points& p) { p.readings.voltage_ll_uv = {700'000'000, 720'000'001, 700'000'000}; }, 0x0006},
    {"CA above",
     [](Points& p) { p.readings.voltage_ll_uv = {700'000'000, 700'000'000, 720'000'001}; }, 0x0005},
    {"IA at its limit", [](Points& p) { p.readings.current_ua[0] = 120'000'000; }, 0},
    {"IA above", [](Points& p) { p.readings.current_ua[0] = 120'000'001; }, 0x0008},
    {"IB above", [](Points& p) { p.readings.current_ua[1] = 120'000'001; }, 0x0010},
    {"IC above", [](Points& p) { p.readings.current_ua[2] = 120'000'001; }, 0x0020},
    {"45 Hz", [](Points& p) { p.readings.frequency_uhz = 45'000'000; }, 0},
    {"below 45 Hz", [](Points& p) { p.readings.frequency_uhz = 44'999'999; }, 0x0040},
    {"65 Hz", [](Points& p) { p.readings.frequency_uhz = 65'000'000; }, 0},
    {"above 65 Hz", [](Points& p) { p.readings.frequency_uhz = 65'000'001; }, 0x0040},
    {"no frequency", [](Points& p) { p.readings.frequency_uhz = 0; }, 0x0040},
    {"AN lost", [](Points& p) { p.readings.voltage_ln_uv[0] = 249'000'000; }, 0x0100},
    {"BN lost", [](Points& p) { p.readings.voltage_ln_uv[1] = 249'000'000; }, 0x0200},
    {"CN lost", [](Points& p) { p.readings.voltage_ln_uv[2] = 249'000'000; }, 0x0400},
    {"AB lost", [](Points& p) { p.readings.voltage_ll_uv[0] = 431'000'000; }, 0x0300},
    {"PF A 0.5", [](Points& p) { p.readings.power[0].power_factor_ppb = 500'000'000; }, 0},
    {"PF A below", [](Points& p) { p.readings.power[0].power_factor_ppb = 499'999'999; }, 0x0800},
    {"PF B below", [](Points& p) { p.readings.power[1].power_factor_ppb = 499'999'999; }, 0x1000},
    {"PF C below", [](Points& p) { p.readings.power[2].power_factor_ppb = 499'999'999; }, 0x2000},
    {"PF at 1 % load",
     [](Points& p) { p.readings.power[2].power_factor_ppb = 1;
                     p.readings.current_ua[2] = 1'000'000; }, 0x2000},
    {"PF below 1 % load",
     [](Points& p) { p.readings.power[2].power_factor_ppb = 1;
                     p.readings.current_ua[2] = 999'999; }, 0},
    // 1800000 * 10 / 10 W is 1.8 MW.
    {"pulses keep up",
     [](Points& p) { p.config.wh_per_pulse = 10; p.derived.max_power_uw = 1'800'000'000'000; }, 0},
    {"pulses do not",
     [](Points& p) { p.config.wh_per_pulse = 10;
                     p.derived.max_power_uw = 1'800'000'000'001; }, 0x8000},
};
// clang-format on

TEST(Alerts, EveryBitAtItsThreshold) {
    for (const Row& row : kRows) {
        Points p = healthy();
        row.change(p);
        EXPECT_EQ(evaluate_alerts(p, false), row.bits) << row.what;
        EXPECT_EQ(evaluate_alerts(p, true), row.bits | 0x4000) << row.what;
    }
}

TEST(Alerts, HealthyInEverySystemType) {
    for (const SystemType& type : kSystemTypes) {
        EXPECT_EQ(evaluate_alerts(healthy(type.code), false), 0) << type.code;
    }
}

// Bits of phases that a type does not use stay 0, whatever is left in the readings.
TEST(Alerts, OnlyPhasesOfTheType) {
    for (const SystemType& type : kSystemTypes) {
        Points p = healthy(type.code);
        p.readings.current_ua = {130'000'000, 130'000'000, 130'000'000};
        for (Power& power : p.readings.power) power.power_factor_ppb = 0;
        EXPECT_EQ(evaluate_alerts(p, false), (type.phases << 3) | (type.phases << 11)) << type.code;
    }
}

TEST(Alerts, VoltageLimitsAreAtTheTerminals) {
    Points p = healthy();
    p.config.pt_ratio = 1'000;
    p.config.system_voltage = 4'800;
    p.readings.voltage_ln_uv = {4'164'000'001, 2'770'000'000, 2'770'000'000};
    p.readings.voltage_ll_uv = {4'800'000'000, 4'800'000'000, 4'800'000'000};
    p.config.phase_loss_imbalance = 99;
    EXPECT_EQ(evaluate_alerts(p, false), 0x0001);
    p.readings.voltage_ln_uv[0] = 4'164'000'000;
    EXPECT_EQ(evaluate_alerts(p, false), 0);
}

// A tenth of 90 V, the highest of all voltages.
TEST(Alerts, TooLittleVoltageForAFrequency) {
    Points p = healthy(10);
    p.config.system_voltage = 82;
    p.readings.voltage_ln_uv[0] = 9'000'000;
    EXPECT_EQ(evaluate_alerts(p, false), 0x0100);
    p.readings.voltage_ln_uv[0] = 8'999'999;
    EXPECT_EQ(evaluate_alerts(p, false), 0x0140);
}

TEST(Alerts, NothingBeforeTheFirstReading) {
    Points p = healthy();
    p.readings = {};
    EXPECT_EQ(evaluate_alerts(p, false), 0);
}

}  // namespace
}  // namespace meter
