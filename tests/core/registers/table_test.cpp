#include "core/registers/table.h"

#include <gmock/gmock.h>

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/registers/codec.h"
#include "tests/core/registers/spec_csv.h"

namespace meter {
namespace {

constexpr const char* kSpec = METERTWIN_SHARED_DIR "/spec/registers.csv";

spec::Row columns(const RegisterRow& r) {
    return {std::to_string(r.number),
            std::to_string(r.count),
            r.name,
            text(r.access),
            r.nv ? "NV" : "",
            text(r.format),
            r.units,
            text(r.scale),
            r.range,
            r.initial,
            text(r.available),
            r.description,
            r.source};
}

TEST(RegisterTable, EveryRowIsTheSpecifications) {
    const auto lines = spec::read_csv(kSpec);
    if (lines.empty()) GTEST_SKIP() << "not there: " << kSpec;
    EXPECT_THAT(lines[0], testing::ElementsAre("register", "count", "name", "access", "nv",
                                               "format", "units", "scale", "range", "default",
                                               "available_4000R", "description", "source"));
    std::vector<spec::Row> wanted;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].at(10) != "no") wanted.push_back(lines[i]);
    }
    ASSERT_EQ(register_table().size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_EQ(columns(register_table()[i]), wanted[i]);
    }
}

TEST(RegisterTable, CountsAndFormatsAgree) {
    for (const RegisterRow& row : register_table()) {
        const bool wide = row.format == Format::ULong || row.format == Format::Float;
        EXPECT_EQ(row.count, wide ? 2 : 1) << row.name;
        EXPECT_NE(row.get, nullptr) << row.name;
        if (row.setting != nullptr) {
            EXPECT_EQ(row.access, Access::read_write) << row.name;
        }
    }
}

TEST(RegisterTable, NamesAreUniqueAndFound) {
    std::set<std::string> names;
    for (const RegisterRow& row : register_table()) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_EQ(find_register(std::string_view{row.name}), &row);
    }
    EXPECT_EQ(find_register("kw_totals"), nullptr);
    EXPECT_EQ(find_register(""), nullptr);
}

// meter.md 3: 1..52, 129..154, 257..346, 7001..7002; everything else is a hole.
bool in_map(int number) {
    return (number >= 1 && number <= 52) || (number >= 129 && number <= 154) ||
           (number >= 257 && number <= 346) || number == 7001 || number == 7002;
}

TEST(RegisterTable, EveryNumberIsFoundOrAHole) {
    for (int number = 0; number <= 0xFFFF; ++number) {
        const RegisterRow* row = find_register(static_cast<std::uint16_t>(number));
        ASSERT_EQ(row != nullptr, in_map(number)) << number;
        if (row == nullptr) continue;
        EXPECT_LE(row->number, number);
        EXPECT_GT(row->number + row->count, number);
    }
}

// Distinct values everywhere, so that a row that looks at the wrong point is seen.
Points distinct_points() {
    Points p;
    std::int64_t next = 1'000'000'000;
    const auto fresh = [&next] { return next += 1'000'000'000; };  // 2, 3, ... whole kW
    const auto fill = [&fresh](Power& power) {
        power.real_uw = fresh();
        power.reactive_uvar = fresh();
        power.apparent_uva = fresh();
    };
    fill(p.readings.total);
    for (Power& power : p.readings.power) fill(power);
    for (DemandTriple* d : {&p.demand_present, &p.demand_maximum}) {
        *d = {fresh(), fresh(), fresh()};
    }
    for (auto* group :
         {&p.readings.voltage_ln_uv, &p.readings.voltage_ll_uv, &p.readings.current_ua}) {
        for (std::int64_t& v : *group) v = fresh();
    }
    p.readings.voltage_ll_average_uv = fresh();
    p.readings.voltage_ln_average_uv = fresh();
    p.readings.current_average_ua = fresh();
    p.readings.frequency_uhz = 59'990'000;
    p.readings.total.power_factor_ppb = 900'000'000;
    std::int32_t ppb = 0;
    for (Power& power : p.readings.power) power.power_factor_ppb = ppb += 100'000'000;
    std::uint64_t wh = 0;
    for (Energy* e :
         {&p.energies.real, &p.energies.reactive, &p.energies.apparent, &p.energies.real_phase[0],
          &p.energies.real_phase[1], &p.energies.real_phase[2]}) {
        e->whole = wh += 123'456;
    }
    p.energies.reset_count = 17;
    p.pulse_count = {71, 72};
    p.alerts = 0x8421;
    p.power_up_count = 5;
    p.derived = {-1, -2, -3, 1, 104'000'000'000, 250};
    p.config.ct_primary = 401;
    p.config.pt_ratio = 150;
    p.config.system_voltage = 481;
    p.config.phase_loss_threshold = 11;
    p.config.phase_loss_imbalance = 26;
    p.config.wh_per_pulse = 100;
    p.config.demand_subintervals = 3;
    p.config.demand_seconds = 300;
    p.config.display_units = 0;
    return p;
}

Value value_of(const char* name, const Points& p) {
    const RegisterRow* row = find_register(std::string_view{name});
    return row == nullptr ? Value{} : row->get(p);
}

double real(const Value& v) { return static_cast<double>(v.whole) + 1e-9 * v.nano; }

// Every point by name, from the numbers distinct_points() deals out in order.
TEST(RegisterTable, EveryRowLooksAtItsOwnPoint) {
    const std::map<std::string, double> expected{{"kw_total", 2},
                                                 {"kvar_total", 3},
                                                 {"kva_total", 4},
                                                 {"kw_a", 5},
                                                 {"kvar_a", 6},
                                                 {"kva_a", 7},
                                                 {"kw_b", 8},
                                                 {"kvar_b", 9},
                                                 {"kva_b", 10},
                                                 {"kw_c", 11},
                                                 {"kvar_c", 12},
                                                 {"kva_c", 13},
                                                 {"kw_demand", 14},
                                                 {"kvar_demand", 15},
                                                 {"kva_demand", 16},
                                                 {"kw_max_demand", 17},
                                                 {"kvar_max_demand", 18},
                                                 {"kva_max_demand", 19},
                                                 {"v_an", 20e3},
                                                 {"v_bn", 21e3},
                                                 {"v_cn", 22e3},
                                                 {"v_ab", 23e3},
                                                 {"v_bc", 24e3},
                                                 {"v_ac", 25e3},
                                                 {"i_a", 26e3},
                                                 {"i_b", 27e3},
                                                 {"i_c", 28e3},
                                                 {"v_ll_avg", 29e3},
                                                 {"v_ln_avg", 30e3},
                                                 {"i_avg", 31e3},
                                                 {"frequency", 59.99},
                                                 {"pf_total", 0.9},
                                                 {"pf_a", 0.1},
                                                 {"pf_b", 0.2},
                                                 {"pf_c", 0.3},
                                                 {"real_energy_kwh", 123.456},
                                                 {"reactive_energy_kvarh", 246.912},
                                                 {"apparent_energy_kvah", 370.368},
                                                 {"real_energy_a_kwh", 493.824},
                                                 {"real_energy_b_kwh", 617.28},
                                                 {"real_energy_c_kwh", 740.736},
                                                 {"energy_reset_count", 17},
                                                 {"pulse_counter_1", 71},
                                                 {"pulse_counter_2", 72},
                                                 {"alert_bitmap", 0x8421},
                                                 {"power_up_count", 5},
                                                 {"scale_i", -1},
                                                 {"scale_v", -2},
                                                 {"scale_w", -3},
                                                 {"scale_e", 1},
                                                 {"theoretical_max_power", 104},
                                                 {"pulse_duration", 250},
                                                 {"system_type", 40},
                                                 {"ct_primary", 401},
                                                 {"pt_ratio", 1.5},
                                                 {"system_voltage", 481},
                                                 {"display_units", 0},
                                                 {"phase_loss_v_threshold", 11},
                                                 {"phase_loss_imbalance", 26},
                                                 {"wh_per_pulse", 100},
                                                 {"demand_subintervals", 3},
                                                 {"demand_subinterval_length", 300},
                                                 {"command", 0},
                                                 {"reserved_136", 0},
                                                 {"reserved_148", 0},
                                                 {"reserved_151", 0},
                                                 {"output_config", 0},
                                                 {"reserved_154", 0},
                                                 {"fw_os_version", 1.037},
                                                 {"fw_rs_version", 1.001}};
    const Points p = distinct_points();
    for (const RegisterRow& row : register_table()) {
        if (row.format == Format::Float) continue;
        const auto wanted = expected.find(row.name);
        EXPECT_EQ(row.get(p).valid, wanted != expected.end()) << row.name;
        if (wanted != expected.end()) {
            EXPECT_NEAR(real(row.get(p)), wanted->second, 1e-9) << row.name;
        }
    }
    EXPECT_FALSE(value_of("reserved_25", p).valid);
    EXPECT_FALSE(value_of("ct_secondary", p).valid);
}

// meter.md 3.8: float register = 257 + 2 * (k - 1) for integer registers k = 1..26; from 309 on
// in the order listed there.
TEST(RegisterTable, FloatTwinsSayTheSame) {
    std::map<int, std::uint16_t> twin_of;
    for (std::uint16_t k = 1; k <= 26; ++k) twin_of[257 + 2 * (k - 1)] = k == 2 ? 1 : k;
    int number = 309;
    for (const std::uint16_t k : std::to_array<std::uint16_t>(
             {27, 29, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 45, 47, 49, 51})) {
        twin_of[number] = k;
        number += 2;
    }
    const Points p = distinct_points();
    int floats = 0;
    for (const RegisterRow& row : register_table()) {
        if (row.format != Format::Float) continue;
        ++floats;
        ASSERT_TRUE(twin_of.contains(row.number)) << row.name;
        EXPECT_EQ(row.get(p), find_register(twin_of[row.number])->get(p)) << row.name;
    }
    EXPECT_EQ(floats, 45);
}

TEST(RegisterTable, PowersAreMagnitudes) {
    Points p;
    p.readings.power[0] = {-1'500'000'000, -2'500'000'000, 3'000'000'000, 500'000'000};
    EXPECT_EQ(value_of("kw_a", p), (Value{true, 1, 500'000'000}));
    EXPECT_EQ(value_of("f_kvar_a", p), (Value{true, 2, 500'000'000}));
}

struct Validity {
    std::uint16_t type;
    std::vector<const char*> missing;
};

// meter.md 2.1, column by column: what a type does not have, reserved 25 and 132 aside.
const Validity kValidity[] = {
    {10,
     {"v_ll_avg", "kw_b", "pf_b", "i_b", "kva_b", "kvar_b", "real_energy_b_kwh", "kw_c", "pf_c",
      "i_c", "kva_c", "kvar_c", "real_energy_c_kwh", "v_ab", "v_bc", "v_ac", "v_bn", "v_cn"}},
    {11,
     {"v_ln_avg", "kw_b", "pf_b", "i_b", "kva_b", "kvar_b", "real_energy_b_kwh", "kw_c", "pf_c",
      "i_c", "kva_c", "kvar_c", "real_energy_c_kwh", "v_bc", "v_ac", "v_an", "v_bn", "v_cn"}},
    {12, {"kw_c", "pf_c", "i_c", "kva_c", "kvar_c", "real_energy_c_kwh", "v_bc", "v_ac", "v_cn"}},
    {31, {"v_ln_avg", "v_an", "v_bn", "v_cn"}},
    {40, {}},
};

TEST(RegisterTable, QnanPerSystemType) {
    for (const Validity& column : kValidity) {
        Points p = distinct_points();
        p.config.system_type = column.type;
        std::set<std::string> missing{"reserved_25", "f_reserved", "ct_secondary"};
        for (const std::string name : column.missing) {
            missing.insert(name);
            missing.insert("f_" + name);
        }
        for (const RegisterRow& row : register_table()) {
            const Words words = encode(row, p);
            const bool invalid = missing.contains(row.name);
            EXPECT_EQ(row.get(p).valid, !invalid) << column.type << ' ' << row.name;
            if (!invalid) continue;
            const bool is_float = row.format == Format::Float;
            EXPECT_EQ(words, (Words{static_cast<std::uint16_t>(is_float ? 0x7FC0 : 0x8000), 0}))
                << column.type << ' ' << row.name;
        }
    }
}

TEST(RegisterTable, UnknownSystemTypeHasNoPhases) {
    Points p;
    p.config.system_type = 77;
    EXPECT_FALSE(value_of("kw_a", p).valid);
    EXPECT_TRUE(value_of("kw_total", p).valid);
}

}  // namespace
}  // namespace meter
